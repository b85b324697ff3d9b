import type { Category } from '../case/directory.ts';

/** The code of the category one level up, found by path (codes have gaps and `…99` entries); null at the top. */
export function categoryParents(categories: readonly Category[]): ReadonlyMap<string, string | null> {
  const byPath = new Map(categories.map((category) => [category.path, category.code]));
  return new Map(
    categories.map(({ code, path }) => {
      const cut = path.lastIndexOf('/');
      return [code, cut < 0 ? null : (byPath.get(path.slice(0, cut)) ?? null)];
    }),
  );
}
