import { join, resolve } from 'node:path';
import { z } from 'zod';
import { channelSettings, channelVariables } from './channel-variables.ts';
import { ConfigError } from './config-error.ts';
import type { Config, Settings } from './config.ts';
import { parseMasterKey, readMasterKeyFile } from './master-key.ts';
import { flag, url } from './values.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65535, 'must be a port between 1 and 65535');

/** A real instant with an offset: `Date.parse` alone takes 31 June for 1 July and reads a missing offset as the machine's own. */
const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant with an offset, e.g. 2026-01-05T09:00:00+08:00' })
  .transform((text) => new Date(text).toISOString());

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production'], 'must be development, test or production').default('development'),
  HOST: z.string().optional(),
  PORT: port.default(3000),
  METRICS_PORT: port.optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  REDIS_URL: url(['redis:', 'rediss:']).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(['http:', 'https:']).optional(),
  JIEFEN_MASTER_KEY: z.string().optional(),
  JIEFEN_MASTER_KEY_FILE: z.string().optional(),
  DEMO: flag.default(true),
  CLOCK: z.enum(['real', 'manual'], 'must be real or manual').default('real'),
  FAULT_POINT: z
    .string()
    .regex(/^[a-z]+\.[a-z-]+(:[1-9]\d{0,6})?$/, 'must be the name of a fault point, or name:number')
    .transform((text) => {
      const [name = '', nth = '1'] = text.split(':');
      return { name, nth: Number(nth) };
    })
    .optional(),
  CLOCK_START: instant.default('2026-01-05T01:00:00.000Z'),
  ...channelVariables,
});

/**
 * Parses the environment; an empty variable counts as unset.
 * @throws ConfigError one line that names every variable that is wrong
 */
export function readSettings(env: Environment): Settings {
  const given = Object.fromEntries(Object.keys(environment.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '));
  }
  const values = parsed.data;
  if (values.CLOCK === 'manual' && values.NODE_ENV === 'production') {
    throw new ConfigError('CLOCK=manual is refused when NODE_ENV=production');
  }
  if (values.FAULT_POINT !== undefined && values.NODE_ENV === 'production') {
    throw new ConfigError('FAULT_POINT is refused when NODE_ENV=production');
  }
  if (values.METRICS_PORT === values.PORT) throw new ConfigError('METRICS_PORT must differ from PORT');
  const dataDir = resolve(values.DATA_DIR);
  return {
    nodeEnv: values.NODE_ENV,
    host: values.HOST ?? (values.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1'),
    port: values.PORT,
    metricsPort: values.METRICS_PORT ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    clock: values.CLOCK,
    clockStart: values.CLOCK_START,
    demo: values.DEMO && values.NODE_ENV !== 'production',
    masterKey: masterKey(values, dataDir),
    dataDir,
    region: '430000',
    city: '430400',
    faultPoint: values.FAULT_POINT ?? null,
    channels: channelSettings(values, values.NODE_ENV === 'production'),
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
  };
}

/** The whole config of an app that starts no server of its own. @throws ConfigError also when DATABASE_URL or the key is missing */
export function readConfig(env: Environment): Config {
  return completeConfig(readSettings(env));
}

/** Settings plus what the caller found for the parts left open. @throws ConfigError when one is still missing */
export function completeConfig(settings: Settings, found: { databaseUrl?: string; masterKey?: Buffer } = {}): Config {
  const databaseUrl = settings.databaseUrl ?? found.databaseUrl;
  const key = settings.masterKey ?? found.masterKey;
  if (databaseUrl === undefined) throw new ConfigError('DATABASE_URL must be set');
  if (key === undefined) throw new ConfigError('JIEFEN_MASTER_KEY or JIEFEN_MASTER_KEY_FILE must be set');
  return { ...settings, databaseUrl, masterKey: key };
}

function masterKey(values: z.infer<typeof environment>, dataDir: string): Buffer | null {
  if (values.JIEFEN_MASTER_KEY !== undefined) return parseMasterKey(values.JIEFEN_MASTER_KEY, 'JIEFEN_MASTER_KEY');
  const path = values.JIEFEN_MASTER_KEY_FILE;
  if (path === undefined) return readMasterKeyFile(join(dataDir, 'master.key'));
  const key = readMasterKeyFile(path);
  if (key === null) throw new ConfigError(`JIEFEN_MASTER_KEY_FILE names ${path}, which does not exist`);
  return key;
}
