import { runProcess } from '#libs/process';
import { RelayModule } from './relay.module.ts';

await runProcess(process.env, { app: 'relay', module: RelayModule });
