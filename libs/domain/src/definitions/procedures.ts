import { accusationMachine } from '../accusation/accusation.machine.ts';
import { accusationMachine2, fromAccusationOne } from '../accusation/accusation.machine-2.ts';
import { RECEIPT_CLOCK, TOLD_CLOCK } from '../accusation/hand-on.deeds.ts';
import type { BilingualText } from '../case/decision.ts';
import type { ProcedureId } from '../case/vocabulary.ts';
import type { ChartMachine } from '../chart/chart.ts';
import { waysOf } from '../chart/ways.ts';
import { isClosed } from '../closing/closed-states.ts';
import { guidedMachine } from '../guided/guided.machine.ts';
import { EXTERNAL_CLOCKS } from '../guided/external-procedures.ts';
import { fromGuidedOne, guidedMachine2 } from '../guided/guided.machine-2.ts';
import { hotlineMachine } from '../hotline/hotline.machine.ts';
import { UnknownLaw } from '../law/unknown-law.ts';
import { leaderCaseMachine } from '../leader-case/leader-case.machine.ts';
import { ACCEPTANCE_LIMITS, KINDS } from '../mediation/kinds.ts';
import { mediationMachine } from '../mediation/mediation.machine.ts';
import { dutyMachine } from '../duty/duty.machine.ts';
import { jurisdictionMachine } from '../jurisdiction/jurisdiction.machine.ts';
import { meetingMachine } from '../meeting/meeting.machine.ts';
import { resolutionMachine } from '../meeting/resolution.machine.ts';
import { receptionMachine } from '../reception/reception.machine.ts';
import { petitionMachine } from '../petition/petition.machine.ts';
import { DRAWN_VISIT } from '../rule-packs/visit-rules.ts';
import { rectificationMachine } from '../rectification/rectification.machine.ts';
import { simplifiedMachine } from '../simplified/simplified.machine.ts';
import { suggestionLetterMachine } from '../suggestion-letter/letter.machine.ts';
import { supervisionMachine } from '../supervision-card/card.machine.ts';
import { suggestionMachine } from '../suggestion/suggestion.machine.ts';
import { urgentMachine } from '../urgent/urgent.machine.ts';
import { COMMANDS } from './commands.ts';
import type { ProcedureDefinition } from './definition.ts';

/** Matters begin as registered; a record begins with what it asks of its unit. */
function initialOf({ id, config }: ChartMachine): string {
  if (typeof config.initial !== 'string') throw new TypeError(`${id} names no state to begin in`);
  return config.initial;
}

/** A procedure of its machine: states, transitions and commands are read back from the chart. */
export function defineProcedure(
  id: ProcedureId,
  version: number,
  machine: ChartMachine,
  title: BilingualText,
  basis: BilingualText,
  deadlines: readonly string[],
): ProcedureDefinition {
  const ways = waysOf(machine);
  const states = [...ways.keys()];
  const transitions = [...ways.values()]
    .flatMap((byCommand) => [...byCommand.values()].flat())
    .map(({ from, command, to, rules }) => ({ from, command, to, rules: rules.map((rule) => rule.name) }));
  return {
    id,
    version,
    title,
    basis,
    initial: initialOf(machine),
    states,
    closed: states.filter((state) => isClosed(id, state)),
    transitions,
    commands: Object.keys(COMMANDS).filter((type) => transitions.some((way) => way.command === type)),
    deadlines,
    ways,
    machine,
  };
}

const INTAKE = ['PET-FWD', 'PET-NOTICE-DIRECT', 'PET-NOTICE-FWD', 'PET-OBJECT', 'PET-ASSIGN'] as const;

const PETITION = [
  'PET-HANDLE',
  'PET-SERVE',
  'PET-REVIEW-REQ',
  'PET-REVIEW',
  'PET-RECHECK-REQ',
  'PET-RECHECK',
  'PET-REDO',
  DRAWN_VISIT,
] as const;

const GUIDED = {
  title: { zh: '导入法定途径', en: 'Guided to a legal route' },
  basis: { zh: '《信访工作条例》第31条第1项至第5项', en: 'Regulation on Petitions, Art 31(1)–(5)' },
};

const ACCUSATION = {
  title: { zh: '检举控告', en: 'Accusation' },
  basis: { zh: '《信访工作条例》第22条、第30条', en: 'Regulation on Petitions, Art 22, 30' },
};
const ACCUSATION_CLOCKS = ['PET-FWD', 'PET-NOTICE-DIRECT'] as const;

/** Every version of every procedure, the newest of each first. */
export const PROCEDURE_DEFINITIONS: readonly ProcedureDefinition[] = [
  defineProcedure(
    'petition',
    1,
    petitionMachine,
    { zh: '信访程序', en: 'Petition' },
    { zh: '《信访工作条例》第22条至第36条', en: 'Regulation on Petitions, Art 22–36' },
    [...INTAKE, ...PETITION],
  ),
  defineProcedure(
    'simplified',
    1,
    simplifiedMachine,
    { zh: '简易办理', en: 'Simplified petition' },
    { zh: '《信访事项简易办理办法（试行）》', en: 'Measures for Simple Handling of Petition Matters (trial)' },
    [...INTAKE, 'PET-SIMPLE', ...PETITION],
  ),
  defineProcedure(
    'hotline',
    1,
    hotlineMachine,
    { zh: '12345热线工单', en: '12345 work order' },
    { zh: '12345热线办理惯例（可配置）；国办发〔2022〕12号', en: '12345 hotline practice (configurable); State Council Office [2022] 12' },
    ['HOT-DISPATCH', 'HOT-SIGN', 'HOT-RETURN', 'HOT-DO', 'HOT-CALLBACK', 'HOT-RECEIPT', 'HOT-INBOUND', DRAWN_VISIT],
  ),
  defineProcedure(
    'suggestion',
    1,
    suggestionMachine,
    { zh: '建议意见', en: 'Suggestion' },
    { zh: '《信访工作条例》第29条', en: 'Regulation on Petitions, Art 29' },
    [...INTAKE, 'PET-SERVE', 'PET-REDO', DRAWN_VISIT],
  ),
  {
    ...defineProcedure('accusation', 2, accusationMachine2, ACCUSATION.title, ACCUSATION.basis, [
      ...ACCUSATION_CLOCKS,
      RECEIPT_CLOCK,
      TOLD_CLOCK,
    ]),
    migration: fromAccusationOne,
  },
  defineProcedure('accusation', 1, accusationMachine, ACCUSATION.title, ACCUSATION.basis, ACCUSATION_CLOCKS),
  {
    ...defineProcedure('guided', 2, guidedMachine2, GUIDED.title, GUIDED.basis, [...INTAKE, ...EXTERNAL_CLOCKS, DRAWN_VISIT]),
    migration: fromGuidedOne,
  },
  defineProcedure('guided', 1, guidedMachine, GUIDED.title, GUIDED.basis, [...INTAKE, DRAWN_VISIT]),
  defineProcedure(
    'mediation',
    1,
    mediationMachine,
    { zh: '调解程序', en: 'Mediation' },
    { zh: '《人民调解法》第17条至第33条', en: "People's Mediation Law, Art 17–33" },
    [
      ...INTAKE,
      ...Object.values(KINDS).map((kind) => kind.limit),
      ...ACCEPTANCE_LIMITS,
      'MED-PICK',
      'MED-APPOINT',
      'MED-CONFIRM',
      'MED-CONTACT',
      'MED-NOTICE',
      'MED-PERFORM',
      'MED-RECEIPT',
      'JC-APPLY',
      'JC-DECIDE',
      DRAWN_VISIT,
    ],
  ),
  defineProcedure(
    'joint-meeting',
    1,
    meetingMachine,
    { zh: '信访工作联席会议', en: 'Joint meeting' },
    { zh: '《信访工作条例》第11条至第13条', en: 'Regulation on Petitions, Art 11–13' },
    ['JM-CONVENE', 'JM-HOLD'],
  ),
  defineProcedure(
    'resolution',
    1,
    resolutionMachine,
    { zh: '联席会议决议', en: 'Resolution of a joint meeting' },
    { zh: '《信访工作条例》第13条、第39条第3款', en: 'Regulation on Petitions, Art 13, 39(3)' },
    ['JM-RESOLUTION', 'JM-CHECK'],
  ),
  defineProcedure(
    'jurisdiction',
    1,
    jurisdictionMachine,
    { zh: '管辖争议', en: 'Dispute on jurisdiction' },
    { zh: '《信访工作条例》第24条第1款', en: 'Regulation on Petitions, Art 24(1)' },
    ['JUR-AGREE', 'JUR-RULE'],
  ),
  defineProcedure(
    'duty-handover',
    1,
    dutyMachine,
    { zh: '值守交接班', en: 'Hand-over of the duty' },
    { zh: '24小时联勤值守惯例（可配置）', en: 'practice of round-the-clock duty (configurable)' },
    ['DUTY-TAKE'],
  ),
  defineProcedure(
    'reception-day',
    1,
    receptionMachine,
    { zh: '领导接访', en: 'Leaders’ reception of visitors' },
    { zh: '《信访工作条例》第18条第2款', en: 'Regulation on Petitions, Art 18(2)' },
    ['RECEPT-CITY', 'RECEPT-COUNTY', 'RECEPT-REGULAR', 'RECEPT-PROVINCE', 'RECEPT-PUBLISH', 'RECEPT-HOLD'],
  ),
  defineProcedure(
    'urgent-matter',
    1,
    urgentMachine,
    { zh: '重大紧急事项', en: 'Urgent or major matter' },
    { zh: '《信访工作条例》第25条、第46条第4项', en: 'Regulation on Petitions, Art 25, 46(4)' },
    ['URG-RESPOND', 'URG-ASSEMBLE', 'URG-ACT', 'URG-OWN', 'URG-UP', 'URG-NATIONAL', 'URG-RECEIPT'],
  ),
  defineProcedure(
    'leader-case',
    1,
    leaderCaseMachine,
    { zh: '领导包案', en: 'Led by a leader' },
    { zh: '《信访工作条例》第18条第2款', en: 'Regulation on Petitions, Art 18(2)' },
    ['LEAD-TAKE', 'LEAD-REPORT', 'LEAD-TERM'],
  ),
  defineProcedure(
    'supervision',
    1,
    supervisionMachine,
    { zh: '督办', en: 'Supervision' },
    { zh: '《信访工作条例》第39条、第40条', en: 'Regulation on Petitions, Art 39, 40' },
    ['SUP-ANSWER', 'SUP-RECTIFY', 'SUP-WARN', 'SUP-ORDER'],
  ),
  defineProcedure(
    'suggestion-letter',
    1,
    suggestionLetterMachine,
    { zh: '三项建议', en: 'Letter of suggestion' },
    { zh: '《信访工作条例》第40条', en: 'Regulation on Petitions, Art 40' },
    ['PET-SUGG-FEEDBACK', 'SUGG-FOLLOW'],
  ),
  defineProcedure(
    'rectification',
    1,
    rectificationMachine,
    { zh: '回访整改', en: 'Rectification of what a visit found' },
    { zh: '访、改、宣工作机制（地方做法，可配置）', en: 'practice of visiting, putting right and publishing (local, configurable)' },
    ['RECT-REPLY', 'RECT-CHECK', 'RECT-PUBLISH'],
  ),
];

/** All versions of all procedures, and which of each is in force. */
export interface ProcedureBook {
  readonly all: readonly ProcedureDefinition[];
  /** The definition a case runs on: its own version, whatever has come since. @throws UnknownLaw when it isn't known */
  of(procedure: string, version: number): ProcedureDefinition;
  /** What a new case of this procedure runs on. @throws RangeError for a procedure that isn't offered */
  current(procedure: ProcedureId): ProcedureDefinition;
}

/**
 * @param all the newest of each procedure first
 * @param inForce the version in force by procedure; the newest where it isn't said
 */
export function procedureBook(all: readonly ProcedureDefinition[], inForce: Readonly<Record<string, number>> = {}): ProcedureBook {
  const byVersion = new Map(all.map((one) => [`${one.id}@${String(one.version)}`, one]));
  const of = (procedure: string, version: number): ProcedureDefinition => {
    const found = byVersion.get(`${procedure}@${String(version)}`);
    if (found === undefined) throw new UnknownLaw(`the definition of ${procedure}@${String(version)}`);
    return found;
  };
  const current = new Map<string, ProcedureDefinition>();
  for (const { id } of all) {
    const newest = all.find((one) => one.id === id);
    if (newest !== undefined) current.set(id, of(id, inForce[id] ?? newest.version));
  }
  return {
    all,
    of,
    current: (procedure) => {
      const found = current.get(procedure);
      if (found === undefined) throw new RangeError(`the procedure ${procedure} is not offered`);
      return found;
    },
  };
}

/** As the product ships them. */
const SHIPPED = procedureBook(PROCEDURE_DEFINITIONS);

/** The procedures that decisions are taken by. */
export function proceduresOf(env: { readonly law?: { readonly procedures: ProcedureBook } }): ProcedureBook {
  return env.law?.procedures ?? SHIPPED;
}

/** A shipped definition. @throws RangeError when there is none */
export function definitionOf(procedure: string, version: number): ProcedureDefinition {
  return SHIPPED.of(procedure, version);
}

/** The newest shipped definition. @throws RangeError for a procedure that isn't offered */
export function currentDefinition(procedure: ProcedureId): ProcedureDefinition {
  return SHIPPED.current(procedure);
}
