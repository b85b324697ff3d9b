import { w } from './word-pair.ts';

/** The vocabularies of supervision cards and letters of suggestion. */
export const RECORD_WORDS = {
  supervisionGround: {
    'irregular-handling': w('违反规定受理、办理', 'in breach of the rules'),
    'buck-passing': w('推诿', 'passing the buck'),
    perfunctory: w('敷衍', 'going through the motions'),
    delay: w('拖延', 'delay'),
    falsification: w('弄虚作假', 'falsification'),
    'opinion-not-executed': w('拒不执行信访处理意见', 'the opinion is not executed'),
    overdue: w('逾期未办结', 'overdue without reason'),
    'result-not-reported': w('未按规定反馈办理结果', 'the result is not reported'),
    'procedure-not-followed': w('未按规定程序办理', 'the procedure is not followed'),
    other: w('其他需要督办的情形', 'another reason'),
  },
  measure: {
    talk: w('约谈', 'formal talk with a unit'),
    circular: w('通报', 'circular'),
    listed: w('挂牌督办', 'listed supervision'),
    rectification: w('责令限期整改', 'ordered rectification'),
  },
  groupKind: {
    region: w('督导组（包联县市区）', 'supervision group of counties'),
    paired: w('联点协调组', 'paired group'),
    'task-force': w('“2+2”工作专班', '“2+2” task force'),
  },
  groupRank: {
    leader: w('领导', 'leader'),
    'section-chief': w('科长', 'section chief'),
    member: w('成员', 'member'),
  },
  rectifiedBy: {
    'done-again': w('重新办理', 'done again'),
    repaired: w('已修复', 'repaired'),
    compensated: w('已补偿', 'compensated'),
    'practice-changed': w('改进工作方式', 'practice changed'),
    'rule-changed': w('完善制度', 'rule changed'),
  },
  letterKind: {
    'improve-work': w('改进工作', 'improve the work'),
    'change-policy': w('完善政策', 'change a policy'),
    'hold-to-account': w('追究责任', 'hold to account'),
  },
} as const;
