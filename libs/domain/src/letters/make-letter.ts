import type { CaseCommand } from '../case/command.ts';
import type { Decision, Fact } from '../case/decision.ts';
import type { MadeLetter } from '../case/letter.ts';
import { LETTER_KINDS } from '../case/letter.ts';
import { chartContext } from '../case/memo.ts';
import { numberOf, oneOf, textOf } from '../case/payload.ts';
import { forbidden, invalid, refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { makesLetters } from './letter-access.ts';
import { letterFieldsOf } from './letter-files.ts';
import { LETTER_NAMES } from './letter-names.ts';

/** The letters of a case, oldest first. */
export function lettersOf(context: CaseSnapshot['context']): readonly MadeLetter[] {
  return chartContext(context).memo.letters ?? [];
}

/** The place in the register of the unit; absent for a sealed case. */
function registered(command: CaseCommand): Readonly<Record<string, string | number>> {
  const [word, year, number] = [textOf(command, 'word'), numberOf(command, 'year'), numberOf(command, 'number')];
  return word === null || year === null || number === null ? {} : { word, year, number };
}

/**
 * `MAKE_LETTER {letterKind, letterNo, of, unitId, word?, year?, number?}`: the product's own command, sent for a person who asks for a
 * letter. It changes neither state nor clocks and stands beside the charts, so that released procedures keep theirs; what the letter
 * says was composed from recorded facts by whoever sends it, and comes as two documents.
 */
export function makeLetter(snapshot: CaseSnapshot, command: CaseCommand): Decision {
  const kind = oneOf(command, 'letterKind', LETTER_KINDS);
  const [no, of, unitId] = [textOf(command, 'letterNo'), numberOf(command, 'of'), textOf(command, 'unitId')];
  if (kind === null || no === null || of === null || unitId === null) return mistaken('letterKind');
  const fields = letterFieldsOf(kind);
  const idOf = (field: string): string | undefined => command.documents.find((one) => one.field === field)?.id;
  const [docx, pdf] = [idOf(fields.docx), idOf(fields.pdf)];
  if (docx === undefined || pdf === undefined) return mistaken('documents');

  const context = chartContext(snapshot.context);
  const place = registered(command);
  if (!makesLetters(context, command.by, unitId)) {
    const whoMay = { zh: '制发单位的工作人员', en: 'staff of the unit in whose name it is' };
    const reason = { zh: `“${LETTER_NAMES[kind].zh}”由制发单位制发。`, en: 'The letter is made by the unit in whose name it is.' };
    return { ok: false, refusal: forbidden(reason, { whoMay, basis: null }) };
  }
  // A sealed case leaves no trace in ordinary numbering (Art 30(3)); every other letter has its place in the register.
  if (context.sealed !== !('number' in place)) return mistaken('number');
  const letters = context.memo.letters ?? [];
  if (letters.some((one) => one.kind === kind && one.of === of))
    return {
      ok: false,
      refusal: refused({ zh: '该文书已制发。', en: 'The letter has been made already.' }, { code: 'letter.already_made' }),
    };
  const made: MadeLetter = { kind, of, no, unitId, docx, pdf };
  const fact: Fact = { data: { letterKind: kind, letterNo: no, of, unitId, ...place }, type: 'letter.made' };
  const next = { ...snapshot, context: { ...context, memo: { ...context.memo, letters: [...letters, made] } } };
  return { ok: true, next, versioned: true, facts: [fact], deadlines: [], notices: [] };
}

function mistaken(field: string): Decision {
  return { ok: false, refusal: invalid(field, 'letter.incomplete', { zh: '文书信息不完整。', en: 'The letter is incomplete.' }) };
}
