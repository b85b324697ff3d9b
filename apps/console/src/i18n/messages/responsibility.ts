export const responsibilityZh = {
  hint: '只依据事件记录计算：哪个单位何时在办、几个工作日、期间哪些期限届满、哪些逾期。',
  now: '至今',
  workingDays: (n: number) => `${String(n)} 个工作日`,
  lateDays: (n: number) => `逾期 ${String(n)} 个工作日`,
  outcome: { 'in-time': '按期', late: '逾期办结', overdue: '逾期未办', running: '计时中', paused: '中止计时' },
  file: '下载（CSV）',
};

export const responsibilityEn: typeof responsibilityZh = {
  hint: 'From the event log alone: which unit had it when, for how many working days, what fell due meanwhile and what was late.',
  now: 'now',
  workingDays: (n: number) => (n === 1 ? '1 working day' : `${String(n)} working days`),
  lateDays: (n: number) => (n === 1 ? '1 working day late' : `${String(n)} working days late`),
  outcome: { 'in-time': 'in time', late: 'done late', overdue: 'overdue', running: 'running', paused: 'stopped' },
  file: 'Download (CSV)',
};
