const SENTENCES = [
  '我们小区三号楼两部电梯停运已有两个月，老人出行困难，多次向物业反映没有结果。',
  '楼道照明长期损坏，夜间上下楼存在安全隐患，希望有关部门督促物业公司尽快修复。',
  '去年缴纳的维修资金至今没有公示使用情况，业主要求公开账目并说明资金去向。',
  '小区地下车库每逢大雨就会积水，排水泵无人维护，已有多辆汽车被淹。',
  '物业公司擅自提高停车费用，没有征求业主意见，也没有向业主公示收费依据。',
];

let made = 0;

/** An intake like those that a counter takes: no two alike, 150 to 400 characters of narrative, name, telephone and address. */
export function matter(): Record<string, unknown> {
  made += 1;
  const narrative = Array.from({ length: 4 + (made % 6) }, (_, i) => SENTENCES[(made + i * 3) % SENTENCES.length] ?? '').join('');
  return {
    channel: 'visit',
    class: 'CLAIM',
    route: 'PETITION',
    procedure: 'petition',
    title: `小区电梯停运与维修资金问题 ${String(made)}`,
    narrative: `${narrative}（第${String(made)}件）`,
    categoryCode: '010903',
    divisionCode: '430405',
    address: `某街道幸福小区${String(1 + (made % 90))}号楼`,
    receivedAt: new Date(Date.now() - 60_000).toISOString(),
    headcount: 1 + (made % 4),
    urgent: made % 50 === 0,
    confidential: false,
    parties: [{ role: 'petitioner', kind: 'person', name: `周${String(made)}`, phone: `138${String(10_000_000 + made)}` }],
  };
}
