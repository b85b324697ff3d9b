import { runProcess } from '#libs/process';
import { JobHandlersWrong, QueueBackendUnusable } from '#libs/queues';
import { EscalationModule } from './escalation.module.ts';

await runProcess(process.env, { app: 'escalation', module: EscalationModule, plainErrors: [JobHandlersWrong, QueueBackendUnusable] });
