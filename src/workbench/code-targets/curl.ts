// As a call of curl, for any shell of POSIX's kind: within single quotes nothing means anything but the quote itself.
import { bodyOf, regionOf, type CodeHeader, type CodeTarget } from './code-request.ts';

export const curl: CodeTarget = {
  id: 'curl',
  name: 'curl',
  runsIn: 'sh, bash, zsh',
  write(request) {
    const { endpoint, headers, signed } = request;
    const lines = [
      `curl ${quoted(endpoint)}`,
      `-H 'Content-Type: application/json'`,
      ...headers.map((header) => `-H ${headerWord(header)}`),
      ...(signed ? signature(regionOf(endpoint)) : []),
      // Not --data, which would read a file where the text begins with @.
      `--data-raw ${quoted(JSON.stringify(bodyOf(request), null, 2))}`,
    ];
    return `${lines.join(' \\\n  ')}\n`;
  },
};

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function headerWord(header: CodeHeader): string {
  if ('value' in header) return quoted(`${header.name}: ${header.value}`);
  const { name, variable } = header;
  // Within double quotes a backtick would run what follows it.
  return /^[\w-]+$/.test(name) ? `"${name}: $${variable}"` : `${quoted(`${name}: `)}"$${variable}"`;
}

/** curl signs by itself, since 7.75. */
function signature(region = 'REGION'): string[] {
  return [
    `--aws-sigv4 'aws:amz:${region}:appsync'`,
    `--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"`,
    `-H "x-amz-security-token: $AWS_SESSION_TOKEN"`,
  ];
}
