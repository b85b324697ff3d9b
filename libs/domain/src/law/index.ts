export { firstEdition, isInForce, nextEdition } from './edition.ts';
export type { Edition, LawMaterial, LawSubject } from './edition.ts';
export { UnknownLaw } from './unknown-law.ts';
export { lawBook, asOfEdition } from './law-book.ts';
