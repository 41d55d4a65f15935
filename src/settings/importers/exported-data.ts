// What a JavaScript file exports, where it is data and nothing else: its syntax tree is read, and nothing of it is ever run.

import { parse, type AnyNode, type Expression, type Program } from 'acorn';

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

function exportOf(program: Program): unknown {
  const names = new Map<string, unknown>();
  let exported: { readonly value: unknown } | undefined;
  for (const statement of program.body) {
    switch (statement.type) {
      case 'VariableDeclaration':
        for (const { id, init } of statement.declarations) {
          if (id.type !== 'Identifier' || !init) throw new NotData('a declaration without a value', statement);
          names.set(id.name, dataOf(init, names));
        }
        break;
      case 'ExportDefaultDeclaration':
        exported = { value: dataOf(asExpression(statement.declaration), names) };
        break;
      case 'ExpressionStatement':
        if (statement.directive !== undefined) break;
        exported = { value: dataOf(assignedToExports(statement.expression), names) };
        break;
      case 'EmptyStatement':
        break;
      case 'ImportDeclaration':
        throw new NotData('an import', statement);
      case 'FunctionDeclaration':
        throw new NotData('a function', statement);
      default:
        throw new NotData('a statement', statement);
    }
  }
  if (exported === undefined) throw new NotData('no export', { start: 0 });
  return exported.value;
}

function asExpression(node: AnyNode): Expression {
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') throw new NotData('a function', node);
  // What is left of an export's declarations are expressions.
  return node as Expression;
}

function assignedToExports(expression: Expression): Expression {
  const { type } = expression;
  if (type !== 'AssignmentExpression' || expression.operator !== '=' || !isModuleExports(expression.left))
    throw new NotData(type === 'CallExpression' ? 'a call' : 'a statement', expression);
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
  switch (node.type) {
    case 'Literal':
      return node.value;
    case 'TemplateLiteral': {
      const [only, ...more] = node.quasis;
      if (more.length > 0) throw new NotData('a text that is put together', node);
      return only?.value.cooked;
    }
    case 'UnaryExpression':
      if (node.operator === '-' && node.argument.type === 'Literal') return -Number(node.argument.value);
      throw new NotData('a calculation', node);
    case 'ArrayExpression':
      return node.elements.map((element) => (element === null ? null : dataOf(element, names)));
    case 'ObjectExpression':
      return Object.fromEntries(
        node.properties.map((property) => {
          if (property.type !== 'Property' || property.computed || property.kind !== 'init')
            throw new NotData('a property that is worked out', property);
          const { key, value } = property;
          const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
          if (name === undefined) throw new NotData('a property that is worked out', property);
          return [name, dataOf(value, names)];
        }),
      );
    case 'Identifier':
      if (node.name === 'undefined') return undefined;
      if (names.has(node.name)) return names.get(node.name);
      throw new NotData(`the name “${node.name}”, which stands for something else,`, node);
    case 'CallExpression':
      throw new NotData('a call', node);
    case 'MemberExpression':
      throw new NotData('a value from elsewhere', node);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      throw new NotData('a function', node);
    default:
      throw new NotData('a calculation', node);
  }
}
