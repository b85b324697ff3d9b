import { w } from './word-pair.ts';

/** The vocabularies of joint meetings. */
export const MEETING_WORDS = {
  agendaReason: {
    unsolved: w('一个单位难以独立解决', 'one unit alone can’t solve it'),
    jurisdiction: w('管辖争议', 'jurisdiction disputed'),
    'major-urgent': w('重大紧急', 'major or urgent'),
    measure: w('提请采取措施', 'a measure is asked for'),
    'similar-cases': w('类案分析', 'similar cases'),
    other: w('其他', 'other'),
  },
  resolutionKind: {
    interview: w('约谈', 'interview'),
    circular: w('通报', 'circular'),
    'listed-supervision': w('挂牌督办', 'listed supervision'),
    'ordered-rectification': w('责令限期整改', 'ordered to put right by a date'),
    jurisdiction: w('管辖裁定', 'ruling on jurisdiction'),
    'co-handling': w('联合办理', 'handled jointly'),
    other: w('其他事项', 'other'),
  },
  rulingWay: {
    agreement: w('协商一致', 'agreed by the organs'),
    superior: w('共同上级决定', 'decided by the common superior'),
    meeting: w('联席会议裁定', 'ruled by the joint meeting'),
  },
  progress: { 'under-way': w('正在落实', 'under way'), done: w('已落实', 'carried out') },
} as const;
