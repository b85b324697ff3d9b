import { Module } from '@nestjs/common';
import { QueueBoardModule } from '#libs/queue-board';
import { runProcess } from '#libs/process';
import { ApiModule } from './api.module.ts';
import { createHttpAdapter } from './http/http-adapter.ts';
import { prepareHttp } from './http/prepare-http.ts';

/** The API, and the board of the queues beside it on the same port: no part of the API reaches the queues through it. */
@Module({ imports: [ApiModule, QueueBoardModule] })
class ApiProcess {}

await runProcess(process.env, { app: 'api', module: ApiProcess, http: { adapter: createHttpAdapter(), prepare: prepareHttp } });
