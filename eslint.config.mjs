import js from '@eslint/js';
import comments from '@eslint-community/eslint-plugin-eslint-comments/configs';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const sleeping = 'A test waits for a fact, it never sleeps.';
const pure = 'libs/domain is pure: time, ids and randomness arrive in the command.';

/** What is forbidden by syntax. A later block replaces an earlier one's list, so each block names all that holds for it. */
const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only main.ts reads the environment, through libs/config.',
};
const ENUMS = {
  selector: 'TSEnumDeclaration',
  message: 'A vocabulary is an array of literals `as const`, which is also there at run time.',
};
const SLEEPS = [
  { selector: 'CallExpression[callee.name=/^(setTimeout|sleep)$/]', message: sleeping },
  { selector: 'ImportDeclaration[source.value=/timers/]', message: sleeping },
];
const NARROWED = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo)$/]',
    message: 'No test is switched off or narrowed.',
  },
  { selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', message: 'No test is switched off or narrowed.' },
];
const IMPURE = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: pure },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: pure },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: pure },
  {
    selector:
      'Identifier[name=/^(process|crypto|performance|setTimeout|setInterval|fetch)$/]:not(MemberExpression[computed=false] > .property):not(Property > .key):not(TSPropertySignature > .key)',
    message: pure,
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '.data/', 'coverage/', 'libs/persistence/src/generated/']),
  js.configs.recommended,
  comments.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@eslint-community/eslint-comments/require-description': ['error', { ignore: ['eslint-enable'] }],
      '@eslint-community/eslint-comments/no-unlimited-disable': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'no-restricted-syntax': ['error', ENVIRONMENT, ENUMS],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A number in a text needs no ceremony; objects and undefined stay errors.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Nest's modules are classes that carry a decorator and nothing else.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      // There are no enums (vocabularies are arrays of literals), and looking for them everywhere takes a quarter of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // `Instant | 'never'` tells a reader more than `string`.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // Nest declares its options as classes and takes literals everywhere.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The compiler's noUnusedLocals and noUnusedParameters say the same.
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ENVIRONMENT, ENUMS, ...IMPURE] },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    rules: {
      // On PostgreSQL it never tells of an event that is committed after one with a greater number: what happened is in our tables.
      'no-restricted-imports': ['error', { paths: [{ name: 'bullmq', importNames: ['QueueEvents'], message: 'Ask the tables.' }] }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['**/*.spec.ts', '**/*.spec.tsx', '**/generated/**'],
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...NARROWED],
      // Tests say what a series of seeds or figures was.
      'no-console': 'off',
      // expect(object.method) and expect.any(…) are Jest's ways of speaking.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  { files: ['**/*.spec.ts', '**/*.spec.tsx'], rules: { 'no-restricted-syntax': ['error', ...NARROWED, ...SLEEPS] } },
  // The one place where the environment is read, and the libraries that hold what is read.
  { files: ['apps/*/src/main.ts', 'libs/config/src/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.mjs', '**/*.js', 'apps/console/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' },
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        AbortController: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        clearTimeout: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
);
