import type { WhoName } from '../access/who.ts';
import { WHO } from '../access/who.ts';
import type { BilingualText } from '../case/decision.ts';
import type { Role } from '../case/vocabulary.ts';
import type { Rule } from '../chart/rule.ts';
import { commandLabel } from './command-label.ts';
import { entitledTo } from './command-spec.ts';
import { COMMANDS } from './commands.ts';
import type { ProcedureDefinition } from './definition.ts';

/** One line of the table that lawyers read: in this state this command, by whom, under which conditions, to where. */
export interface CommandRow {
  readonly state: string;
  readonly command: string;
  readonly label: BilingualText;
  /** Where it may lead, with the condition where there are several. */
  readonly leadsTo: readonly { readonly state: string; readonly when: BilingualText | null }[];
  readonly who: readonly BilingualText[];
  readonly roles: readonly Role[];
  /** Of the payload (400) and of the case (403, 409), each with its article. */
  readonly conditions: readonly Pick<Rule, 'name' | 'text' | 'basis'>[];
}

/** (state × command × role): everything a procedure allows. What is not in it is refused. */
export function commandTable(definition: ProcedureDefinition): readonly CommandRow[] {
  return definition.states.flatMap((state) =>
    [...(definition.ways.get(state) ?? [])].map(([command, ways]): CommandRow => {
      const spec = COMMANDS[command];
      const names: readonly WhoName[] = spec === undefined ? [] : entitledTo(spec, definition.id);
      const rules = new Map(
        [...(spec?.checks ?? []), ...(spec?.checksHere ?? []), ...ways.flatMap((way) => way.rules)].map((rule) => [rule.name, rule]),
      );
      return {
        state,
        command,
        label: commandLabel(command),
        leadsTo: ways.map((way) => ({ state: way.to, when: way.branch?.text ?? null })),
        who:
          spec === undefined ? [{ zh: '系统（期限届满）', en: 'the engine (the deadline passes)' }] : names.map((name) => WHO[name].text),
        roles: spec === undefined ? ['engine'] : [...new Set(names.flatMap((name) => WHO[name].roles))],
        conditions: [...rules.values()].map(({ name, text, basis }) => ({ name, text, basis })),
      };
    }),
  );
}
