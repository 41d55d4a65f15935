// As JavaScript, with the fetch that Node and browsers bring.
import { bodyOf, type CodeHeader, type CodeRequest, type CodeTarget } from './code-request.ts';

export const javascriptFetch: CodeTarget = {
  id: 'fetch',
  name: 'JavaScript',
  runsIn: 'Node 20 and newer, as a module (.mjs)',
  write(request) {
    const headers = [{ name: 'Content-Type', value: 'application/json' }, ...request.headers];
    return `${request.signed ? needsSignature : ''}const query = ${template(request.query)};

const response = await fetch(${text(request.endpoint)}, {
  method: 'POST',
  headers: {
${headers.map((header) => `    ${text(header.name)}: ${valueOf(header)},`).join('\n')}
  },
  body: JSON.stringify({ ${members(request).join(', ')} }),
});
console.log(JSON.stringify(await response.json(), null, 2));
`;
  },
};

const needsSignature = `// AppSync wants each of these requests signed (SigV4, service appsync): sign them with
// @smithy/signature-v4, say, or take curl, which signs by itself.
`;

function members(request: CodeRequest): string[] {
  const { variables, operationName } = bodyOf(request);
  return [
    'query',
    ...(variables === undefined ? [] : [`variables: ${literal(variables)}`]),
    ...(operationName === undefined ? [] : [`operationName: ${text(operationName)}`]),
  ];
}

const valueOf = (header: CodeHeader) => ('variable' in header ? `process.env.${header.variable}` : text(header.value));

/** JSON is JavaScript, save that a member named __proto__ would become the object's prototype. */
function literal(value: object): string {
  const json = JSON.stringify(value, null, 2);
  return json.includes('"__proto__"') ? `JSON.parse(${text(JSON.stringify(value))})` : json.replaceAll('\n', '\n  ');
}

function text(value: string): string {
  return `'${JSON.stringify(value)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`)}'`;
}

/** A line break of Windows would be read as one of Unix. */
function template(value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll('`', '\\`')
    .replaceAll('${', '\\${')
    .replaceAll('\r', '\\r');
  return `\`${escaped}\``;
}
