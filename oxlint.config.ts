import { defineConfig } from 'oxlint';
import { forbiddenImports, parts } from './import-rules.ts';

const reactOnlyInViews = {
  group: ['react', 'react-dom', 'react-dom/*', 'react/*'],
  message: 'Only .tsx and use-*.ts import React, so that the tree shows what is pure.',
};

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
  },
  overrides: [
    { files: ['**/*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['server/cli.ts', 'stand-in/cli.ts', 'bench/**', 'scripts/**'], rules: { 'no-console': 'off' } },
    {
      files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**'],
      rules: { 'typescript/no-unsafe-type-assertion': 'off' },
    },
    // One rule per part, and the same with the React ban for the files that must stay pure.
    ...parts.flatMap((part) => {
      const walls = forbiddenImports(part);
      return [
        {
          files: [`${part}/**/*.ts`],
          rules: { 'no-restricted-imports': ['error', { patterns: [...walls, reactOnlyInViews] }] as const },
        },
        {
          files: [`${part}/**/*.tsx`, `${part}/**/use-*.ts`],
          rules: { 'no-restricted-imports': ['error', { patterns: walls }] as const },
        },
        // A test may call any witness.
        {
          files: [`${part}/**/*.test.ts`, `${part}/**/*.test.tsx`],
          rules: { 'no-restricted-imports': 'off' as const },
        },
      ];
    }),
  ],
  ignorePatterns: ['dist', 'node_modules', 'playwright-report', 'test-results'],
});
