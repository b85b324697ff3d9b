import { runProcess } from '#libs/process';
import { JobHandlersWrong, QueueBackendUnusable } from '#libs/queues';
import { RelayModule } from './relay.module.ts';

await runProcess(process.env, { app: 'relay', module: RelayModule, plainErrors: [JobHandlersWrong, QueueBackendUnusable] });
