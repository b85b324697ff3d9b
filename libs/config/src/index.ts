export { completeConfig, readConfig, readSettings } from './read-config.ts';
export type { ChannelSettings, Config, NodeEnv, Settings } from './config.ts';
export { ConfigError } from './config-error.ts';
export { CONFIG, ConfigModule } from './config.module.ts';
export { createMasterKeyFile, parseMasterKey, readMasterKeyFile } from './master-key.ts';
export { VARIABLES } from './variables.ts';
export type { Variable } from './variables.ts';
