// What a JavaScript file exports, where it is data and nothing else: its syntax tree is read, and nothing of it is ever run.

import { parse, type AnyNode, type Program } from 'acorn';

export type Exported = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly wrong: string };

/** Thrown and caught here only. */
class NotData extends Error {
  constructor(what: string, { start }: Pick<AnyNode, 'start'>) {
    super(what);
    this.at = start;
  }
  readonly at: number;
}

/** `const x = { … }; export default x`, `export default { … }` or `module.exports = { … }`. */
export function exportedData(text: string): Exported {
  let program: Program;
  try {
    program = parse(text, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
  } catch (error) {
    const line = error instanceof SyntaxError && 'loc' in error ? lineOf(error.loc) : '';
    return { ok: false, wrong: `It is neither JSON nor JavaScript${line}.` };
  }
  try {
    return { ok: true, value: exportOf(program) };
  } catch (error) {
    if (!(error instanceof NotData)) throw error;
    const line = text.slice(0, error.at).split('\n').length;
    const wrong = `It holds code, and this app runs none: ${error.message} in line ${line}. Put the value in its place, or use the JSON file that Amplify writes beside it.`;
    return { ok: false, wrong };
  }
}

function lineOf(place: unknown): string {
  return typeof place === 'object' && place !== null && 'line' in place ? ` (line ${String(place.line)})` : '';
}

/** What is no data, in words; whatever is not named is a calculation. */
const refused: Partial<Record<AnyNode['type'], string>> = {
  ArrowFunctionExpression: 'a function',
  CallExpression: 'a call',
  ClassDeclaration: 'a class',
  FunctionDeclaration: 'a function',
  FunctionExpression: 'a function',
  ImportDeclaration: 'an import',
  MemberExpression: 'a value from elsewhere',
  NewExpression: 'a call',
  SpreadElement: 'a property that is worked out',
};

function refuse(node: AnyNode): never {
  throw new NotData(refused[node.type] ?? 'a calculation', node);
}

function exportOf({ body }: Program): unknown {
  const names = new Map<string, unknown>();
  let exported: { readonly value: unknown } | undefined;
  for (const statement of body) {
    if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        if (id.type !== 'Identifier' || !init) throw new NotData('a declaration without a value', statement);
        names.set(id.name, dataOf(init, names));
      }
    } else if (statement.type === 'ExportDefaultDeclaration') {
      exported = { value: dataOf(statement.declaration, names) };
    } else if (statement.type === 'ExpressionStatement') {
      if (statement.directive === undefined)
        exported = { value: dataOf(assignedToExports(statement.expression), names) };
    } else if (statement.type !== 'EmptyStatement') refuse(statement);
  }
  if (exported === undefined) throw new NotData('no export', { start: 0 });
  return exported.value;
}

function assignedToExports(expression: AnyNode): AnyNode {
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=' || !isModuleExports(expression.left))
    return refuse(expression);
  return expression.right;
}

function isModuleExports(left: AnyNode): boolean {
  return (
    left.type === 'MemberExpression' &&
    left.object.type === 'Identifier' &&
    left.object.name === 'module' &&
    left.property.type === 'Identifier' &&
    left.property.name === 'exports'
  );
}

function dataOf(node: AnyNode, names: ReadonlyMap<string, unknown>): unknown {
  if (node.type === 'Literal') return node.value;
  if (node.type === 'ArrayExpression') return node.elements.map((each) => (each === null ? null : dataOf(each, names)));
  if (node.type === 'ObjectExpression')
    return Object.fromEntries(
      node.properties.map((property) => {
        if (property.type !== 'Property' || property.computed || property.kind !== 'init')
          throw new NotData('a property that is worked out', property);
        return [keyOf(property.key), dataOf(property.value, names)];
      }),
    );
  if (node.type === 'TemplateLiteral') {
    const [only, ...more] = node.quasis;
    if (more.length > 0) throw new NotData('a text that is put together', node);
    return only?.value.cooked;
  }
  if (node.type === 'UnaryExpression' && node.operator === '-' && node.argument.type === 'Literal')
    return -Number(node.argument.value);
  if (node.type === 'Identifier') {
    if (node.name === 'undefined') return undefined;
    if (names.has(node.name)) return names.get(node.name);
    throw new NotData(`the name “${node.name}”, which stands for something else,`, node);
  }
  return refuse(node);
}

function keyOf(key: AnyNode): string {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : refuse(key);
}
