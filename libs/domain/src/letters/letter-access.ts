import { readsNames } from '../access/disclosure.ts';
import { knowledge } from '../access/knowledge.ts';
import { paperAccess } from '../access/papers.ts';
import { hasRole } from '../access/people.ts';
import type { Actor, CaseContext, CaseSnapshot } from '../case/snapshot.ts';
import type { LetterKind } from '../case/letter.ts';
import { letterFieldsOf } from './letter-files.ts';

const STAFF = ['clerk', 'handler', 'head', 'mediator', 'supervisor', 'leader'] as const;

/**
 * Whether a person makes a letter in the name of a unit: somebody who works there, knows the case and is not recused from it. Of a
 * sealed case only its holder has anybody who knows, so its letters are the holder's, whoever did what they tell of (Art 30(3)).
 */
export function makesLetters(context: CaseContext, actor: Actor, unitId: string): boolean {
  if (actor.unitId === null || !hasRole(actor, ...STAFF) || knowledge(context, actor) !== 'full') return false;
  if (actor.userId !== null && context.recusedUsers.includes(actor.userId)) return false;
  return actor.unitId === (context.sealed ? context.holderUnitId : unitId);
}

/**
 * Whether a person may read a letter's file: it names people, so whoever sees masks on the case page doesn't, unless it is his own
 * unit's letter; what was said behind closed doors stays with those who sat there.
 */
export function readsLetter(snapshot: CaseSnapshot, actor: Actor, letter: { readonly kind: LetterKind; readonly unitId: string }): boolean {
  const { context } = snapshot;
  if (knowledge(context, actor) !== 'full') return false;
  const paper = { id: '', field: letterFieldsOf(letter.kind).pdf };
  if (paperAccess(context, actor, paper) !== 'text') return false;
  return makesLetters(context, actor, letter.unitId) || readsNames(snapshot, actor);
}
