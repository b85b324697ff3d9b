export { ApiModule } from './api.module.ts';
export { createHttpAdapter } from './http/http-adapter.ts';
export { prepareHttp } from './http/prepare-http.ts';
