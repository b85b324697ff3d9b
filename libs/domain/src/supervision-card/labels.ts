import type { BilingualText } from '../case/decision.ts';
import type { SupervisionGround, SupervisionMeasure } from '../case/supervision-card.ts';

/** What the grounds are called. */
export const GROUND_LABELS: Readonly<Record<SupervisionGround, BilingualText>> = {
  'irregular-handling': { zh: '违反规定受理、办理', en: 'accepted or handled in breach of the rules' },
  'buck-passing': { zh: '推诿', en: 'passing the buck' },
  perfunctory: { zh: '敷衍', en: 'going through the motions' },
  delay: { zh: '拖延', en: 'delay' },
  falsification: { zh: '弄虚作假', en: 'falsification' },
  'opinion-not-executed': { zh: '拒不执行信访处理意见', en: 'the opinion is not executed' },
  overdue: { zh: '逾期未办结', en: 'overdue without reason' },
  'result-not-reported': { zh: '未按规定反馈办理结果', en: 'the result is not reported as required' },
  'procedure-not-followed': { zh: '未按规定程序办理', en: 'the procedure is not followed' },
  other: { zh: '其他需要督办的情形', en: 'another reason' },
};

/** What the joint meeting's measures are called (Art 39(3)). */
export const MEASURE_LABELS: Readonly<Record<SupervisionMeasure, BilingualText>> = {
  talk: { zh: '约谈', en: 'formal talk with the unit' },
  circular: { zh: '通报', en: 'circular' },
  listed: { zh: '挂牌督办', en: 'listed supervision' },
  rectification: { zh: '责令限期整改', en: 'ordered rectification' },
};
