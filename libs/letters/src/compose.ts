import type { Letter, LetterPart } from './letter.ts';
import type { LetterSource } from './letter-source.ts';
import { SLOTS } from './slots.ts';
import type { LetterTemplate, Signers } from './template.ts';

const SLOT = /\{([a-zA-Z]+)(?::([^}]*))?\}/g;

/** The slots that a line names, for the check of the templates. */
export function slotsIn(line: string): readonly string[] {
  return [...line.matchAll(SLOT)].map(([, name = '']) => name);
}

/** A line with what is recorded put in; null where something it names is not. */
function filled(line: string, source: LetterSource): string | null {
  const values = [...line.matchAll(SLOT)].map(([, name = '', argument = '']) => SLOTS[name]?.(source, argument) ?? null);
  if (values.includes(null)) return null;
  let next = 0;
  return line.replaceAll(SLOT, () => values[next++] ?? '').replaceAll(/。{2,}/g, '。');
}

/** A text of several paragraphs is set as such. */
function paragraphs(text: string): readonly LetterPart[] {
  return text
    .split(/\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => ({ kind: 'paragraph', text: one }));
}

function partsOf(line: LetterTemplate['body'][number], source: LetterSource): readonly LetterPart[] {
  if (typeof line === 'string') {
    const text = filled(line, source);
    return text === null ? [] : paragraphs(text);
  }
  if ('heading' in line) return [{ kind: 'heading', text: line.heading }];
  const text = filled(line.text, source);
  return text === null ? [] : [{ kind: 'row', label: line.label, text }];
}

/** A heading without anything under it is left out. */
function withoutEmptyHeadings(parts: readonly LetterPart[]): readonly LetterPart[] {
  return parts.filter(({ kind }, i) => kind !== 'heading' || (parts[i + 1] !== undefined && parts[i + 1]?.kind !== 'heading'));
}

function signersOf(signers: Signers, source: LetterSource): readonly string[] {
  const of = (...roles: readonly string[]): readonly string[] =>
    source.parties.filter(({ role }) => roles.includes(role)).map(({ name }) => `${name}（签名、盖章或者按指印）：`);
  switch (signers) {
    case 'none':
      return [];
    case 'recipient':
      return ['受送达人（签名或者盖章）：', '送达人（签名）：'];
    case 'parties':
      return of('petitioner', 'respondent');
    case 'parties-and-mediator':
      return [...of('petitioner', 'respondent'), '调解员（签名）：', '记录人（签名）：'];
  }
}

/** A letter of recorded facts. Pure: the same facts give the same letter. */
export function composeLetter(template: LetterTemplate, source: LetterSource): Letter {
  return {
    title: template.title,
    unit: source.unitName(source.unitId),
    no: source.no,
    addressee: template.addressee === null ? null : (filled(template.addressee, source) ?? '信访人'),
    parts: withoutEmptyHeadings(template.body.flatMap((line) => partsOf(line, source))),
    signers: signersOf(template.signers, source),
    sealed: template.seal,
    date: source.madeOn,
  };
}
