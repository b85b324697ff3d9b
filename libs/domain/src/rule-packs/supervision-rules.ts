import { SUPERVISION_REPLY } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';

/**
 * How long a supervised unit has to reply in writing. Neither Regulation names a figure (条例 Art 40 only says 及时督办), so it is a
 * local default. It is counted like any limit but is no deadline of the case: what isn't answered climbs the ladder of the deadline
 * that is supervised.
 *
 * @param law the article on supervision, as people cite it
 */
export const supervisionRow = (law: PackRow['basis']): PackRow => ({
  id: SUPERVISION_REPLY,
  title: { zh: '督办回复期限', en: 'Replying to a supervision' },
  basis: { zh: `${law.zh}（未规定期限，地方默认值，可配置）`, en: `${law.en}, which names no figure: local default (configurable)` },
  amount: 5,
  unit: 'wd',
  trigger: 'supervision',
  owner: 'unit',
  ownerRole: 'handler',
  ladder: [{ step: 'pass' }],
  onExpiry: 'escalate',
  confidence: 'D',
  localDefault: true,
});
