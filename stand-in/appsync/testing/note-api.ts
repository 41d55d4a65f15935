// A small API for the tests of the real-time endpoint, with one subscription field for each thing that can be right or wrong.
import * as v from 'valibot';
import type { Api } from '../api.ts';
import { ResolverError } from '../resolver-error.ts';
import { resolverWith } from '../typed-resolver.ts';
import { apiKeys, userPool } from './todo-api.ts';

const schema = /* GraphQL */ `
  schema {
    query: Query
    mutation: Mutation
    subscription: Subscription
  }

  type Query {
    ping: String @aws_api_key @aws_cognito_user_pools
  }

  type Mutation {
    add(note: NoteInput!): Note @aws_api_key @aws_cognito_user_pools
    change(note: NoteInput!): Note
    remove(id: ID!): Note
    fail(note: NoteInput!): Note
  }

  type Subscription {
    onAdd: Note @aws_subscribe(mutations: ["add", "fail"]) @aws_api_key @aws_cognito_user_pools
    onChange(id: ID, color: Color, owner: String): Note @aws_subscribe(mutations: ["add", "change"])
    onLarge(min: Int!): Note @aws_subscribe(mutations: ["add"])
    onLife(id: ID!): Note @aws_subscribe(mutations: ["change"])
    onSecret: Note @aws_subscribe(mutations: ["add"]) @aws_cognito_user_pools(cognito_groups: ["admins"])
    onRefusal: Note @aws_subscribe(mutations: ["add"])
    onBreak: Note @aws_subscribe(mutations: ["add"])
    onNothing: Note
  }

  enum Color {
    RED
    GREEN
  }

  type Note @aws_api_key @aws_cognito_user_pools {
    id: ID!
    title: String!
    text: String
    size: Int
    color: Color
    owner: String
    extra: AWSJSON
    inner: Note
    hidden: String @aws_cognito_user_pools(cognito_groups: ["admins"])
  }

  input NoteInput {
    id: ID!
    title: String
    text: String
    size: Int
    color: Color
    owner: String
    extra: AWSJSON
  }
`;

const noteSchema = v.object({ note: v.record(v.string(), v.unknown()) });
const echo = resolverWith(noteSchema, ({ note }) => ({
  title: 'Untitled',
  hidden: 'for admins',
  ...note,
  inner: note,
}));

export function noteApi(changes: Partial<Api> = {}): Api {
  return {
    id: 'notes00000000000000000000a',
    name: 'Notes',
    path: '/notes/graphql',
    schema,
    defaultProvider: userPool,
    additionalProviders: [apiKeys],
    settings: {},
    resolvers: {
      Mutation: {
        add: echo,
        change: echo,
        remove: ({ arguments: { id }, extensions }) => {
          extensions.invalidateSubscriptions({ subscriptionField: 'onLife', payload: { id } });
          return { id, title: 'Gone' };
        },
        fail: () => {
          throw new ResolverError('Out of paper', 'PrinterError');
        },
      },
      Subscription: {
        onLarge: ({ arguments: { min }, extensions }) => {
          const filters = [{ fieldName: 'size', operator: 'ge', value: min } as const];
          extensions.setSubscriptionFilter({ filterGroup: [{ filters }] });
        },
        onLife: ({ arguments: { id }, extensions }) => {
          const filters = [{ fieldName: 'id', operator: 'eq', value: id } as const];
          extensions.setSubscriptionInvalidationFilter({ filterGroup: [{ filters }] });
        },
        onRefusal: () => {
          throw new ResolverError('No room left', 'HouseFull');
        },
        onBreak: () => {
          throw new TypeError('x is not a function');
        },
      },
    },
    ...changes,
  };
}
