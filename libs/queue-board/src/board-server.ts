import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  AppControllerRoute,
  AppViewRoute,
  BullBoardQueues,
  ControllerHandlerReturnType,
  IServerAdapter,
  UIConfig,
} from '@bull-board/api/typings/app';
import type { FastifyInstance } from 'fastify';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves bull-board's page, its files and the questions it asks; nothing that would change a queue is routed at all. Its own
 * Fastify adapter would also do the changing, and its page would load fonts from another company's server.
 */
export class BoardServer implements IServerAdapter {
  private queues: BullBoardQueues = new Map();
  private statics = { route: '', folder: '' };
  private views = '';
  private entry: AppViewRoute | null = null;
  private routes: AppControllerRoute[] = [];
  private config: UIConfig = {};
  private onError: ((error: Error) => ControllerHandlerReturnType) | null = null;

  constructor(private readonly basePath: string) {}

  setQueues(queues: BullBoardQueues): this {
    this.queues = queues;
    return this;
  }

  setViewsPath(folder: string): this {
    this.views = folder;
    return this;
  }

  setStaticPath(route: string, folder: string): this {
    this.statics = { route, folder };
    return this;
  }

  setEntryRoute(entry: AppViewRoute): this {
    this.entry = entry;
    return this;
  }

  setErrorHandler(handler: (error: Error) => ControllerHandlerReturnType): this {
    this.onError = handler;
    return this;
  }

  setApiRoutes(routes: AppControllerRoute[]): this {
    this.routes = routes;
    return this;
  }

  setUIConfig(config: UIConfig): this {
    this.config = config;
    return this;
  }

  /** Adds the routes to a Fastify scope whose prefix is the base path. */
  mount(scope: FastifyInstance): void {
    this.mountPage(scope);
    this.mountFiles(scope);
    this.mountQuestions(scope);
    const { onError } = this;
    if (onError !== null) {
      scope.setErrorHandler(async (error, _request, reply) => {
        const answer = onError(error instanceof Error ? error : new Error(String(error)));
        return reply.status(answer.status ?? 500).send(answer.body);
      });
    }
  }

  private mountPage(scope: FastifyInstance): void {
    const { entry } = this;
    if (entry === null) throw new Error('the board has no page');
    const template = readFileSync(path.join(this.views, 'index.ejs'), 'utf8').replaceAll(/<link [^>]*href="https?:[^>]*>/g, '');
    for (const url of [entry.route].flat()) {
      scope.get(url, async (_request, reply) => {
        const { params } = entry.handler({ basePath: this.basePath, uiConfig: this.config });
        return reply.type('text/html; charset=utf-8').send(fill(template, params));
      });
    }
  }

  /** The files are listed once; an address that is none of them doesn't reach the disk. */
  private mountFiles(scope: FastifyInstance): void {
    for (const entry of readdirSync(this.statics.folder, { recursive: true, withFileTypes: true })) {
      const type = TYPES[path.extname(entry.name)];
      if (!entry.isFile() || type === undefined) continue;
      const file = path.join(entry.parentPath, entry.name);
      const url = path.relative(this.statics.folder, file).split(path.sep).join('/');
      scope.get(`${this.statics.route}/${url}`, async (_request, reply) => reply.type(type).send(readFileSync(file)));
    }
  }

  private mountQuestions(scope: FastifyInstance): void {
    for (const question of this.routes) {
      if (![question.method].flat().includes('get')) continue;
      for (const url of [question.route].flat()) {
        scope.get<{ Params: Record<string, unknown>; Querystring: Record<string, unknown> }>(url, async (request, reply) => {
          const { params, query } = request;
          const answer = await question.handler({ queues: this.queues, uiConfig: this.config, params, query, body: {}, headers: {} });
          return reply.status(answer.status ?? 200).send(answer.body);
        });
      }
    }
  }
}

/** `<%= x %>` escaped, `<%- x %>` as it is (JSON whose angle brackets bull-board has escaped itself). */
function fill(template: string, values: Readonly<Record<string, string | undefined>>): string {
  return template.replaceAll(/<%([=-])\s*(\w+)\s*%>/g, (_match, kind: string, name: string) => {
    const value = values[name] ?? '';
    return kind === '-' ? value : value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  });
}
