// As one page that needs nothing beside itself: no script, and nothing that is fetched.

import type { ExportTarget } from './target.ts';
import type { ExportedCell } from './exported.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter);

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 24px; }
table { border-collapse: collapse; }
th, td { padding: 4px 10px; border: 1px solid #8886; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { position: sticky; top: 0; background: Canvas; }
th small { display: block; font-weight: 400; }
tbody th, td { font-family: ui-monospace, monospace; font-size: 13px; }
tbody th { font-weight: 400; }
tr.differs > th { font-weight: 700; }
.same, .quiet { opacity: .75; }
.refused { color: light-dark(#9a1c00, #ffa08a); font-weight: 600; }
.missing { font-style: italic; }
tr.differs > .value { background: light-dark(#fff3d6, #4a3a10); }`;

function cell({ same, text, state }: ExportedCell): string {
  if (same) return '<td class="same">=</td>';
  const classes: Partial<Record<ExportedCell['state'], string>> = {
    value: 'value',
    error: 'refused',
    'request-refused': 'refused',
    'missing-item': 'missing',
  };
  const sign = state === 'error' || state === 'request-refused' ? '⊘ ' : '';
  return `<td class="${classes[state] ?? 'quiet'}">${sign}${escaped(text)}</td>`;
}

export const html: ExportTarget = {
  id: 'html',
  label: 'HTML page',
  help: 'One file to keep or to send; it runs and fetches nothing.',
  fileEnding: 'html',
  contentType: 'text/html',
  write: ({ title, askedAt, columns, findings, rows, masked }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>Asked at ${escaped(askedAt)}.${masked ? ' Values are masked.' : ''} “=” is the same as the first that has it.</p>
<ul>
${findings.map((finding) => `<li>${escaped(finding)}</li>`).join('\n')}
</ul>
<table>
<thead><tr><th scope="col">path</th>${columns
    .map(
      ({ name, kind, outcome }) =>
        `<th scope="col">${escaped(name)}<small>${escaped(kind)}</small><small>${escaped(outcome)}</small></th>`,
    )
    .join('')}</tr></thead>
<tbody>
${rows
  .map(
    ({ path, differs, cells }) =>
      `<tr${differs ? ' class="differs"' : ''}><th scope="row">${escaped(path)}</th>${cells.map(cell).join('')}</tr>`,
  )
  .join('\n')}
</tbody>
</table>
</body>
</html>
`,
};
