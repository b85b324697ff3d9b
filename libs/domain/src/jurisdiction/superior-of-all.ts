import type { Unit } from '../case/directory.ts';

/**
 * The nearest unit that stands above every one of these (共同的上一级机关); null where there is none, as with departments of different
 * functions: then the joint meeting coordinates (Art 24(1)).
 */
export function superiorOfAll(units: readonly Pick<Unit, 'ancestors'>[]): string | null {
  const [first, ...others] = units;
  return first?.ancestors.find((id) => others.every(({ ancestors }) => ancestors.includes(id))) ?? null;
}
