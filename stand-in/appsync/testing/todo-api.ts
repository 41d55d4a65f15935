// A small API for the tests of this folder, with one field for each thing that can be right or wrong.
import type { Api, Resolver } from '../api.ts';
import type { AuthProvider } from '../auth-provider.ts';
import { ResolverError } from '../resolver-error.ts';
import { testPool } from './tokens.ts';

export const userPool: AuthProvider = {
  mode: 'AMAZON_COGNITO_USER_POOLS',
  userPoolId: testPool,
  appIdClientRegex: 'testclient\\w+',
  defaultAction: 'ALLOW',
};

export const apiKeys: AuthProvider = {
  mode: 'API_KEY',
  keys: [{ id: 'da2-good' }, { id: 'da2-past', expires: 0 }],
};

const schema = /* GraphQL */ `
  schema {
    query: Query
    mutation: Mutation
    subscription: Subscription
  }

  type Query {
    getTodo(id: ID!): Todo
    listTodos(filter: TodoFilter, limit: Int): TodoConnection
    arguments(text: String, limit: Int = 20, color: Color): AWSJSON @aws_api_key @aws_cognito_user_pools
    search(text: String): [Found]
    public: Todo @aws_api_key @aws_cognito_user_pools
    secret: String @aws_cognito_user_pools(cognito_groups: ["admins"])
    vault: String! @aws_cognito_user_pools(cognito_groups: ["admins"])
    me: AWSJSON
    fails: String
    breaks: String
    wrong: Wrong
  }

  type Mutation {
    sendEmail(data: AWSJSON, to: AWSEmail): AWSJSON
    createTodo(input: CreateTodoInput!): Todo
  }

  type Subscription {
    onCreateTodo: Todo @aws_subscribe(mutations: ["createTodo"])
  }

  enum Color {
    RED
    GREEN
  }

  type Todo {
    id: ID!
    name: String!
    color: Color
    open: String @aws_api_key
    notes(first: Int!): [String!]
  }

  type Person {
    id: ID!
    name: Int
  }

  union Found = Todo | Person

  type TodoConnection {
    items: [Todo!]!
  }

  type Wrong {
    dateTime: AWSDateTime
    int: Int
    texts: [String!]
  }

  input TodoFilter {
    phone: AWSPhone
    nested: NestedFilter
  }

  input NestedFilter {
    name: String!
    color: Color
  }

  input CreateTodoInput {
    name: String!
    count: Int
    due: AWSDate
    tags: [String!]
  }
`;

const todo = { id: '1', name: 'Milk', color: 'RED', open: 'yes' };

const query: Record<string, Resolver> = {
  getTodo: ({ arguments: { id } }) => (id === 'nameless' ? { id } : todo),
  listTodos: () => ({ items: [todo, { id: '2' }] }),
  arguments: ({ arguments: given }) => given,
  search: () => [{ __typename: 'Todo', ...todo }],
  public: () => todo,
  secret: () => 'the cake',
  vault: () => 'gold',
  me: ({ identity }) => ({ identity }),
  fails: () => {
    throw new ResolverError('Out of paper', 'PrinterError', { tray: 2 }, { code: 7 });
  },
  breaks: () => {
    throw new TypeError('x is not a function');
  },
  wrong: () => ({ dateTime: '2020-05-23T06:4:37.000Z', int: 'many', texts: ['a', null] }),
};

export function todoApi(changes: Partial<Api> = {}): Api {
  return {
    id: 'todos00000000000000000000a',
    name: 'Todos',
    path: '/graphql',
    schema,
    defaultProvider: userPool,
    additionalProviders: [apiKeys],
    settings: {},
    resolvers: {
      Query: query,
      Mutation: { sendEmail: ({ arguments: { data } }) => ({ got: data }), createTodo: () => todo },
    },
    ...changes,
  };
}
