import { runProcess } from '#libs/process';
import { NotificationModule } from './notification.module.ts';

await runProcess(process.env, { app: 'notification', module: NotificationModule });
