import { runProcess } from '#libs/process';
import { EscalationModule } from './escalation.module.ts';

await runProcess(process.env, { app: 'escalation', module: EscalationModule });
