import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/access';
import type { AnswerOf, listSuggestionLetters, QueryOf } from '#libs/contracts';
import { suggestionView } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import { CaseViews } from '../cases/case-views.ts';
import { RecordLinks } from './record-links.ts';
import { RecordList } from './record-list.ts';

type Letters = AnswerOf<typeof listSuggestionLetters>;

/** Letters of suggestion with what became of them. */
@Injectable()
export class LetterList {
  constructor(
    private readonly list: RecordList,
    private readonly links: RecordLinks,
    private readonly views: CaseViews,
    private readonly time: LegalClock,
  ) {}

  async page(viewer: Viewer, query: QueryOf<typeof listSuggestionLetters>): Promise<Letters> {
    const [page, now] = await Promise.all([this.list.page(viewer, 'suggestion-letter', query), this.time.now()]);
    const items = page.items.map(async (row): Promise<Letters['items'][number]> => {
      const { id, caseNo, title, state, stateLabel, divisionCode, holder, registeredAt, closedAt, overdue, clock } = this.views.item(
        row,
        now,
      );
      const letter = suggestionView(row.context);
      if (letter === null) throw new Error('a letter of suggestion says what it suggests');
      const mainCase = await this.links.mainOf(viewer, row.context);
      return { id, caseNo, title, state, stateLabel, divisionCode, holder, registeredAt, closedAt, overdue, clock, letter, mainCase };
    });
    return { ...page, items: await Promise.all(items) };
  }
}
