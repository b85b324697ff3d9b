export { PgListener } from './pg-listener.ts';
export { StreamHub } from './stream-hub.ts';
export type { StreamFilter } from './stream-hub.ts';
export { publishStream, STREAM_CHANNEL } from './stream-channel.ts';
export type { Queryable } from './stream-channel.ts';
export type { CaseNews, StreamAudience, StreamEvent } from './stream-event.ts';
export { StreamModule } from './stream.module.ts';
