import { Controller, StreamableFile } from '@nestjs/common';
import { exportCases, listCases, listLinked, openLinked, readCase, readDiagram, readHistory, verifyCase } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { PROCEDURE_DEFINITIONS, renderDiagram } from '#libs/domain';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { languageOf } from '../http/problem-view.ts';
import { CaseExport } from './case-export.ts';
import { CaseHistory } from './case-history.ts';
import { CaseList } from './case-list.ts';
import { CaseStore } from './case-store.ts';
import { CaseViews } from './case-views.ts';
import { LinkedCases } from './linked-cases.ts';

/** Reading cases. Every address answers 404 for what this person may not know of. */
@Controller()
export class CasesController {
  constructor(
    private readonly store: CaseStore,
    private readonly list: CaseList,
    private readonly views: CaseViews,
    private readonly histories: CaseHistory,
    private readonly exports: CaseExport,
    private readonly linked: LinkedCases,
  ) {}

  @Endpoint(listCases)
  async page(@Input() { viewer, query }: Call<typeof listCases>): Promise<AnswerOf<typeof listCases>> {
    const page = await this.list.page(viewer, query);
    return { ...page, items: await this.views.list(viewer, page.items) };
  }

  @Endpoint(exportCases)
  async file(@Input() { viewer, query, reply }: Call<typeof exportCases>): Promise<StreamableFile> {
    permit(viewer, 'clerk', 'handler', 'head', 'mediator', 'supervisor', 'leader', 'auditor');
    const { name, type, content } = await this.exports.file(viewer, query);
    reply.header('cache-control', 'no-store');
    return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });
  }

  @Endpoint(readCase)
  async read(@Input() { viewer, params }: Call<typeof readCase>): Promise<AnswerOf<typeof readCase>> {
    const known = await this.store.open(viewer, params.id);
    const [view] = await Promise.all([this.views.page(viewer, known), this.store.recordRead(known.row.id, viewer)]);
    return view;
  }

  @Endpoint(readHistory)
  async history(@Input() { viewer, params, query }: Call<typeof readHistory>): Promise<AnswerOf<typeof readHistory>> {
    return this.histories.page(await this.store.open(viewer, params.id), query);
  }

  @Endpoint(readDiagram)
  async diagram(@Input() { viewer, params, request, reply }: Call<typeof readDiagram>): Promise<string> {
    const known = await this.store.open(viewer, params.id);
    const { procedure, procedureVersion, state } = known.snapshot;
    const definition = PROCEDURE_DEFINITIONS.find(({ id, version }) => id === procedure && version === procedureVersion);
    if (definition === undefined) throw new Error(`no definition of ${procedure}@${String(procedureVersion)}`);
    const path = await this.histories.path(known);
    reply.type('image/svg+xml; charset=utf-8');
    return renderDiagram(definition, { state, path, lang: languageOf(request.headers['accept-language']) });
  }

  @Endpoint(verifyCase)
  async verify(@Input() { viewer, params }: Call<typeof verifyCase>): Promise<AnswerOf<typeof verifyCase>> {
    return this.histories.verify(await this.store.open(viewer, params.id));
  }

  @Endpoint(listLinked)
  async linkedTo(@Input() { viewer, params }: Call<typeof listLinked>): Promise<AnswerOf<typeof listLinked>> {
    const rows = await this.linked.of(viewer, await this.store.open(viewer, params.id));
    return { items: await this.views.list(viewer, rows), nextCursor: null };
  }

  @Endpoint(openLinked)
  openLinked(@Input() { viewer, params, body, idempotencyKey }: Call<typeof openLinked>): Promise<AnswerOf<typeof openLinked>> {
    return this.linked.open(viewer, params.id, body, idempotencyKey);
  }
}
