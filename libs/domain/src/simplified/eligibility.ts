import type { BilingualText } from '../case/decision.ts';
import type { ContextClass, Route } from '../case/vocabulary.ts';

/** 简易办理 is for matters that are simple in one of these ways; which one, whoever registers the matter says. */
export const SIMPLIFIED_GROUNDS = ['clear-facts', 'answerable-at-once', 'everyday-life', 'settled-already'] as const;
export type SimplifiedGround = (typeof SIMPLIFIED_GROUNDS)[number];

/** What makes a matter fit for it or not. */
export interface SimpleMatter {
  readonly class: ContextClass;
  /** Null: none was given, which counts as PETITION. */
  readonly route: Route | null;
  /** In how many places the problem lies: each has its own department. */
  readonly places: number;
  /** How many organs it is about, as its respondents name them. */
  readonly organs: number;
  /** The petitioner has raised the matter before. */
  readonly repeated: boolean;
}

export interface Eligibility {
  readonly name: string;
  readonly basis: string;
  readonly text: BilingualText;
  readonly unfit: BilingualText;
  readonly holds: (matter: SimpleMatter) => boolean;
}

const MEASURES = '《信访事项简易办理办法（试行）》';

/** Whom the simplified procedure is for, in the order in which it is asked. */
export const ELIGIBILITY: readonly Eligibility[] = [
  {
    name: 'simple-is-a-claim',
    basis: '《信访工作条例》第29条至第31条',
    text: { zh: '适用信访程序的申诉求决事项', en: 'a claim that takes the petition procedure' },
    unfit: {
      zh: '只有适用信访程序的申诉求决事项可以简易办理；检举控告、建议意见和应导入其他法定途径的事项不适用',
      en: 'only a claim that takes the petition procedure is handled simply; an accusation, a suggestion and what belongs to another legal route are not',
    },
    holds: ({ class: of, route }) => of === 'CLAIM' && (route === null || route === 'PETITION'),
  },
  {
    name: 'simple-is-first',
    basis: MEASURES,
    text: { zh: '初次信访事项', en: 'raised for the first time' },
    unfit: { zh: '简易办理只适用于初次信访事项', en: 'the simplified procedure is for matters raised for the first time' },
    holds: ({ repeated }) => !repeated,
  },
  {
    name: 'simple-is-of-one-department',
    basis: `${MEASURES}（未经核实）`,
    text: { zh: '不涉及多个地区或部门', en: 'not of several places or departments' },
    unfit: {
      zh: '涉及多个地区或部门的事项不适用简易办理',
      en: 'a matter of several places or departments is not handled simply',
    },
    holds: ({ places, organs }) => places <= 1 && organs <= 1,
  },
];

/** Why a matter isn't handled simply, with the text it rests on; null where nothing speaks against it. */
export function whyNotSimple(matter: SimpleMatter): BilingualText | null {
  const failed = ELIGIBILITY.find(({ holds }) => !holds(matter));
  return failed === undefined ? null : { zh: `${failed.unfit.zh}（${failed.basis}）`, en: failed.unfit.en };
}

/** How many organs the respondents are. */
export function organsOf(parties: readonly { readonly role: string; readonly unitId?: string | null | undefined }[]): number {
  return new Set(parties.flatMap(({ role, unitId }) => (role === 'respondent' && typeof unitId === 'string' ? [unitId] : []))).size;
}

/** In how many places a problem lies, of the place itself and further ones that may repeat it. */
export function placesOf(divisionCode: string, divisionCodes: readonly string[] = []): number {
  return new Set([divisionCode, ...divisionCodes]).size;
}
