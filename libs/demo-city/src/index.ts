export { cityAccounts } from './city-accounts.ts';
export type { DemoAccount } from './city-accounts.ts';
export { cityUnits } from './city-units.ts';
export { readSeedData } from './seed-data.ts';
export type { FunctionName, SeedData } from './seed-data.ts';
export { DEMO_PASSWORD, DemoAccountsRefused, seedDemoAccounts } from './seed-demo-accounts.ts';
export { seedOrganisation } from './seed-organisation.ts';
