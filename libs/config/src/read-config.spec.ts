import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeConfig, createMasterKeyFile, readConfig, readSettings, VARIABLES } from './index.ts';

const key = Buffer.alloc(32, 7);

describe('readSettings', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiefen-config-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const read = (env: Record<string, string>) => readSettings({ DATA_DIR: folder, ...env });

  it('has a default for everything', () => {
    expect(read({})).toEqual({
      nodeEnv: 'development',
      host: '127.0.0.1',
      port: 3000,
      metricsPort: null,
      databaseUrl: null,
      redisUrl: null,
      clock: 'real',
      clockStart: '2026-01-05T01:00:00.000Z',
      demo: true,
      masterKey: null,
      dataDir: folder,
      region: '430000',
      city: '430400',
      faultPoint: null,
      channels: {
        smtpUrl: null,
        mailFrom: 'jiefen@localhost',
        gatewayUrl: null,
        gatewayToken: null,
        gatewayChannels: ['sms', 'im'],
        mailRate: 10,
        gatewayRate: 10,
        webhookRate: 10,
        quietHours: { from: '21:00', to: '08:00' },
        webhookPrivateHosts: [],
        petitionerSms: false,
      },
      otlpEndpoint: null,
    });
  });

  it('takes an empty variable for an unset one', () => {
    const empty = Object.fromEntries(VARIABLES.filter(({ name }) => name !== 'DATA_DIR').map(({ name }) => [name, '']));
    expect(read(empty)).toEqual(read({}));
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a port number'],
    [{ PORT: '0' }, 'PORT must be a port between 1 and 65535'],
    [{ PORT: '70000' }, 'PORT must be a port between 1 and 65535'],
    [{ METRICS_PORT: '3000' }, 'METRICS_PORT must differ from PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be a URL'],
    [{ REDIS_URL: 'localhost' }, 'REDIS_URL must be a URL'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT must be a URL'],
    [{ DEMO: 'no' }, 'DEMO must be 0 or 1'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV must be development, test or production'],
    [{ CLOCK: 'fast' }, 'CLOCK must be real or manual'],
    [{ CLOCK_START: '2026-02-30T09:00:00+08:00' }, 'CLOCK_START must be an instant'],
    [{ CLOCK_START: '2026-01-05' }, 'CLOCK_START must be an instant'],
    [{ CLOCK: 'manual', NODE_ENV: 'production' }, 'CLOCK=manual is refused when NODE_ENV=production'],
    [{ FAULT_POINT: 'relay.after-lease', NODE_ENV: 'production' }, 'FAULT_POINT is refused when NODE_ENV=production'],
    [{ FAULT_POINT: 'relay.after-lease:0' }, 'FAULT_POINT must be the name of a fault point'],
    [{ JIEFEN_MASTER_KEY: 'short' }, 'JIEFEN_MASTER_KEY must hold 32 bytes'],
    [{ SMTP_URL: 'http://mail' }, 'SMTP_URL must be a URL starting with smtp: or smtps:'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM must be a plain e-mail address'],
    [{ MAIL_RATE: '0' }, 'MAIL_RATE must be more than 0'],
    [{ MESSAGE_GATEWAY_CHANNELS: 'fax' }, 'MESSAGE_GATEWAY_CHANNELS must be sms, im or sms,im'],
    [{ MESSAGE_GATEWAY_TOKEN_FILE: '/nowhere/token' }, 'MESSAGE_GATEWAY_TOKEN_FILE cannot be read: ENOENT'],
    [{ MESSAGE_GATEWAY_URL: 'http://gateway', NODE_ENV: 'production' }, 'MESSAGE_GATEWAY_URL must start with https://'],
    [{ QUIET_HOURS: '21-8' }, 'QUIET_HOURS must be two wall times'],
    [{ JIEFEN_MASTER_KEY_FILE: '/nowhere/key' }, 'JIEFEN_MASTER_KEY_FILE names /nowhere/key'],
  ] satisfies [Record<string, string>, string][])('refuses %j in one line', (env: Record<string, string>, message) => {
    expect(() => read(env)).toThrow(message);
    try {
      read(env);
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
      expect((error as Error).name).toBe('ConfigError');
    }
  });

  it('reads the channels, the token from its file too', () => {
    writeFileSync(join(folder, 'token'), 'secret\n');
    const { channels } = read({
      MESSAGE_GATEWAY_URL: 'https://gateway.example/v1/',
      MESSAGE_GATEWAY_TOKEN_FILE: join(folder, 'token'),
      MESSAGE_GATEWAY_CHANNELS: 'sms',
      QUIET_HOURS: '22:30-07:15',
      WEBHOOK_PRIVATE_HOSTS: 'hooks.internal, 10.0.0.5,',
      MAIL_RATE: '0.5',
    });
    expect(channels).toMatchObject({
      gatewayUrl: 'https://gateway.example/v1',
      gatewayToken: 'secret',
      gatewayChannels: ['sms'],
      quietHours: { from: '22:30', to: '07:15' },
      webhookPrivateHosts: ['hooks.internal', '10.0.0.5'],
      mailRate: 0.5,
    });
  });

  it('names every wrong variable at once', () => {
    expect(() => read({ PORT: 'x', DEMO: 'y' })).toThrow(/PORT .*; DEMO /);
  });

  it('has no demonstration data in production', () => {
    expect(read({ NODE_ENV: 'production', DEMO: '1' })).toMatchObject({ demo: false, host: '0.0.0.0' });
  });

  it('reads the key as base64, as hexadecimal and from files, the variable first', () => {
    expect(read({ JIEFEN_MASTER_KEY: key.toString('base64') }).masterKey).toEqual(key);
    expect(read({ JIEFEN_MASTER_KEY: key.toString('hex') }).masterKey).toEqual(key);
    const made = createMasterKeyFile(join(folder, 'master.key'));
    expect(read({}).masterKey).toEqual(made);
    expect(read({ JIEFEN_MASTER_KEY: key.toString('hex') }).masterKey).toEqual(key);
    expect(read({ JIEFEN_MASTER_KEY_FILE: join(folder, 'master.key') }).masterKey).toEqual(made);
  });

  it('makes a key file once, for its owner alone', () => {
    const path = join(folder, 'deep', 'master.key');
    const made = createMasterKeyFile(path);
    expect(createMasterKeyFile(path)).toEqual(made);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('readConfig wants a database and a key', () => {
    expect(() => readConfig({ DATA_DIR: folder })).toThrow('DATABASE_URL must be set');
    expect(() => readConfig({ DATA_DIR: folder, DATABASE_URL: 'postgres://x/y' })).toThrow('JIEFEN_MASTER_KEY');
    expect(completeConfig(read({}), { databaseUrl: 'postgres://x/y', masterKey: key })).toMatchObject({
      databaseUrl: 'postgres://x/y',
      masterKey: key,
    });
  });
});

describe('.env.example', () => {
  it('lists exactly the variables that are read, with their defaults', () => {
    const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const expected = VARIABLES.map((variable) => `# ${variable.about}\n${variable.name}=${variable.default}\n`).join('\n');
    expect(text).toBe(expected);
  });

  it('parses to the defaults', () => {
    const env = Object.fromEntries(VARIABLES.map((variable) => [variable.name, variable.default]));
    expect(readSettings(env)).toEqual(readSettings({}));
  });
});
