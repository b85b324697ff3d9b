import type { IdentityService } from '#libs/identity';

/** What the engine needs of it: keys of cases in memory, and the title of a sealed case. */
export type EngineIdentity = Pick<
  IdentityService,
  'keyring' | 'documents' | 'queryHash' | 'newVault' | 'openVault' | 'knownVault' | 'forgetVault'
>;
