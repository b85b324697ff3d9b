import 'reflect-metadata';
import { readSettings } from '#libs/config';
import { planDeath } from '#libs/fault-points';
import { createLog, stopOnSignals } from '#libs/observability';
import { endInOneLine } from '#libs/process';
import { banner } from './banner.ts';
import { Held } from './held.ts';
import { startStandalone } from './start-standalone.ts';

const held = new Held();
try {
  const settings = readSettings(process.env);
  planDeath(settings.faultPoint);
  const log = createLog({ app: 'standalone', level: settings.nodeEnv === 'test' ? 'warn' : 'info' });
  const started = startStandalone(settings, log, held);
  // Told to stop while starting: what has been taken by then is given back.
  stopOnSignals({
    log,
    stop: () =>
      started.then(
        () => held.release(),
        () => held.release(),
      ),
  });
  const config = await started;
  log.info('process.started', { port: config.port });
  process.stdout.write(banner(config));
} catch (error) {
  await held.release().catch(() => undefined);
  endInOneLine('standalone', error);
}
