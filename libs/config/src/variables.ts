/** One line of `.env.example`; a test keeps that file equal to this list. */
export interface Variable {
  readonly name: string;
  /** What holds when it is unset, as shown in `.env.example`. */
  readonly default: string;
  readonly about: string;
}

/** Every variable the product reads. An empty one counts as unset. */
export const VARIABLES: readonly Variable[] = [
  {
    name: 'NODE_ENV',
    default: 'development',
    about: 'development, test or production. In production there is no demonstration data and no manual clock.',
  },
  { name: 'HOST', default: '127.0.0.1', about: 'Address to listen on; 0.0.0.0 in production.' },
  { name: 'PORT', default: '3000', about: 'Port of the API and the console.' },
  { name: 'METRICS_PORT', default: '', about: 'A port of its own for /metrics; without it, /metrics is served on PORT.' },
  { name: 'DATA_DIR', default: '.data', about: 'Folder of the embedded PostgreSQL and of the master key made on first start.' },
  { name: 'DATABASE_URL', default: '', about: 'Use this PostgreSQL (15 or newer) instead of the embedded one.' },
  { name: 'REDIS_URL', default: '', about: 'Use Redis for the queues; without it they run on PostgreSQL.' },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    default: '',
    about: 'Send traces to this collector (OTLP over HTTP), e.g. http://localhost:4318; without it none are made.',
  },
  {
    name: 'JIEFEN_MASTER_KEY',
    default: '',
    about: '32 bytes, as base64 or 64 hexadecimal digits. Losing it loses every petitioner’s identity.',
  },
  { name: 'JIEFEN_MASTER_KEY_FILE', default: '', about: 'A file that holds the master key; without both, DATA_DIR/master.key.' },
  { name: 'DEMO', default: '1', about: '0: no demonstration accounts and cases.' },
  {
    name: 'CLOCK',
    default: 'real',
    about: 'manual: legal time stands still until PUT /api/clock. For tests and replays; refused in production.',
  },
  { name: 'CLOCK_START', default: '2026-01-05T09:00:00+08:00', about: 'Where the manual clock stands on a fresh data folder.' },
  {
    name: 'FAULT_POINT',
    default: '',
    about:
      'For the fault tests: the process kills itself at this named point, or (name:3) the third time it gets there; refused in production.',
  },
  {
    name: 'JIEFEN_ADMIN_PASSWORD',
    default: '',
    about: 'Password for npm run admin:create; without it, it is asked for on standard input.',
  },
  {
    name: 'SMTP_URL',
    default: '',
    about: 'smtp:// or smtps:// address of the mail server, with user and password; without it no e-mail is sent.',
  },
  { name: 'MAIL_FROM', default: 'jiefen@localhost', about: 'Sender of e-mail.' },
  { name: 'MAIL_RATE', default: '10', about: 'E-mails a second at most, over all processes together.' },
  {
    name: 'MESSAGE_GATEWAY_URL',
    default: '',
    about: 'Base address of the gateway for SMS and IM (docs/operations.md); without it neither is sent.',
  },
  { name: 'MESSAGE_GATEWAY_TOKEN', default: '', about: 'Bearer token for the gateway.' },
  { name: 'MESSAGE_GATEWAY_TOKEN_FILE', default: '', about: 'A file that holds the token.' },
  { name: 'MESSAGE_GATEWAY_CHANNELS', default: 'sms,im', about: 'What the gateway carries: sms, im or both.' },
  { name: 'MESSAGE_GATEWAY_RATE', default: '10', about: 'Messages a second to the gateway at most, over all processes together.' },
  {
    name: 'PETITIONER_SMS',
    default: '0',
    about: '1: petitioners who gave a phone get an SMS that there is something to read; never of sealed cases.',
  },
  {
    name: 'QUIET_HOURS',
    default: '21:00-08:00',
    about: 'No person gets e-mail, SMS or IM between these times (Asia/Shanghai), but for urgent matters; 00:00-00:00: none.',
  },
  { name: 'WEBHOOK_RATE', default: '10', about: 'Calls a second to each webhook at most, over all processes together.' },
  {
    name: 'WEBHOOK_PRIVATE_HOSTS',
    default: '',
    about: 'Hosts (with commas) that webhooks may reach although their addresses are private.',
  },
];
