// As a table for a ticket or a pull request.

import type { ExportTarget } from './target.ts';

/** What Markdown or HTML in it would take for its own stays as it is. */
const escaped = (text: string) => text.replaceAll(/[\\`*_{}[\]<>|#]/g, String.raw`\$&`).replaceAll(/\r\n?|\n/g, ' ');
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

export const markdown: ExportTarget = {
  id: 'markdown',
  label: 'Markdown',
  help: 'A table for a ticket or a pull request.',
  fileEnding: 'md',
  contentType: 'text/markdown',
  write: ({ title, askedAt, columns, findings, rows, masked }) =>
    [
      `## ${escaped(title)}`,
      '',
      `Asked at ${askedAt}.${masked ? ' Values are masked.' : ''} “=” is the same as the first that has it.`,
      '',
      ...findings.map((finding) => `- ${escaped(finding)}`),
      ...(findings.length > 0 ? [''] : []),
      line(['path', ...columns.map(({ name, kind }) => escaped(`${name} (${kind})`))]),
      line(['---', ...columns.map(() => '---')]),
      line(['*answer*', ...columns.map(({ outcome }) => escaped(outcome))]),
      ...rows.map(({ path, cells }) =>
        line([escaped(path), ...cells.map(({ same, text }) => (same ? '=' : escaped(text)))]),
      ),
      '',
    ].join('\n'),
};
