export type NodeEnv = 'development' | 'test' | 'production';

/** How people and other systems are told outside the house; a channel without its address is off. */
export interface ChannelSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them; null: no e-mail. */
  readonly smtpUrl: string | null;
  /** Sender of e-mail; its domain makes the Message-IDs. */
  readonly mailFrom: string;
  /** Base address of the message gateway; null: neither SMS nor IM. */
  readonly gatewayUrl: string | null;
  readonly gatewayToken: string | null;
  /** What the gateway carries. */
  readonly gatewayChannels: readonly ('sms' | 'im')[];
  /** Messages a second, over all processes together. */
  readonly mailRate: number;
  readonly gatewayRate: number;
  /** To each subscriber. */
  readonly webhookRate: number;
  /** Wall times in Asia/Shanghai between which no person is disturbed; equal: none. */
  readonly quietHours: { readonly from: string; readonly to: string };
  /** Hosts that webhooks may reach although their addresses are private. */
  readonly webhookPrivateHosts: readonly string[];
  /** Petitioners who gave a phone are told by SMS that there is something to read. */
  readonly petitionerSms: boolean;
}

/** Everything a process is told from outside, parsed once in its `main.ts` and never changed afterwards. */
export interface Config {
  readonly nodeEnv: NodeEnv;
  readonly host: string;
  readonly port: number;
  /** A port of its own for `/metrics`; null: served beside the API. */
  readonly metricsPort: number | null;
  /** Connection string of the database owner; pools of the app switch to the role that owns nothing. */
  readonly databaseUrl: string;
  /** Null: the queues run on PostgreSQL. */
  readonly redisUrl: string | null;
  /** Governs legal time only; `manual` never in production. */
  readonly clock: 'real' | 'manual';
  /** Where a manual clock stands on a fresh data folder: ISO 8601 in UTC with milliseconds. */
  readonly clockStart: string;
  /** Demonstration accounts and cases on first start; never in production. */
  readonly demo: boolean;
  /** 32 bytes; every other key is derived from it. */
  readonly masterKey: Buffer;
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  /** Province whose rules hold (GB/T 2260). */
  readonly region: string;
  /** City that this installation serves (GB/T 2260). */
  readonly city: string;
  /** Where this process kills itself, for the fault tests (`libs/fault-points`); never in production. */
  readonly faultPoint: { readonly name: string; readonly nth: number } | null;
  readonly channels: ChannelSettings;
  /** A collector of traces (OTLP over HTTP, without `/v1/traces`); null: none is made. */
  readonly otlpEndpoint: string | null;
}

/** A config before the embedded server and the key file have had their say. */
export interface Settings extends Omit<Config, 'databaseUrl' | 'masterKey'> {
  /** Null: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null;
  /** Null: the key file under `dataDir`. */
  readonly masterKey: Buffer | null;
}
