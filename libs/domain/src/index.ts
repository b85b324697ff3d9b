export * from './calendar/index.ts';
export * from './rule-packs/index.ts';
export * from './deadlines/index.ts';
