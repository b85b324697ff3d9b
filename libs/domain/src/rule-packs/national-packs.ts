import { CENTRE_ROWS, HOTLINE_ROWS, MEDIATION_ROWS, SIMPLE_PROCEDURE_ROW, reconsiderationRow } from './other-procedure-rules.ts';
import { OBJECTION_ROW, petitionRows } from './petition-rules.ts';
import type { PackRow } from './petition-rules.ts';
import type { RulePack } from './rule.ts';
import { SUPERVISION_ROW } from './supervision-rules.ts';

/**
 * Completes rows with what the pack gives them: region, dates, and the defaults "not pausable", "no extension".
 * A row whose law is younger than the pack keeps its own first day.
 */
export function rulePack(head: Omit<RulePack, 'rules'>, rows: readonly PackRow[]): RulePack {
  return {
    ...head,
    rules: rows.map((row) => ({
      pausableBy: [],
      extension: null,
      localDefault: false,
      dateMayBeSet: row.unit === 'set-by-person',
      ...row,
      region: head.region,
      effectiveFrom: row.effectiveFrom !== undefined && row.effectiveFrom > head.effectiveFrom ? row.effectiveFrom : head.effectiveFrom,
      effectiveTo: row.effectiveTo ?? head.effectiveTo,
    })),
  };
}

/** 《信访条例》 of the State Council: for old ledgers. */
const NATIONAL_2005 = rulePack(
  {
    id: 'national-2005',
    title: { zh: '《信访条例》（2005年）', en: 'Regulation on Petitions (2005)' },
    region: 'CN',
    effectiveFrom: '2005-05-01',
    effectiveTo: '2022-04-30',
  },
  [
    ...petitionRows({
      law: { zh: '《信访条例》', en: 'Regulation on Petitions (2005)' },
      forward: '21',
      noticeDirect: '22',
      noticeForwarded: '22',
      assign: '21',
      handle: '33',
      review: '34',
      recheckRequest: '35',
      recheck: '35',
      suggestion: { zh: '《信访条例》第36条', en: 'Regulation on Petitions (2005) Art 36' },
      suggestionIsLocal: false,
    }),
    SUPERVISION_ROW,
    ...MEDIATION_ROWS,
    reconsiderationRow(9),
  ],
);

/** 《信访工作条例》 of the Central Committee and the State Council, in force since 2022-05-01. */
const NATIONAL_2022 = rulePack(
  {
    id: 'national-2022',
    title: { zh: '《信访工作条例》（2022年）', en: 'Regulation on Petition Work (2022)' },
    region: 'CN',
    effectiveFrom: '2022-05-01',
    effectiveTo: null,
  },
  [
    ...petitionRows({
      law: { zh: '《信访工作条例》', en: 'Regulation on Petition Work (2022)' },
      forward: '22',
      noticeDirect: '23(2)',
      noticeForwarded: '23(3)',
      assign: '22(3)',
      handle: '34',
      review: '35',
      recheckRequest: '36(1)',
      recheck: '36',
      // Art 40(4) only says "应当书面反馈采纳情况"; 30 days live on in local rules (Shanghai 2018 Art 41).
      suggestion: {
        zh: '《信访工作条例》第40条第4款（期限为地方默认值）',
        en: 'Regulation on Petition Work (2022) Art 40(4); the 30 days are a local default',
      },
      suggestionIsLocal: true,
    }),
    OBJECTION_ROW,
    SUPERVISION_ROW,
    SIMPLE_PROCEDURE_ROW,
    ...MEDIATION_ROWS,
    reconsiderationRow(20),
    ...HOTLINE_ROWS,
    ...CENTRE_ROWS,
  ],
);

/** The packs that ship with the product, oldest first. Regional packs are added behind them and override rule by rule. */
export const RULE_PACKS: readonly RulePack[] = [NATIONAL_2005, NATIONAL_2022];
