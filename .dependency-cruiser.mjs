/**
 * Who may import whom (ARCHITECTURE.md). `libs` lists each library with the libraries it may reach, all through their index;
 * `packages` lists who may reach a package that only one concern may know. Everything else between libraries is an error.
 */
const platform = ['config', 'observability', 'fault-points'];

const libs = {
  domain: [],
  contracts: ['domain'],
  'category-model': [],
  config: [],
  'fault-points': [],
  observability: ['config', 'fault-points'],
  polling: [],
  'embedded-postgres': [],
  persistence: ['domain', ...platform],
  directory: ['domain', 'persistence', ...platform],
  identity: ['domain', 'persistence', ...platform],
  access: ['domain', 'persistence', ...platform],
  intake: ['domain', 'contracts', 'directory', 'category-model', ...platform],
  engine: ['domain', 'persistence', 'identity', 'directory', 'polling', ...platform],
  switching: ['domain', 'engine', 'persistence', 'directory', 'polling', ...platform],
  stream: ['domain', 'persistence', 'polling', ...platform],
  backlog: ['domain', 'contracts', 'persistence', ...platform],
  queues: ['backlog', 'contracts', 'persistence', 'polling', ...platform],
  'queue-board': ['access', 'queues', 'persistence', ...platform],
  invariants: ['domain', 'persistence', 'identity', 'directory', ...platform],
  letters: ['domain'],
  ledger: ['domain', 'contracts', 'engine', 'intake', 'identity', 'directory', 'persistence', ...platform],
  notifications: ['domain', 'identity', 'persistence', ...platform],
  process: ['persistence', ...platform],
  installation: ['demo-city', 'embedded-postgres', 'persistence', ...platform],
  'demo-city': ['domain', 'directory', 'engine', 'identity', 'persistence', ...platform],
};

const apps = {
  api: [
    'access',
    'backlog',
    'category-model',
    'contracts',
    'directory',
    'domain',
    'engine',
    'identity',
    'intake',
    'letters',
    'notifications',
    'persistence',
    'process',
    'queue-board',
    'stream',
    'switching',
    ...platform,
  ],
  relay: ['backlog', 'contracts', 'notifications', 'persistence', 'polling', 'process', 'queues', 'stream', ...platform],
  escalation: ['backlog', 'directory', 'engine', 'persistence', 'polling', 'process', 'queues', 'switching', ...platform],
  notification: ['backlog', 'domain', 'notifications', 'persistence', 'polling', 'process', 'queues', 'stream', ...platform],
  console: ['contracts'],
};

/** Everything but the parts themselves that may compose all of them. */
const packages = {
  xstate: ['libs/domain'],
  bullmq: ['libs/queues', 'libs/queue-board'],
  ioredis: ['libs/queues'],
  '@bull-board/[^/]+': ['libs/queue-board'],
  '@opentelemetry/[^/]+': ['libs/observability'],
  '@prisma/[^/]+': ['libs/persistence'],
  'embedded-postgres': ['libs/embedded-postgres'],
  '(react|react-dom|antd|@tanstack/[^/]+)': ['apps/console'],
  hucre: ['libs/ledger', 'apps/api'],
  yauzl: ['libs/ledger'],
  fastify: ['apps', 'libs/queue-board'],
  nodemailer: ['libs/notifications'],
  '(docx|jszip|pdfkit|fontkit)': ['libs/letters'],
};

const outside = (folder, allowed) => ({
  path: '^(libs|apps)/',
  pathNot: [`^${folder}/`, ...allowed.map((name) => `^libs/${name}/src/index\\.ts$`)],
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-bag-names',
      comment: 'Names come from the field; a bag always wins unless it is forbidden.',
      severity: 'error',
      from: {},
      to: { path: '[/.-](util|utils|common|shared|helper|helpers|manager|managers|impl)[/.-]', pathNot: 'node_modules' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '\\.(spec|fixture)\\.ts$' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/xstate/',
      },
    },
    {
      name: 'contracts-are-browser-safe',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^(libs|apps/(?!console))', pathNot: '\\.(spec|fixture)\\.ts$' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    { name: 'product-never-imports-tests', severity: 'error', from: { path: '^(libs|apps)/' }, to: { path: '^(test|bench)/' } },
    ...Object.entries(libs).map(([name, allowed]) => ({
      name: `libs-${name}`,
      severity: 'error',
      from: { path: `^libs/${name}/`, pathNot: '\\.spec\\.ts$' },
      to: outside(`libs/${name}`, allowed),
    })),
    ...Object.entries(apps).map(([name, allowed]) => ({
      name: `apps-${name}`,
      severity: 'error',
      from: { path: `^apps/${name}/`, pathNot: '\\.spec\\.ts$' },
      to: outside(`apps/${name}`, allowed),
    })),
    {
      name: 'the-board-is-beside-the-api',
      comment: 'The process that serves the API serves the board too (ADR 17); the API itself never touches the queues.',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: '^apps/api/src/main\\.ts$' },
      to: { path: '^libs/(queue-board|queues)/' },
    },
    {
      name: 'apps-that-compose',
      comment: 'They may use every app and library, each through its index.',
      severity: 'error',
      from: { path: '^apps/(standalone|cli)/' },
      to: { path: '^(libs|apps)/', pathNot: ['^apps/$1/', '^(libs|apps)/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'new-libraries-are-listed',
      comment: 'A new library or app states in this file what it may import.',
      severity: 'error',
      from: {},
      to: {
        path: '^(libs|apps)/',
        pathNot: [
          ...Object.keys(libs).map((name) => `^libs/${name}/`),
          ...[...Object.keys(apps), 'standalone', 'cli'].map((name) => `^apps/${name}/`),
        ],
      },
    },
    ...Object.entries(packages).map(([name, owners]) => ({
      name: `package-${name}`,
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [...owners.map((owner) => `^${owner}/`), '\\.spec\\.ts$'] },
      to: { path: `node_modules/${name}/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'libs/persistence/src/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
