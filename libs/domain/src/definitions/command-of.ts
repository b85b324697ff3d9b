import type { WhoName } from '../access/who.ts';
import { WHO } from '../access/who.ts';
import type { Role } from '../case/vocabulary.ts';
import type { CommandSpec } from './command-spec.ts';

/** What a command has besides its name and who may send it. */
export type CommandRest = Partial<Omit<CommandSpec, 'type' | 'label' | 'who' | 'roles' | 'public'>>;

/** A command as data, the rest of it left at nothing. */
export function command(type: string, zh: string, en: string, who: readonly WhoName[], rest: CommandRest = {}): CommandSpec {
  const ways = [...who, ...Object.values(rest.whoIn ?? {}).flat()];
  const roles = [...new Set<Role>(ways.flatMap((name) => WHO[name].roles))];
  return {
    type,
    label: { zh, en },
    texts: [],
    unitFields: [],
    caseFields: [],
    userFields: [],
    registerFields: {},
    checks: [],
    checksHere: [],
    ...rest,
    who,
    roles,
    public: roles.includes('petitioner'),
  };
}
