import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '../http/problem-error.ts';
import { sendProblem } from '../http/problem.filter.ts';
import { pagePolicy } from '../http/response-headers.ts';

const NONCE = '__CSP_NONCE__';

/** Where vite put the console: beside the built apps; found from the source tree too. */
function consoleFolder(): string | null {
  const candidates = [
    path.resolve(import.meta.dirname, '../../../console'),
    path.resolve(import.meta.dirname, '../../../../dist/apps/console'),
  ];
  return candidates.find((folder) => existsSync(path.join(folder, 'index.html'))) ?? null;
}

/** One of the console's own addresses; names with a dot are files. */
const isPage = (pathname: string): boolean =>
  !pathname.startsWith('/api/') && pathname !== '/api' && !(pathname.split('/').at(-1) ?? '').includes('.');
const isPublicPage = (pathname: string): boolean => pathname === '/p' || pathname.startsWith('/p/');

/** Serves the console: hashed files for a year, and for every address of its own the page with a fresh nonce. */
export async function addConsole(instance: FastifyInstance): Promise<void> {
  const folder = consoleFolder();
  if (folder !== null) {
    await instance.register(fastifyCompress, {
      customTypes: /^(text\/(html|css|javascript)|application\/javascript|image\/svg\+xml)/,
      encodings: ['br', 'gzip'],
    });
    await instance.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      globIgnore: ['**/*.html', '.vite/**'],
      setHeaders: (reply, file) => {
        reply.header(
          'cache-control',
          file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        );
      },
    });
  }
  const pages = folder === null ? null : await readPages(folder);
  instance.get('/*', (request, reply) => {
    answerPage(request, reply, pages);
  });
}

interface Pages {
  readonly staff: string;
  readonly public: string;
}

async function readPages(folder: string): Promise<Pages> {
  const [staff, open] = await Promise.all(['index.html', 'public.html'].map((name) => readFile(path.join(folder, name), 'utf8')));
  return { staff: staff ?? '', public: open ?? '' };
}

function answerPage(request: FastifyRequest, reply: FastifyReply, pages: Pages | null): void {
  const pathname = request.url.split('?', 1)[0] ?? '/';
  if (pages === null || !isPage(pathname)) {
    sendProblem(reply, request, problemOf('route.not_found').body);
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  const page = isPublicPage(pathname) ? pages.public : pages.staff;
  reply.headers({ 'content-security-policy': pagePolicy(nonce), 'cache-control': 'no-store' }).type('text/html; charset=utf-8');
  reply.send(page.replaceAll(NONCE, nonce));
}
