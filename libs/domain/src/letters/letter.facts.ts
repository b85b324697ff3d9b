import type { FactSpec } from '../chart/effect.ts';

/** `of` is the event that it tells of; word, year and number are its place in the unit's register, which a sealed case's letter has not. */
export const LETTER_FACTS = {
  'letter.made': {
    text: { zh: '已制发文书', en: 'Official letter made' },
    data: ['letterKind', 'letterNo', 'of', 'unitId', 'word', 'year', 'number'],
  },
} as const satisfies Record<string, FactSpec>;
