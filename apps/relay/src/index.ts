export { FiguresWriter } from './figures-writer.ts';
export { OutboxPurge } from './outbox-purge.ts';
export { OutboxRelay } from './outbox-relay.ts';
export type { RelayCounts } from './outbox-relay.ts';
export { DEFAULT_RELAY_OPTIONS, RELAY_OPTIONS } from './relay-options.ts';
export type { RelayOptions } from './relay-options.ts';
export { RelayModule } from './relay.module.ts';
export { RelayService } from './relay.service.ts';
export { WakeupRelay } from './wakeup-relay.ts';
