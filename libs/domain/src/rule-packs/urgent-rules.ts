import { URGED_AT_ONCE } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';

const TIERS = {
  zh: '“1、3、5”快速处置机制（含义未经证实，分钟数为可配置的默认值）',
  en: '“1, 3, 5” fast response (its meaning is unconfirmed; the minutes are a configurable default)',
};
const REPORTS = {
  zh: '《信访工作条例》第25条（只规定“及时”，分钟数为可配置的默认值）',
  en: 'Regulation Art 25, which only says “promptly”: the minutes are a configurable default',
};

const minutes = (id: string, zh: string, en: string, amount: number, of: Pick<PackRow, 'basis' | 'trigger'>): PackRow => ({
  id,
  title: { zh, en },
  ...of,
  amount,
  unit: 'minute',
  owner: 'unit',
  ownerRole: 'handler',
  ladder: URGED_AT_ONCE,
  onExpiry: 'urge-then-supervise',
  confidence: 'D',
  localDefault: true,
});

/** Urgent and major matters: no text of the law has a figure, so every one is a local default. */
export const URGENT_ROWS: readonly PackRow[] = [
  minutes('URG-RESPOND', '紧急事项响应', 'Responding to an urgent matter', 1, { basis: TIERS, trigger: 'alarm' }),
  minutes('URG-ASSEMBLE', '紧急事项调度', 'Calling the units together', 3, { basis: TIERS, trigger: 'alarm' }),
  minutes('URG-ACT', '紧急事项处置', 'Handling on the spot', 5, { basis: TIERS, trigger: 'alarm' }),
  minutes('URG-OWN', '重大紧急事项报本级', 'Reporting to the own level', 30, { basis: REPORTS, trigger: 'learned' }),
  minutes('URG-UP', '重大紧急事项报上一级', 'Reporting to the next level', 120, { basis: REPORTS, trigger: 'learned' }),
  minutes('URG-NATIONAL', '重大紧急事项报国家信访局', 'Reporting to the national office', 120, { basis: REPORTS, trigger: 'learned' }),
  minutes('URG-RECEIPT', '紧急移交回执', 'Receipt of an emergency service', 30, { basis: REPORTS, trigger: 'hand-over' }),
];
