import { REMINDED_AND_URGED, SUPERVISED, URGED_FIRST } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';

const BASIS = {
  zh: '《信访工作条例》第18条第2款（未规定期限，地方默认值，可配置）',
  en: 'Regulation on Petition Work (2022) Art 18(2), which names no figure: local default (configurable)',
};

/** 包案化解: Art 18(2) wants it and sets no days, so every figure is a local default. */
export const LEADER_ROWS: readonly PackRow[] = [
  {
    id: 'LEAD-TAKE',
    title: { zh: '包案领导到位', en: 'The named leader takes charge' },
    basis: BASIS,
    amount: 3,
    unit: 'wd',
    trigger: 'leader-named',
    owner: 'unit',
    ownerRole: 'leader',
    // A leader is reminded and urged; supervised are units and their deadlines, never a person.
    ladder: REMINDED_AND_URGED,
    onExpiry: 'remind',
    confidence: 'D',
    localDefault: true,
  },
  {
    id: 'LEAD-REPORT',
    title: { zh: '包案进展报告', en: 'Progress report of a led case' },
    basis: BASIS,
    amount: 30,
    unit: 'cd',
    trigger: 'progress-report',
    owner: 'organ',
    ownerRole: 'handler',
    ladder: URGED_FIRST,
    onExpiry: 'urge-then-supervise',
    confidence: 'D',
    localDefault: true,
  },
  {
    id: 'LEAD-TERM',
    title: { zh: '包案化解期限', en: 'Date set for a led case to be resolved' },
    basis: BASIS,
    amount: 0,
    unit: 'set-by-person',
    trigger: 'leader-named',
    owner: 'organ',
    ownerRole: 'handler',
    ladder: SUPERVISED,
    onExpiry: 'supervise',
    confidence: 'D',
    localDefault: true,
  },
];

/** 信访积案: no text says after how long a matter is one; how old it must be is counted like any limit. */
export const BACKLOG_ROW: PackRow = {
  id: 'LEAD-BACKLOG',
  title: { zh: '列为信访积案的年限', en: 'How old a matter must be to count as backlog' },
  basis: { zh: '积案化解惯例（未见规定，可配置）', en: 'practice of clearing backlogs; no text sets the figure (configurable)' },
  amount: 180,
  unit: 'cd',
  trigger: 'registration',
  owner: 'petition-department',
  ownerRole: 'supervisor',
  ladder: [{ step: 'pass' }],
  onExpiry: 'none',
  confidence: 'unconfirmed',
  localDefault: true,
};

/** 一次性化解: within how many days a matter that is filed again counts as the same one; rules 6 suggests 180, no text sets it. */
export const REFILED_ROW: PackRow = {
  id: 'REFILED-WITHIN',
  title: { zh: '办结后再次反映同一事项的统计期间', en: 'Within how many days a matter counts as filed again' },
  basis: { zh: '一次性化解率口径（未见规定，可配置）', en: 'how settling at once is counted; no text sets the figure (configurable)' },
  amount: 180,
  unit: 'cd',
  trigger: 'registration',
  owner: 'petition-department',
  ownerRole: 'supervisor',
  ladder: [{ step: 'pass' }],
  onExpiry: 'none',
  confidence: 'unconfirmed',
  localDefault: true,
};
