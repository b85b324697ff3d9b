import type { BilingualText } from '../case/decision.ts';
import type { CaseClass, ProcedureId, Route } from '../case/vocabulary.ts';
import type { SimpleMatter } from '../simplified/eligibility.ts';
import { whyNotSimple } from '../simplified/eligibility.ts';
import type { SettledProcedure } from './types.ts';

/** Procedures a claim of route PETITION may take instead of the ordinary petition, when somebody asks for them. */
const ON_REQUEST: ReadonlySet<ProcedureId> = new Set(['mediation', 'hotline']);

const CLASS_PROCEDURE: Readonly<Record<Exclude<CaseClass, 'CLAIM'>, { readonly procedure: ProcedureId; readonly reason: BilingualText }>> =
  {
    SUGGESTION: {
      procedure: 'suggestion',
      reason: {
        zh: '建议意见类事项适用建议程序，没有复查复核（《信访工作条例》第二十九条）',
        en: 'A suggestion has its own procedure, without review (Art 29)',
      },
    },
    ACCUSATION: {
      procedure: 'accusation',
      reason: {
        zh: '检举控告类事项适用检举控告程序，全程保密（《信访工作条例》第三十条）',
        en: 'An accusation has its own, sealed procedure (Art 30)',
      },
    },
  };

const GUIDED: BilingualText = {
  zh: '申诉求决类事项应当通过其他法定途径处理的，导入该途径（《信访工作条例》第三十一条第一项至第五项）',
  en: 'A claim that belongs to another legal route is guided there (Art 31(1)–(5))',
};
const PETITION: BilingualText = {
  zh: '不属于其他法定途径的申诉求决事项，适用信访程序（《信访工作条例》第三十一条第六项）',
  en: 'A claim that belongs to no other legal route takes the petition procedure (Art 31(6))',
};

/** What the choice of a procedure asks of a matter besides its class and route. */
export type SettledMatter = Pick<SimpleMatter, 'places' | 'organs' | 'repeated'>;

const ORDINARY: SettledMatter = { places: 1, organs: 0, repeated: false };

/**
 * The procedure that class and route allow. One that was asked for and contradicts them, or isn't for this matter or isn't
 * offered yet, is replaced, with the reason; without a wish there is nothing to explain. A claim without a route counts as PETITION.
 */
export function settleProcedure(
  caseClass: CaseClass,
  route: Route | null,
  wanted?: ProcedureId,
  matter: SettledMatter = ORDINARY,
): SettledProcedure {
  const { procedure, reason } = fitting(caseClass, route);
  if (wanted === undefined || wanted === procedure) return { procedure };
  if (wanted === 'simplified') {
    const why = whyNotSimple({ class: caseClass, route, ...matter });
    return why === null ? { procedure: wanted } : { procedure, reason: procedure === 'petition' ? why : reason };
  }
  if (procedure === 'petition' && ON_REQUEST.has(wanted)) return { procedure: wanted };
  return { procedure, reason };
}

function fitting(caseClass: CaseClass, route: Route | null): { readonly procedure: ProcedureId; readonly reason: BilingualText } {
  if (caseClass !== 'CLAIM') return CLASS_PROCEDURE[caseClass];
  return route === null || route === 'PETITION' ? { procedure: 'petition', reason: PETITION } : { procedure: 'guided', reason: GUIDED };
}
