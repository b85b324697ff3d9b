import type { StoryName } from './story.ts';

/** What somebody brought, and how long ago. Names are invented. */
export interface DemoMatter {
  readonly story: StoryName;
  readonly daysAgo: number;
  readonly channel: string;
  readonly class?: 'CLAIM' | 'SUGGESTION' | 'ACCUSATION';
  readonly route?: string;
  readonly category: string;
  readonly division: string;
  readonly title: string;
  readonly narrative: string;
  readonly person: string;
  readonly headcount?: number;
  readonly urgent?: boolean;
}

const matter = (
  story: StoryName,
  daysAgo: number,
  channel: string,
  [category, division]: readonly [string, string],
  title: string,
  narrative: string,
  person: string,
  more: Partial<DemoMatter> = {},
): DemoMatter => ({ story, daysAgo, channel, category, division, title, narrative, person, ...more });

const PROPERTY = '010903';
const NOISE = '040203';
const WAGES = '150603';
const PENSION = '150102';
const FOOD = '120301';
const GREEN = '010208';
const RESETTLED = '010703';
const FOREST = '100606';
const SCHOOL = '140206';
const VETERAN = '090901';
const HOMESTEAD = '101201';

/** A few dozen matters, so that every page shows something and every state has a case in it. */
export const MATTERS: readonly DemoMatter[] = [
  matter(
    'registered',
    0,
    'visit',
    [PROPERTY, '430407'],
    '小区电梯长期停运',
    '三号楼两部电梯停运已近两个月，老人出行困难，多次向物业反映没有结果，请求督促维修。',
    '周明远',
  ),
  matter(
    'registered',
    0,
    'hotline-12345',
    [NOISE, '430408'],
    '夜间施工噪声扰民',
    '工地连续一周夜间十一点后仍在打桩，附近居民无法休息，请求查处。',
    '唐秀英',
    { urgent: true },
  ),
  matter(
    'registered',
    1,
    'online',
    [WAGES, '430421'],
    '工程完工后拖欠农民工工资',
    '在某项目部做工四个月，完工后工资一直拖欠，请求帮助讨要。',
    '谭国庆',
    { headcount: 12, urgent: true },
  ),
  matter(
    'registered',
    12,
    'letter',
    [PENSION, '430422'],
    '养老保险补缴年限认定',
    '早年在乡办企业工作的年限没有计入，请求核实并补缴。',
    '何桂兰',
  ),
  matter(
    'registered',
    19,
    'letter',
    [HOMESTEAD, '430426'],
    '宅基地确权登记长期未办',
    '材料已交两年，至今没有结果，请求说明原因并办理。',
    '彭德胜',
  ),
  matter('forwarded', 5, 'visit', [FOOD, '430407'], '校门口餐饮店食品卫生', '多名学生食用后腹泻，请求检查该店卫生情况。', '肖玉梅'),
  matter('forwarded', 3, 'visit', [PENSION, '430421'], '养老保险关系转移未办结', '转移申请交了半年仍未办结，请求说明原因。', '邓丽华'),
  matter('forwarded', 9, 'grid', [GREEN, '430406'], '行道树枯死多年未清理', '沿街多棵行道树枯死，大风天有断枝坠落危险。', '罗建平'),
  matter('forwarded', 24, 'phone', [VETERAN, '430482'], '优抚待遇核定标准', '对优抚金核定标准有疑问，请求书面答复。', '欧阳立'),
  matter(
    'assigned',
    20,
    'leader-reception',
    [RESETTLED, '430408'],
    '回迁安置房逾期未交付',
    '拆迁已四年，安置房仍未交付，过渡费也已停发。',
    '蒋文彬',
    { headcount: 48, urgent: true },
  ),
  matter('objected', 6, 'department', [NOISE, '430405'], '广场舞音响扰民', '每晚九点以后音响声音过大，请求规范管理。', '刘春生'),
  matter('refusal proposed', 8, 'visit', [PROPERTY, '430421'], '要求更换物业公司', '认为物业服务差，请求政府直接更换物业公司。', '陈志刚'),
  matter('refused', 34, 'letter', [RESETTLED, '430412'], '征收补偿数额争议', '对补偿数额不服，已向法院起诉，同时请求处理。', '旷少华'),
  matter('handling', 16, 'online', [WAGES, '430481'], '餐饮店拖欠工资', '离职后两个月工资没有结清，请求协调。', '资小红'),
  matter('handling', 33, 'visit', [FOREST, '430423'], '林权界址争议', '与邻组山林界址不清，多次发生争执，请求现场勘界。', '康友生', {
    headcount: 6,
  }),
  matter('handling', 47, 'transfer-110', [NOISE, '430407'], '烧烤店油烟与噪声', '店铺油烟直排，营业至凌晨，多次报警后转来。', '廖婷'),
  matter('handling', 62, 'visit', [PROPERTY, '430408'], '地下车位强制捆绑销售', '交房时要求必须购买车位，请求制止。', '贺庆丰'),
  matter('handling', 84, 'letter', [PENSION, '430421'], '养老金计算有误', '认为视同缴费年限计算有误，请求重新核算。', '阳桂香'),
  matter('extended', 72, 'visit', [HOMESTEAD, '430422'], '邻里宅基地边界纠纷', '邻居建房超出界线半米，请求依法处理。', '屈治国'),
  matter('mediating', 21, 'outreach', [HOMESTEAD, '430424'], '共用道路通行纠纷', '邻居封堵共用道路，村里调解未成。', '戴小毛'),
  matter('answered', 27, 'online', [SCHOOL, '430406'], '民办学校退费', '学期中转学，学校拒绝退还剩余学费。', '曾丽'),
  matter('served', 41, 'visit', [FOOD, '430481'], '超市售卖过期食品', '购买的奶粉已过期，要求查处并赔偿。', '伍冬梅'),
  matter('served', 50, 'fax', [GREEN, '430405'], '公园路灯多处不亮', '晚间散步多处路灯不亮，存在安全隐患。', '李和平'),
  matter('reviewing', 58, 'visit', [RESETTLED, '430407'], '安置面积认定异议', '认为安置面积少计二十平方米，对处理意见不服。', '邹运生'),
  matter('review served', 76, 'letter', [VETERAN, '430426'], '退役安置补助', '对退役安置补助的答复不服，请求复查。', '段建军'),
  matter('archived', 92, 'hotline-12345', [WAGES, '430407'], '装修工资拖欠', '装修完工三个月工资未付。', '凌志强'),
  matter('archived', 88, 'visit', [PROPERTY, '430406'], '小区消防通道被占用', '消防通道长期停车，请求清理。', '聂永红'),
  matter('archived', 79, 'online', [FOOD, '430408'], '外卖平台店铺无证经营', '店铺地址与证照不符，请求查处。', '向佳'),
  matter('visited, not archived', 74, 'phone', [GREEN, '430412'], '景区步道栏杆损坏', '步道栏杆松动多处，请求维修。', '胡建国'),
  matter('withdrawn', 36, 'visit', [WAGES, '430424'], '加班工资未付', '春节期间加班工资没有按规定支付。', '龙海燕'),
  matter('settled', 52, 'grid', [PROPERTY, '430482'], '楼上漏水赔偿', '楼上装修导致漏水，协商赔偿不成。', '梁芳'),
  matter('guided', 15, 'visit', [PROPERTY, '430407'], '房屋买卖合同纠纷', '开发商逾期交房，请求赔偿违约金。', '祝新华', {
    route: 'LITIGATION',
  }),
  matter('guided', 29, 'court', [WAGES, '430423'], '劳务合同争议', '双方对劳务费数额有争议。', '颜立春', { route: 'LITIGATION' }),
  matter('adopted', 45, 'online', [GREEN, '430406'], '建议增设公园无障碍通道', '公园入口只有台阶，建议增设坡道和扶手。', '文静', {
    class: 'SUGGESTION',
  }),
  matter('under study', 11, 'letter', [SCHOOL, '430421'], '建议延长课后服务时间', '双职工家庭接送困难，建议课后服务延长到六点。', '何雅', {
    class: 'SUGGESTION',
  }),
  matter(
    'transferred',
    13,
    'letter',
    [FOREST, '430423'],
    '反映林木采伐审批问题',
    '反映有关人员在采伐审批中收受好处，请求查处。',
    '匿名人',
    { class: 'ACCUSATION' },
  ),
];
