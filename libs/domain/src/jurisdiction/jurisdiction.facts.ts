import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const JURISDICTION_FACTS = {
  'jurisdiction.disputed': {
    text: { zh: '管辖争议，首接单位先行负责', en: 'Jurisdiction is disputed; the first receiver answers for the case meanwhile' },
    data: ['caseId', 'firstReceiver', 'organs'],
  },
  'jurisdiction.position-stated': { text: { zh: '已表明管辖意见', en: 'An organ said who is competent' }, data: ['by', 'competentUnit'] },
  'jurisdiction.taken-up': {
    text: { zh: '协商不成，已提请裁定', en: 'Not agreed on: brought before whoever decides' },
    data: ['rulingWay', 'to'],
  },
  'jurisdiction.ruled': { text: { zh: '管辖已确定', en: 'Jurisdiction is settled' }, data: ['competentUnit', 'resolutionId', 'rulingWay'] },
  'jurisdiction.settled': {
    text: { zh: '按管辖裁定移交承办单位', en: 'Handed to the unit that was ruled competent' },
    data: ['disputeId', 'from', 'rulingWay', 'to'],
  },
} as const satisfies Record<string, FactSpec>;

export const disputed = factsOf(JURISDICTION_FACTS);
