import { REMINDED_AND_URGED } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';

/** Accusations go by their organs' own rules (条例 Art 23(4), 30); what no text says is a local default. */
export const ACCUSATION_ROWS: readonly PackRow[] = [
  {
    id: 'ACC-RECEIPT',
    title: { zh: '检举控告移送签收期限', en: 'Signing for a transferred accusation' },
    basis: {
      zh: '《信访工作条例》第22条、第30条（未规定期限，地方默认值，可配置）',
      en: 'Regulation on Petition Work (2022) Art 22, 30, which name no figure: local default (configurable)',
    },
    amount: 5,
    unit: 'wd',
    trigger: 'receipt-of-forward',
    owner: 'organ',
    ownerRole: 'handler',
    // Sealed: nobody outside the holder may hear that it is late, so nothing supervises it (Art 30(3)).
    ladder: REMINDED_AND_URGED,
    onExpiry: 'remind',
    confidence: 'D',
    localDefault: true,
  },
  {
    id: 'ACC-TOLD',
    title: { zh: '通报组织（人事）部门回执期限', en: 'Receipt of the organisation department for what it was told' },
    basis: {
      zh: '《信访工作条例》第30条第2款（未规定期限，地方默认值，可配置）',
      en: 'Regulation on Petition Work (2022) Art 30(2), which names no figure: local default (configurable)',
    },
    amount: 5,
    unit: 'wd',
    trigger: 'hand-over',
    owner: 'organ',
    ownerRole: 'handler',
    // Sealed, as above.
    ladder: REMINDED_AND_URGED,
    onExpiry: 'remind',
    confidence: 'D',
    localDefault: true,
  },
];
