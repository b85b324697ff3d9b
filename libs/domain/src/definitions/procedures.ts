import { accusationMachine } from '../accusation/accusation.machine.ts';
import type { BilingualText } from '../case/decision.ts';
import type { ProcedureId } from '../case/vocabulary.ts';
import type { ChartMachine } from '../chart/chart.ts';
import { waysOf } from '../chart/ways.ts';
import { isClosed } from '../closing/closed-states.ts';
import { guidedMachine } from '../guided/guided.machine.ts';
import { petitionMachine } from '../petition/petition.machine.ts';
import { suggestionMachine } from '../suggestion/suggestion.machine.ts';
import { COMMANDS } from './commands.ts';
import type { ProcedureDefinition } from './definition.ts';

function define(
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
    initial: 'registered',
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

/** Every version of every procedure, the newest of each first. */
export const PROCEDURE_DEFINITIONS: readonly ProcedureDefinition[] = [
  define(
    'petition',
    1,
    petitionMachine,
    { zh: '信访程序', en: 'Petition' },
    { zh: '《信访工作条例》第22条至第36条', en: 'Regulation on Petitions, Art 22–36' },
    [...INTAKE, 'PET-HANDLE', 'PET-SERVE', 'PET-REVIEW-REQ', 'PET-REVIEW', 'PET-RECHECK-REQ', 'PET-RECHECK', 'PET-REDO'],
  ),
  define(
    'suggestion',
    1,
    suggestionMachine,
    { zh: '建议意见', en: 'Suggestion' },
    { zh: '《信访工作条例》第29条', en: 'Regulation on Petitions, Art 29' },
    [...INTAKE, 'PET-SERVE', 'PET-REDO'],
  ),
  define(
    'accusation',
    1,
    accusationMachine,
    { zh: '检举控告', en: 'Accusation' },
    { zh: '《信访工作条例》第22条、第30条', en: 'Regulation on Petitions, Art 22, 30' },
    ['PET-FWD', 'PET-NOTICE-DIRECT'],
  ),
  define(
    'guided',
    1,
    guidedMachine,
    { zh: '导入法定途径', en: 'Guided to a legal route' },
    { zh: '《信访工作条例》第31条第1项至第5项', en: 'Regulation on Petitions, Art 31(1)–(5)' },
    INTAKE,
  ),
];

const BY_VERSION = new Map(PROCEDURE_DEFINITIONS.map((one) => [`${one.id}@${String(one.version)}`, one]));

/**
 * The definition a case runs on: its own version, whatever has come since.
 *
 * @throws RangeError when it is gone: definitions in use are never removed.
 */
export function definitionOf(procedure: string, version: number): ProcedureDefinition {
  const found = BY_VERSION.get(`${procedure}@${String(version)}`);
  if (found === undefined) throw new RangeError(`no definition of ${procedure}@${String(version)}`);
  return found;
}

/** What a new case of this procedure runs on. @throws RangeError for a procedure that isn't offered. */
export function currentDefinition(procedure: ProcedureId): ProcedureDefinition {
  const found = PROCEDURE_DEFINITIONS.find((one) => one.id === procedure);
  if (found === undefined) throw new RangeError(`the procedure ${procedure} is not offered`);
  return found;
}
