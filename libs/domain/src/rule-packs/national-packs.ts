import { CENTRE_ROWS, HOTLINE_ROWS, MEDIATION_ROWS, SIMPLE_PROCEDURE_ROW, reconsiderationRow } from './other-procedure-rules.ts';
import { ACCUSATION_ROWS } from './accusation-rules.ts';
import { EXTERNAL_ROWS } from './external-rules.ts';
import { DUTY_ROWS } from './duty-rules.ts';
import { JURISDICTION_ROWS } from './jurisdiction-rules.ts';
import { MEETING_ROWS } from './meeting-rules.ts';
import { BACKLOG_ROW, LEADER_ROWS, REFILED_ROW } from './leader-rules.ts';
import { MEDIATION_STEP_ROWS } from './mediation-rules.ts';
import { RECEPTION_ROWS } from './reception-rules.ts';
import { OBJECTION_ROW, petitionRows } from './petition-rules.ts';
import { rulePack } from './complete-pack.ts';
import type { PackRow } from './petition-rules.ts';
import type { RulePack } from './rule.ts';
import { URGENT_ROWS } from './urgent-rules.ts';
import { SUPERVISION_CARD_ROWS, supervisionRow } from './supervision-rules.ts';
import { VISIT_ROWS } from './visit-rules.ts';

/** 《信访条例》 of the State Council: for old ledgers. */
const NATIONAL_2005 = rulePack(
  {
    id: 'national-2005',
    title: { zh: '《信访条例》（2005年）', en: 'Regulation on Petitions (2005)' },
    region: 'CN',
    effectiveFrom: '2005-05-01',
    effectiveTo: '2022-04-30',
    // The simplified procedure is of 2016; work orders and other organs’ clocks have been followed since; rows of mediation begin with
    // their own laws, or came later.
    lacks: [
      'PET-OBJECT',
      'PET-SIMPLE',
      'LAB-ARB',
      'MED-LABOUR',
      'MED-MEDICAL',
      'MED-MEDICAL-ADMIN',
      'MED-MEDICAL-ACCEPT',
      'MED-PRETRIAL',
      'JC-APPLY',
      ...[
        ...ACCUSATION_ROWS,
        ...HOTLINE_ROWS,
        ...EXTERNAL_ROWS,
        ...MEDIATION_STEP_ROWS,
        ...SUPERVISION_CARD_ROWS,
        ...MEETING_ROWS,
        ...URGENT_ROWS,
        ...JURISDICTION_ROWS,
        ...DUTY_ROWS,
        ...LEADER_ROWS,
        ...VISIT_ROWS,
        ...RECEPTION_ROWS,
        BACKLOG_ROW,
        REFILED_ROW,
      ].map(({ id }) => id),
    ],
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
    supervisionRow({ zh: '《信访条例》第36条', en: 'Regulation on Petitions (2005) Art 36' }),
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
    supervisionRow({ zh: '《信访工作条例》第40条第1款', en: 'Regulation on Petition Work (2022) Art 40(1)' }),
    ...SUPERVISION_CARD_ROWS,
    SIMPLE_PROCEDURE_ROW,
    ...MEDIATION_ROWS,
    ...MEDIATION_STEP_ROWS,
    reconsiderationRow(20),
    ...ACCUSATION_ROWS,
    ...HOTLINE_ROWS,
    ...EXTERNAL_ROWS,
    ...CENTRE_ROWS,
    ...MEETING_ROWS,
    ...URGENT_ROWS,
    ...LEADER_ROWS,
    ...VISIT_ROWS,
    BACKLOG_ROW,
    ...JURISDICTION_ROWS,
    ...DUTY_ROWS,
    ...RECEPTION_ROWS,
    REFILED_ROW,
  ],
);

/** The national packs, oldest first. */
export const NATIONAL_PACKS: readonly RulePack[] = [NATIONAL_2005, NATIONAL_2022];

/** A row of the present national law, for a region to change. @throws RangeError for a rule it hasn't. */
export function rowOf(id: string): PackRow {
  const found = NATIONAL_2022.rules.find((rule) => rule.id === id);
  if (found === undefined) throw new RangeError(`the national law has no ${id}`);
  const { region: _, effectiveFrom: _from, effectiveTo: _to, ...row } = found;
  return row;
}
