/** Every suite in ESM through swc (types are checked by `npm run check`); suites are told apart by folder. */
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'es6' },
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  },
];
const project = (displayName, roots, extra = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  roots,
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '\\.ts$': swc },
  ...extra,
});
export default {
  // Timings decide no test: this only ends what will never come, on a machine that is shared with others too.
  testTimeout: 60_000,
  projects: [
    project('unit', ['<rootDir>/libs', '<rootDir>/apps'], { testPathIgnorePatterns: ['/node_modules/', '/apps/console/'] }),
    project('integration', ['<rootDir>/test/integration']),
    project('replay', ['<rootDir>/test/replay']),
    project('judgement', ['<rootDir>/test/judgement']),
    project('simulation', ['<rootDir>/test/simulation']),
    project('e2e', ['<rootDir>/test/e2e']),
    // Every app apart takes minutes of two cores: over Redis always, over PostgreSQL's queues, where the standalone's are too, when asked for.
    project('fault', ['<rootDir>/test/fault'], process.env.FAULT_APART ? {} : { testPathIgnorePatterns: ['/test/fault/apart-postgres'] }),
    project('browser', ['<rootDir>/test/browser']),
  ],
};
