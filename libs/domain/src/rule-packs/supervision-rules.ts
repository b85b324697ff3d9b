import { REMINDED, REMINDED_AND_URGED, SUPERVISION_REPLY, URGED_FIRST, URGED_FIRST_SHORT } from './ladders.ts';
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

const local = (zh: string, en: string): PackRow['basis'] => ({
  zh: `${zh}（未规定期限，地方默认值，可配置）`,
  en: `${en}, which names no figure: local default (configurable)`,
});

/** What every row of a supervision card or a letter of suggestion has in common: no text names a figure. */
const CARD = { trigger: 'supervision', owner: 'unit', ownerRole: 'handler', confidence: 'D', localDefault: true } as const;

/**
 * Clocks of the records themselves. What an overdue deadline's supervision is replied by stands in its case (`SUP-REPLY`); a card that a
 * supervisor opens is answered by `SUP-ANSWER`, as soon.
 */
export const SUPERVISION_CARD_ROWS: readonly PackRow[] = [
  {
    ...CARD,
    id: 'SUP-ANSWER',
    title: { zh: '督办单回复期限', en: 'Answering a supervision card' },
    basis: local('《信访工作条例》第40条第1款', 'Regulation on Petition Work (2022) Art 40(1)'),
    amount: 5,
    unit: 'wd',
    ladder: URGED_FIRST_SHORT,
    onExpiry: 'urge-then-supervise',
  },
  {
    ...CARD,
    id: 'SUP-RECTIFY',
    title: { zh: '督办事项整改佐证期限', en: 'Evidence that what is supervised was put right' },
    basis: local('《信访工作条例》第40条第1款', 'Regulation on Petition Work (2022) Art 40(1)'),
    amount: 10,
    unit: 'wd',
    ladder: URGED_FIRST,
    onExpiry: 'urge-then-supervise',
  },
  {
    ...CARD,
    id: 'SUP-WARN',
    title: { zh: '挂牌预警期', en: 'Time left by the warning of a listing' },
    basis: local('挂牌督办惯例', 'practice of listed supervision'),
    amount: 5,
    unit: 'wd',
    ownerRole: 'head',
    ladder: REMINDED,
    onExpiry: 'remind',
  },
  {
    ...CARD,
    id: 'SUP-ORDER',
    title: { zh: '责令整改期限', en: 'Date set by an ordered rectification' },
    basis: { zh: '《信访工作条例》第39条第3款', en: 'Regulation on Petition Work (2022) Art 39(3)' },
    amount: 0,
    unit: 'set-by-person',
    ownerRole: 'head',
    ladder: URGED_FIRST,
    onExpiry: 'urge-then-supervise',
    confidence: 'T',
    localDefault: false,
  },
  {
    ...CARD,
    id: 'SUGG-FOLLOW',
    title: { zh: '建议落实情况报告期限', en: 'Reporting how a suggestion is put into effect' },
    basis: local('《信访工作条例》第40条第4款', 'Regulation on Petition Work (2022) Art 40(4)'),
    amount: 30,
    unit: 'cd',
    trigger: 'reply',
    ladder: REMINDED_AND_URGED,
    onExpiry: 'remind',
  },
];
