import { defineConfig } from 'oxlint';
import { forbiddenImports, parts } from './import-rules.ts';

const reactOnlyInViews = {
  group: ['react', 'react-dom', 'react-dom/*', 'react/*'],
  message: 'Only .tsx and use-*.ts import React, so that the tree shows what is pure.',
};

type Patterns = ({ regex: string; message: string } | { group: string[]; message: string })[];
const restricting = (patterns: Patterns): ['error', { patterns: Patterns }] => ['error', { patterns }];

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise'],
  options: { typeAware: true },
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-default-export': 'error',
    'import/no-cycle': 'error',
    'no-console': 'error',
    'no-eval': 'error',
    eqeqeq: 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/react-in-jsx-scope': 'off',
    'import/no-unassigned-import': 'off',
    'no-underscore-dangle': 'off',
    // A small function reads best beside its only use.
    'unicorn/consistent-function-scoping': 'off',
    // <output> is for results of a calculation; a status that holds paragraphs is none.
    'jsx-a11y/prefer-tag-over-role': 'off',
  },
  overrides: [
    { files: ['**/*.config.ts', 'e2e/build.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['server/cli.ts', 'stand-in/cli.ts', 'bench/**', 'scripts/**'], rules: { 'no-console': 'off' } },
    {
      files: ['**/*.test.ts', '**/*.test.tsx', 'src/**/testing/**', 'e2e/**'],
      rules: { 'typescript/no-unsafe-type-assertion': 'off' },
    },
    // Playwright's fixtures hand on with a function named use, which is no hook.
    { files: ['e2e/**'], rules: { 'react/rules-of-hooks': 'off', 'react-hooks/rules-of-hooks': 'off' } },
    // One rule per part, and the same with the React ban for the files that must stay pure.
    ...parts.flatMap((part) => {
      const walls = forbiddenImports(part);
      return [
        {
          files: [`${part}/**/*.ts`],
          rules: { 'no-restricted-imports': restricting([...walls, reactOnlyInViews]) },
        },
        {
          files: [`${part}/**/*.tsx`, `${part}/**/use-*.ts`],
          rules: { 'no-restricted-imports': restricting(walls) },
        },
        // A test may call any witness.
        {
          files: [`${part}/**/*.test.ts`, `${part}/**/*.test.tsx`, `${part}/**/testing/**`],
          rules: { 'no-restricted-imports': 'off' as const },
        },
      ];
    }),
  ],
  ignorePatterns: ['dist', 'node_modules', 'playwright-report', 'test-results'],
});
