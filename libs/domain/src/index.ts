export * from './calendar/index.ts';
export * from './rule-packs/index.ts';
export * from './deadlines/index.ts';
export * from './case/index.ts';
export * from './organisation/index.ts';
export * from './routing/index.ts';
export * from './decide/index.ts';
