export { rectificationOpening, whyNotRectified } from './opening.ts';
export type { RectificationOpening } from './opening.ts';
