import { URGED_FIRST_SHORT } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';

const row = (id: string, zh: string, en: string, amount: number, trigger: PackRow['trigger']): PackRow => ({
  id,
  title: { zh, en },
  basis: {
    zh: '《信访工作条例》第24条第1款（未规定期限，地方默认值）',
    en: 'Regulation Art 24(1), which names no figure: local default',
  },
  amount,
  unit: 'wd',
  trigger,
  owner: 'organ',
  ownerRole: 'handler',
  ladder: URGED_FIRST_SHORT,
  onExpiry: 'urge-then-supervise',
  confidence: 'D',
  localDefault: true,
});

/** Disputes on jurisdiction: a case isn't left lying while organs dispute. */
export const JURISDICTION_ROWS: readonly PackRow[] = [
  row('JUR-AGREE', '管辖协商期限', 'Agreeing on jurisdiction', 5, 'dispute'),
  row('JUR-RULE', '管辖裁定期限', 'Ruling on jurisdiction', 10, 'dispute'),
];
