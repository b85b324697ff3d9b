import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CONFIG } from '#libs/config';
import type { Config } from '#libs/config';
import { SessionGate } from '#libs/access';
import { LOG, TRACING } from '#libs/observability';
import type { Log, Tracing } from '#libs/observability';
import { addConsole } from '../console/console-files.ts';
import { answerBytes } from './answer-bytes.ts';
import { addOrderlyClose } from './orderly-close.ts';
import { ProblemFilter } from './problem.filter.ts';
import { addResponseHeaders } from './response-headers.ts';
import { addSessionHook } from './session-hook.ts';
import { addTraceHook } from './trace-hook.ts';

/**
 * Everything around the controllers: headers, sessions, problems, the console's files. Called once on an application made
 * with `createHttpAdapter()`, before it listens: hooks hold for routes that are registered after them.
 */
export async function prepareHttp(app: NestFastifyApplication): Promise<void> {
  const instance = app.getHttpAdapter().getInstance();
  const config = app.get<Config>(CONFIG);
  const log = app.get<Log>(LOG);
  const tracing = app.get<Tracing | null>(TRACING);
  addOrderlyClose(instance);
  // It may answer with bytes as well; its type knows of texts alone.
  instance.setReplySerializer(answerBytes as (answer: unknown) => string);
  if (tracing !== null) addTraceHook(instance, tracing);
  addResponseHeaders(instance, { https: config.nodeEnv === 'production' });
  addSessionHook(instance, app.get(SessionGate, { strict: false }), log);
  app.useGlobalFilters(new ProblemFilter(log));
  await addConsole(instance);
}
