export { cardView } from './card-view.ts';
export type { ShownCard } from './card-view.ts';
export { GROUND_LABELS, MEASURE_LABELS } from './labels.ts';
export { cardOpening, engineCardOf, whyNotSupervised } from './opening.ts';
export type { CardOpening } from './opening.ts';
