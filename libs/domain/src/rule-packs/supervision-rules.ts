import { SUPERVISION_REPLY } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';

/**
 * How long a supervised unit has to reply in writing. Neither Regulation names a figure (条例 Art 40 only says 及时督办), so it is a
 * local default. It is counted like any limit but is no deadline of the case: what isn't answered climbs the ladder of the deadline
 * that is supervised.
 */
export const SUPERVISION_ROW: PackRow = {
  id: SUPERVISION_REPLY,
  title: { zh: '督办回复期限', en: 'Replying to a supervision' },
  basis: {
    zh: '《信访工作条例》第40条第1款（未规定期限，地方默认值，可配置）',
    en: 'Regulation on Petition Work (2022) Art 40(1), which names no figure: local default (configurable)',
  },
  amount: 5,
  unit: 'wd',
  trigger: 'supervision',
  owner: 'unit',
  ownerRole: 'handler',
  ladder: [{ step: 'pass' }],
  onExpiry: 'escalate',
  confidence: 'D',
  localDefault: true,
};
