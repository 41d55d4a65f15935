// Every row of AppSync's error tables that the stand-in can produce, explained: the stand-in reads the protocol for itself.
import { beforeAll, describe, expect, it } from 'vitest';
import { createAppSync } from '../../../stand-in/appsync/appsync.ts';
import type { Api, Resolver } from '../../../stand-in/appsync/api.ts';
import type { AppSyncDeps } from '../../../stand-in/appsync/api.ts';
import { ResolverError } from '../../../stand-in/appsync/resolver-error.ts';
import { testDeps } from '../../../stand-in/appsync/testing/deps.ts';
import { apiKeys, todoApi } from '../../../stand-in/appsync/testing/todo-api.ts';
import { openTokenDesk, type TokenDesk } from '../../../stand-in/appsync/testing/tokens.ts';
import type { AuthMode } from '../authorization.ts';
import { sendOperation, type Answer } from '../http.ts';
import { accessRulesFrom } from '../schema-access.ts';
import { explainAnswer } from './explain-answer.ts';
import type { Asked, Explanation } from './explanation.ts';

let desk: TokenDesk;
beforeAll(async () => {
  desk = await openTokenDesk();
});

interface Case {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Sent as it is, in place of the operation. */
  readonly body?: string;
  readonly contentType?: string;
  readonly path?: string;
  readonly credentials?: () => Promise<Record<string, string>> | Record<string, string>;
  readonly api?: Partial<Api>;
  readonly deps?: Partial<AppSyncDeps>;
  readonly resolver?: Resolver;
  readonly asked?: Partial<Asked>;
  readonly requests?: number;
}

const bob = { name: 'bob', groups: ['readers'], authMode: 'AMAZON_COGNITO_USER_POOLS', overridden: false } as const;

async function answerTo(given: Case): Promise<Answer> {
  const api = todoApi({
    ...(given.resolver && { resolvers: { Query: { me: given.resolver } } }),
    ...given.api,
  });
  const { http } = createAppSync(api, testDeps(desk, given.deps));
  const send = async (_url: unknown, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (given.contentType !== undefined) headers.set('content-type', given.contentType);
    return http.request(given.path ?? '/graphql', {
      method: 'POST',
      headers,
      body: given.body ?? (init.body as string),
    });
  };
  const authorize = async () => given.credentials?.() ?? { Authorization: await desk.tokenFor('bob', ['readers']) };
  const once = () =>
    sendOperation({
      endpoint: 'http://localhost/graphql',
      operation: { query: given.query ?? '{ me }', variables: given.variables },
      authorize,
      signal: new AbortController().signal,
      fetch: send,
      now: () => 0,
    });
  for (let sent = 1; sent < (given.requests ?? 1); sent += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, within one second
    await once();
  }
  return once();
}

async function explain(given: Case): Promise<readonly Explanation[]> {
  const asked = { ...bob, query: given.query ?? '{ me }', now: 0, ...given.asked };
  return explainAnswer(await answerTo(given), asked);
}

const as = (authMode: AuthMode, name: string) => ({ asked: { authMode, name, groups: [] } });
const throwing =
  (message: string, errorType: string): Resolver =>
  () => {
    throw new ResolverError(message, errorType);
  };
const keyOnly = { defaultProvider: apiKeys, additionalProviders: [] };
const lambda = (isAuthorized: boolean): Partial<Api> => ({
  defaultProvider: { mode: 'AWS_LAMBDA', authorize: () => ({ isAuthorized, deniedFields: ['Query.me'] }) },
  additionalProviders: [],
});
const oidc: Partial<Api> = { defaultProvider: { mode: 'OPENID_CONNECT', issuerId: 'club' }, additionalProviders: [] };
const iam: Partial<Api> = { defaultProvider: { mode: 'AWS_IAM' }, additionalProviders: [] };
const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=x' };
const signer = (mayCall: boolean): Partial<AppSyncDeps> => ({
  verifySignature: () =>
    Promise.resolve({ ok: true, signer: { accountId: '1', arn: 'arn:aws:iam::1:user/ann', mayCall: () => mayCall } }),
});
const badly = (errorType: string, message = 'No.'): Partial<AppSyncDeps> => ({
  verifySignature: () => Promise.resolve({ ok: false, errorType, message }),
});

describe('a request refused as a whole', () => {
  it.each<[string, Case, RegExp, RegExp]>([
    [
      'an expired token',
      {
        credentials: async () => ({ Authorization: await desk.tokenFor('bob', [], { exp: 1 }) }),
        asked: { expiresAt: -1 },
      },
      /it has expired/,
      /past its end/,
    ],
    [
      '… by another clock',
      {
        credentials: async () => ({ Authorization: await desk.tokenFor('bob', [], { exp: 1 }) }),
        asked: { expiresAt: 9 },
      },
      /it has expired/,
      /clock and AWS’s differ/,
    ],
    [
      'a Bearer prefix',
      { credentials: async () => ({ Authorization: `Bearer ${await desk.tokenFor('bob', [])}` }) },
      /could not read the Authorization/,
      /raw token/,
    ],
    [
      'a changed token',
      { credentials: async () => ({ Authorization: `${await desk.tokenFor('bob', [])}x` }) },
      /could not read the Authorization/,
      /changed token/,
    ],
    [
      'another app client',
      { credentials: async () => ({ Authorization: await desk.tokenFor('bob', [], { aud: 'other' }) }) },
      /refused the whole request from bob/,
      /another user pool/,
    ],
    [
      'the tab’s own header',
      { credentials: () => ({ Authorization: 'x' }), asked: { overridden: true } },
      /tab’s own Authorization header/,
      /bob/,
    ],
    [
      'an expired API key',
      { credentials: () => ({ 'x-api-key': 'da2-past' }), ...as('API_KEY', 'key') },
      /does not know the key key, or it has expired/,
      /365 days/,
    ],
    [
      'a key where keys are no mode',
      { credentials: () => ({ 'x-api-key': 'da2-good' }), api: { additionalProviders: [] }, ...as('API_KEY', 'key') },
      /API key is none of its auth modes/,
      /./,
    ],
    ['a token where only keys are', { api: keyOnly }, /could not read/, /./],
    ['nothing at all', { credentials: () => ({}), ...as('NONE', 'nobody') }, /says nothing of who asks/, /./],
    [
      'nothing, to an API with keys only',
      { credentials: () => ({}), api: keyOnly, ...as('NONE', 'nobody') },
      /says nothing of who asks/,
      /./,
    ],
    [
      'an authorizer’s no',
      { credentials: () => ({ authorization: 'pass' }), api: lambda(false), ...as('AWS_LAMBDA', 'pass') },
      /Lambda authorizer did not let pass in/,
      /isAuthorized/,
    ],
    [
      'another issuer',
      {
        credentials: () => ({ authorization: 'a.b.c' }),
        api: oidc,
        deps: { verifyToken: () => Promise.resolve({ ok: false, why: 'issuer' }) },
        ...as('OPENID_CONNECT', 'ann'),
      },
      /refused the token of ann/,
      /issuer/,
    ],
    [
      'credentials without permission',
      { credentials: () => signed, api: iam, deps: signer(false), ...as('AWS_IAM', 'ann') },
      /may not call this API/,
      /appsync:GraphQL/,
    ],
    [
      'unknown credentials',
      { credentials: () => signed, api: iam, deps: badly('UnrecognizedClientException'), ...as('AWS_IAM', 'ann') },
      /does not know these credentials/,
      /./,
    ],
    [
      'a bad signature',
      { credentials: () => signed, api: iam, deps: badly('InvalidSignatureException'), ...as('AWS_IAM', 'ann') },
      /did not accept the signature/,
      /secret key|proxy/,
    ],
    [
      'a signature for another region',
      {
        credentials: () => signed,
        api: iam,
        deps: badly('InvalidSignatureException', 'Credential should be scoped to a valid region. '),
        ...as('AWS_IAM', 'ann'),
      },
      /for another region/,
      /user pool/,
    ],
    [
      'a signature of another time',
      {
        credentials: () => signed,
        api: iam,
        deps: badly('InvalidSignatureException', 'Signature expired: 1 is now earlier than 2 (3 - 5 min.)'),
        ...as('AWS_IAM', 'ann'),
      },
      /the time in the signature/,
      /five minutes/,
    ],
    [
      'an incomplete signature',
      { credentials: () => signed, api: iam, deps: badly('IncompleteSignatureException'), ...as('AWS_IAM', 'ann') },
      /did not accept the signature/,
      /secret key|proxy/,
    ],
    ['an empty body', { body: ' ' }, /sent no operation/, /./],
    ['a body that is not JSON', { body: '{' }, /could not read the request/, /variables/],
    ['a syntax error', { query: '{ me ' }, /operation cannot be read/, /Expected Name/],
    ['several operations', { query: 'query A { me } query B { me }' }, /which of the operations/, /./],
    ['a subscription', { query: 'subscription { onCreateTodo { id } }' }, /subscription was sent over HTTP/, /./],
    ['another content type', { contentType: 'text/plain' }, /front door turned the request away/, /./],
    ['a request that is too large', { query: `{ me } # ${'x'.repeat(1_100_000)}` }, /request is too large/, /1 MB/],
    ['another path', { path: '/graphql/no' }, /no API at this address/, /./],
    ['throttling', { requests: 2, api: { settings: { requestTokensPerSecond: 1 } } }, /throttling this API/, /./],
  ])('%s', async (_row, given, what, why) => {
    const explained = await explain(given);
    expect(explained).toHaveLength(1);
    expect(explained[0]?.what).toMatch(what);
    expect(explained[0]?.why).toMatch(why);
  });

  it('shows where a syntax error is', async () => {
    expect((await explain({ query: '{\n  me\n' }))[0]?.places).toEqual([{ line: 3, column: 1 }]);
  });
});

describe('an operation that was not run', () => {
  it.each<[string, Case, RegExp]>([
    ['an unknown field', { query: '{ badfield }' }, /^Query has no field badfield\.$/],
    ['an unknown type', { query: '{ me } fragment F on No { id }' }, /^The schema has no type No\.$|used nowhere/],
    ['no fields chosen', { query: '{ getTodo(id: 1) }' }, /^getTodo gives an object/],
    ['fields of a leaf', { query: '{ me { id } }' }, /^me is a single value/],
    ['a missing argument', { query: '{ getTodo { id } }' }, /^getTodo lacks an argument/],
    ['an unknown argument', { query: '{ me(no: 1) }' }, /^me takes no argument no\.$/],
    [
      'a literal of the wrong type',
      { query: 'mutation { sendEmail(data: 5) }' },
      /^An argument of sendEmail is of the wrong type/,
    ],
    [
      'a variable of the wrong type',
      { query: 'query ($i: Int) { getTodo(id: $i) { id } }' },
      /declared as another type/,
    ],
    ['an undeclared variable', { query: '{ getTodo(id: $i) { id } }' }, /^The variable \$i is not declared/],
    ['an unused variable', { query: 'query ($i: Int) { me }' }, /^The variable \$i is declared and used nowhere/],
    ['an unused fragment', { query: '{ me } fragment F on Todo { id }' }, /^The fragment F is used nowhere/],
    ['any other fault', { query: '{ ...F } fragment F on Query { ...F }' }, /^The operation does not fit the schema/],
    ['a missing variable', { query: 'query ($id: ID!) { getTodo(id: $id) { id } }' }, /^\$id has no value/],
    [
      'a bad scalar in a variable',
      {
        query: 'query ($f: TodoFilter) { listTodos(filter: $f) { items { id } } }',
        variables: { f: { phone: '1110004444' } },
      },
      /^The value of \$.+ is not what the schema wants/,
    ],
    [
      'a bad enum value',
      { query: 'query ($c: Color) { arguments(color: $c) }', variables: { c: 'BLUE' } },
      /^The value of \$c is not what/,
    ],
    [
      'an unknown field of an input',
      { query: 'query ($f: TodoFilter) { listTodos(filter: $f) { items { id } } }', variables: { f: { no: 1 } } },
      /a field that TodoFilter does not have/,
    ],
    [
      'introspection off',
      { query: '{ __schema { types { name } } }', api: { settings: { introspection: 'DISABLED' } } },
      /^Introspection is switched off/,
    ],
    [
      'introspection by another mode',
      {
        query: '{ __schema { types { name } } }',
        credentials: () => ({ 'x-api-key': 'da2-good' }),
        ...as('API_KEY', 'key'),
      },
      /^key may not read the schema/,
    ],
  ])('%s', async (_row, given, what) => {
    const explained = await explain(given);
    expect(explained.map((each) => each.what).join(' ')).toMatch(what);
  });

  it('tells switched-off introspection once, whatever was asked of it', async () => {
    const explained = await explain({
      query: '{ __schema { types { name fields { name } } } }',
      api: { settings: { introspection: 'DISABLED' } },
    });
    expect(explained).toHaveLength(1);
    expect(explained[0]).toMatchObject({ action: 'bring-schema' });
    expect(explained[0]?.count).toBeGreaterThan(1);
  });
});

describe('a field that failed', () => {
  it.each<[string, Case, RegExp]>([
    ['a group rule', { query: '{ secret }' }, /^bob may not read Query\.secret\.$/],
    [
      'a key at a field for users',
      { query: '{ me }', credentials: () => ({ 'x-api-key': 'da2-good' }), ...as('API_KEY', 'key') },
      /^key may not read Query\.me\.$/,
    ],
    [
      'an authorizer’s denied field',
      { credentials: () => ({ authorization: 'pass' }), api: lambda(true), ...as('AWS_LAMBDA', 'pass') },
      /^pass may not read Query\.me\.$/,
    ],
    ['a null that must not be', { query: '{ listTodos { items { name } } }' }, /^Todo\.name is null, though/],
    [
      'a value that does not fit',
      { query: '{ wrong { dateTime } }' },
      /^wrong\.dateTime holds a value that does not fit/,
    ],
    ['an error of the API’s own', { query: '{ fails }' }, /^fails failed with an error of its own: PrinterError/],
    ['a Lambda function that throws', { query: '{ breaks }' }, /^A Lambda function behind this field failed/],
    [
      'a Lambda function that is slow',
      { resolver: throwing('m', 'Lambda:ExecutionTimeoutException') },
      /did not answer in time/,
    ],
    [
      'a condition that does not hold',
      { resolver: throwing('m', 'DynamoDB:ConditionalCheckFailedException') },
      /^Nothing was written/,
    ],
    ['another refusal of DynamoDB', { resolver: throwing('m', 'DynamoDB:ValidationException') }, /ValidationException/],
    [
      'an HTTP resolver that is slow',
      { resolver: throwing('m', 'Http:ExecutionTimeoutException') },
      /HTTP service behind/,
    ],
    [
      'a template with a fault',
      { resolver: throwing('Value for field not found.', 'MappingTemplate') },
      /a fault of its own/,
    ],
    [
      'depth',
      { query: '{ getTodo(id: 1) { color } }', api: { settings: { queryDepthLimit: 1 } } },
      /deeper than this API allows/,
    ],
    [
      'resolvers',
      { query: '{ a: arguments b: arguments }', api: { settings: { resolverCountLimit: 1 } } },
      /more resolvers than/,
    ],
    [
      'time',
      {
        deps: {
          clock: {
            now: () => 0,
            after: (_ms, run) => {
              queueMicrotask(run);
              return () => undefined;
            },
          },
        },
        resolver: () => new Promise(() => undefined),
      },
      /gave the operation up after 30 seconds/,
    ],
  ])('%s', async (_row, given, what) => {
    const explained = await explain(given);
    expect(explained).toHaveLength(1);
    expect(explained[0]?.what).toMatch(what);
  });

  it('tells many of the same once, with their number and their places', async () => {
    const explained = await explain({ query: '{ a: secret b: secret me c: fails }' });
    expect(explained).toMatchObject([
      {
        what: 'bob may not read Query.secret.',
        count: 2,
        places: [{ path: ['a'], line: 1, column: 3 }, { path: ['b'] }],
      },
      { count: 1, places: [{ path: ['c'] }] },
    ]);
  });

  it.each<[string, Partial<Asked>, RegExp]>([
    ['who it is for, where the schema says so', {}, /users in admins; bob is in readers/],
    ['who comes by another mode', { authMode: 'API_KEY', name: 'key' }, /users in admins; key comes by API key/],
    ['that it was refused further in, where the schema opens it', { groups: ['admins'] }, /refused further in/],
  ])('says %s', async (_case, who, why) => {
    const rules = accessRulesFrom('type Query { secret: String @aws_cognito_user_pools(cognito_groups: ["admins"]) }');
    if (rules.kind === 'problem') throw new Error(rules.message);
    expect((await explain({ query: '{ secret }', asked: { rules, ...who } }))[0]?.why).toMatch(why);
  });
});
