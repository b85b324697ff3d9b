import { COMMANDS, FACTS } from './generated/domain-words.ts';
import type { Lang } from './say.ts';

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
const commands: Words = COMMANDS;
const facts: Words = FACTS;

/** A command's name, where the API gave none (a refusal's list of types). */
export function commandWord(type: string, lang: Lang): string {
  return commands[type]?.[lang] ?? type;
}

/** A fact's name, past tense; only a fact younger than this page would stay a code. */
export function factWord(type: string, lang: Lang): string {
  return facts[type]?.[lang] ?? type;
}
