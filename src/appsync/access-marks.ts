// The authorization marks of an AppSync schema, read out of its SDL. Decides nothing: see schema-access.ts.
import {
  GraphQLError,
  Kind,
  parse,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';
import type { AuthMode } from './authorization.ts';

/** What stands on a type or a field. */
export interface Marks {
  readonly modes: readonly ModeMark[];
  /** The groups of @aws_auth. */
  readonly awsAuth?: readonly string[];
}

export interface ModeMark {
  readonly mode: AuthMode;
  /** Any one of them; absent: everybody of that mode. */
  readonly groups?: readonly string[];
}

export interface MarkedField extends Marks {
  /** The type it gives, without lists and exclamation marks. */
  readonly type: string;
}

export interface MarkedType extends Marks {
  readonly kind: 'object' | 'interface';
  readonly interfaces: readonly string[];
  readonly fields: ReadonlyMap<string, MarkedField>;
}

export interface SchemaMarks {
  readonly types: ReadonlyMap<string, MarkedType>;
  /** Names of the types that operations start at. */
  readonly roots: readonly string[];
  readonly modesSeen: ReadonlySet<AuthMode>;
  readonly usesAwsAuth: boolean;
}

export interface SdlProblem {
  readonly kind: 'problem';
  readonly message: string;
  /** From 1, where the text is wrong at one place. */
  readonly line?: number;
  readonly column?: number;
}

const modeOfDirective: ReadonlyMap<string, AuthMode> = new Map([
  ['aws_api_key', 'API_KEY'],
  ['aws_iam', 'AWS_IAM'],
  ['aws_oidc', 'OPENID_CONNECT'],
  ['aws_lambda', 'AWS_LAMBDA'],
  ['aws_cognito_user_pools', 'AMAZON_COGNITO_USER_POOLS'],
]);

export function marksFrom(sdl: string): SchemaMarks | SdlProblem {
  try {
    return marksIn(parse(sdl));
  } catch (error) {
    return problemOf(error);
  }
}

export function problemOf(error: unknown): SdlProblem {
  if (!(error instanceof Error)) return { kind: 'problem', message: 'It cannot be read.' };
  const place = error instanceof GraphQLError ? error.locations?.[0] : undefined;
  return { kind: 'problem', message: error.message, ...place };
}

function marksIn(document: DocumentNode): SchemaMarks {
  const types = new Map<string, MarkedType>();
  const roots = new Map([
    ['query', 'Query'],
    ['mutation', 'Mutation'],
    ['subscription', 'Subscription'],
  ]);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION) {
      for (const { operation, type } of definition.operationTypes ?? []) roots.set(operation, type.name.value);
    } else if (isFieldsHolder(definition)) {
      const name = definition.name.value;
      types.set(name, joined(types.get(name), definition));
    }
  }
  const all = [...types.values()].flatMap((type) => [type, ...type.fields.values()]);
  return {
    types,
    roots: [...roots.values()],
    modesSeen: new Set(all.flatMap(({ modes }) => modes.map(({ mode }) => mode))),
    usesAwsAuth: all.some(({ awsAuth }) => awsAuth !== undefined),
  };
}

type FieldsHolder =
  ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode | InterfaceTypeExtensionNode;

const isFieldsHolder = (definition: DefinitionNode): definition is FieldsHolder =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
  definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
  definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
  definition.kind === Kind.INTERFACE_TYPE_EXTENSION;

/** A type, and what its extensions add. */
function joined(known: MarkedType | undefined, { kind, directives = [], interfaces = [], fields = [] }: FieldsHolder) {
  const marks = marksOf(directives);
  return {
    ...known,
    ...marks,
    kind: kind.startsWith('Object') ? ('object' as const) : ('interface' as const),
    modes: [...(known?.modes ?? []), ...marks.modes],
    interfaces: [...(known?.interfaces ?? []), ...interfaces.map(({ name }) => name.value)],
    fields: new Map([
      ...(known?.fields ?? []),
      ...fields.map((field) => [field.name.value, fieldFrom(field)] as const),
    ]),
  };
}

function fieldFrom({ directives = [], type }: FieldDefinitionNode): MarkedField {
  return { ...marksOf(directives), type: namedType(type) };
}

function marksOf(directives: readonly ConstDirectiveNode[]): Marks {
  const modes: ModeMark[] = [];
  let awsAuth: readonly string[] | undefined;
  for (const directive of directives) {
    const groups = groupsOf(directive);
    const mode = modeOfDirective.get(directive.name.value);
    if (directive.name.value === 'aws_auth') awsAuth = groups ?? [];
    if (mode !== undefined) modes.push({ mode, ...(groups && { groups }) });
  }
  return { modes, ...(awsAuth && { awsAuth }) };
}

/** GraphQL takes one value where a list is wanted. */
function groupsOf({ arguments: given = [] }: ConstDirectiveNode): readonly string[] | undefined {
  const value = given.find(({ name }) => name.value === 'cognito_groups')?.value;
  if (value === undefined || value.kind === Kind.NULL) return undefined;
  const values = value.kind === Kind.LIST ? value.values : [value];
  return values.flatMap((each) => (each.kind === Kind.STRING ? [each.value] : []));
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
