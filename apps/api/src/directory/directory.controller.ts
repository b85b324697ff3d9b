import { Controller } from '@nestjs/common';
import { listCategories, listDivisions, listUnits } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { Cursors } from '../http/cursor.ts';
import { YellowCardsInForce } from '../unit-registers/yellow-cards-in-force.ts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { DEFAULT_LIMIT, pageOfMemory } from '../http/page.ts';
import type { Page } from '../http/page.ts';

interface Listing<T> {
  readonly name: string;
  readonly filter: readonly (string | undefined)[];
  readonly query: { readonly limit?: number | undefined; readonly cursor?: string | undefined };
  readonly all: readonly T[];
  readonly keyOf: (item: T) => string;
}

/** The city's organisation and the catalogue of matters, from memory. */
@Controller()
export class DirectoryController {
  constructor(
    private readonly directory: DirectoryService,
    private readonly cursors: Cursors,
    private readonly yellowCards: YellowCardsInForce,
  ) {}

  @Endpoint(listUnits)
  units(@Input() { query }: Call<typeof listUnits>): AnswerOf<typeof listUnits> {
    const { function: fn, division, level, q } = query;
    const all = this.directory.searchUnits({ function: fn, division, level, q });
    const page = this.#page({ name: 'units', filter: [fn, division, level, q], query, all, keyOf: (unit) => unit.id });
    return {
      ...page,
      items: page.items.map(({ id, code, name, function: of, division: at, level: rank, superiorId, reviewUnitIds }) => ({
        id,
        code,
        name,
        nameEn: this.directory.nameEn(id),
        function: of,
        division: at,
        level: rank,
        superiorId,
        reviewUnitIds: [...reviewUnitIds],
        ...(this.yellowCards.has(id) ? { yellowCard: true as const } : {}),
      })),
    };
  }

  @Endpoint(listDivisions)
  divisions(@Input() { query }: Call<typeof listDivisions>): AnswerOf<typeof listDivisions> {
    const all = this.directory.divisionsUnder(query.parent);
    const page = this.#page({ name: 'divisions', filter: [query.parent], query, all, keyOf: (division) => division.code });
    return { ...page, items: page.items.map(({ code, name, level, ancestors }) => ({ code, name, level, parent: ancestors[0] ?? null })) };
  }

  @Endpoint(listCategories)
  categories(@Input() { query }: Call<typeof listCategories>): AnswerOf<typeof listCategories> {
    const all = this.directory.categoriesUnder(query.parent);
    const page = this.#page({ name: 'categories', filter: [query.parent], query, all, keyOf: (category) => category.code });
    return {
      ...page,
      items: page.items.map((category) => ({
        ...category,
        name: category.path.split('/').at(-1) ?? category.path,
        parent: this.directory.categoryParent(category.code),
      })),
    };
  }

  #page<T>({ name, filter, query, all, keyOf }: Listing<T>): Page<T> {
    const list = JSON.stringify([name, ...filter.map((one) => one ?? null)]);
    const after = this.cursors.read(list, query.cursor)?.[0];
    return pageOfMemory(all, query.limit ?? DEFAULT_LIMIT, typeof after === 'string' ? after : null, keyOf, (last) =>
      this.cursors.write(list, [keyOf(last)]),
    );
  }
}
