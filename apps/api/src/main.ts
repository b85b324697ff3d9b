import { runProcess } from '#libs/process';
import { ApiModule } from './api.module.ts';
import { createHttpAdapter } from './http/http-adapter.ts';
import { prepareHttp } from './http/prepare-http.ts';

await runProcess(process.env, { app: 'api', module: ApiModule, http: { adapter: createHttpAdapter(), prepare: prepareHttp } });
