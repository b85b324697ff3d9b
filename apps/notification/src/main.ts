import { runProcess } from '#libs/process';
import { JobHandlersWrong, QueueBackendUnusable } from '#libs/queues';
import { NotificationModule } from './notification.module.ts';

await runProcess(process.env, { app: 'notification', module: NotificationModule, plainErrors: [JobHandlersWrong, QueueBackendUnusable] });
