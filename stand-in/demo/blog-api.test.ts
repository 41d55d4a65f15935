import { beforeEach, expect, test } from 'vitest';
import { blogApi, demoApiKey } from './blog-api.ts';
import { askerOf, demoNow, errorsOf, type AskAs } from './blog-test-callers.ts';

const everybody = ['carol', 'alice', 'bob', 'erin'] as const;
const key = `key ${demoApiKey}`;
let pauses: number[] = [];
let ask: AskAs;

beforeEach(() => {
  pauses = [];
  const api = blogApi((milliseconds) => {
    pauses.push(milliseconds);
    return Promise.resolve();
  });
  ask = askerOf(api);
});

const unauthorized = (field: string, type: string, path = field) =>
  `${path}: Not Authorized to access ${field} on type ${type}`;

test.each([
  ['carol', ['alice', 'carol', 'mei']],
  ['alice', ['alice']],
  ['bob', []],
  ['erin', []],
  [key, []],
])('%s sees the drafts of %j', async (caller, owners) => {
  const { data } = await ask(caller, '{ posts(status: DRAFT, limit: 100) { items { owner } } }');
  const text = JSON.stringify(data);
  const seen = ['alice', 'carol', 'henrik', 'mei', 'tomas'].filter((owner) => text.includes(`"${owner}"`));
  expect(seen).toStrictEqual(owners);
});

test.each([
  ['carol', []],
  ['alice', []],
  ['bob', [unauthorized('post', 'Query')]],
  ['erin', [unauthorized('post', 'Query')]],
  [key, [unauthorized('post', 'Query')]],
])('%s asks for a draft of alice', async (caller, errors) => {
  expect(errorsOf(await ask(caller, '{ post(id: "post-39") { status } }'))).toStrictEqual(errors);
});

test('salaries are for admins, and nothing else is lost with them', async () => {
  const query = '{ author(id: "mei") { name salary } }';
  expect(await ask('carol', query)).toStrictEqual({ data: { author: { name: 'Mei Okada', salary: 10_400 } } });
  for (const other of ['alice', 'bob', 'erin']) {
    const answer = await ask(other, query);
    expect(answer.data).toStrictEqual({ author: { name: 'Mei Okada', salary: null } });
    expect(errorsOf(answer)).toStrictEqual([unauthorized('salary', 'Author', 'author/salary')]);
  }
});

test('the null of a forbidden payroll takes the author along, that of the ledger everything', async () => {
  const payroll = await ask('alice', '{ author(id: "alice") { name payroll { iban } } }');
  expect(payroll.data).toStrictEqual({ author: null });
  expect(errorsOf(payroll)).toStrictEqual([unauthorized('payroll', 'Author', 'author/payroll')]);
  const ledger = await ask('alice', '{ about { name } ledger { balance } }');
  expect(ledger.data).toBeNull();
  expect((await ask('carol', '{ ledger { entries { on amount } } }')).errors).toBeUndefined();
});

test.each([
  ['deskNotes', '{ deskNotes }', ['carol', 'alice']],
  ['editorNote', '{ posts(limit: 1) { items { editorNote } } }', ['carol', 'alice']],
  ['subscriberCount, whose @aws_auth is ignored', '{ subscriberCount }', everybody],
  ['whoAmI', '{ whoAmI { username groups tokenUse claims issuer defaultAuthStrategy } }', everybody],
])('%s is for %2$j', async (_, query, readers) => {
  const answers = await Promise.all(everybody.map((name) => ask(name, query)));
  expect(everybody.filter((_name, place) => answers[place]?.errors === undefined)).toStrictEqual([...readers]);
});

test('the API key opens what is marked for it, and no nested type that is not', async () => {
  const answer = await ask(
    key,
    '{ about { name } post(id: "post-05") { title author { name email } comments { items { text } } } }',
  );
  expect(answer.data).toStrictEqual({
    about: { name: 'Low Water' },
    post: {
      title: 'Who owns the mud?',
      author: { name: 'Alice Monteiro', email: null },
      comments: { items: [null, null] },
    },
  });
  expect(errorsOf(answer)).toStrictEqual([
    unauthorized('email', 'Author', 'post/author/email'),
    unauthorized('text', 'Comment', 'post/comments/items/0/text'),
    unauthorized('text', 'Comment', 'post/comments/items/1/text'),
  ]);
  expect(errorsOf(await ask(key, '{ whoAmI { username } }'))).toStrictEqual([unauthorized('whoAmI', 'Query')]);
});

test('pages lead through every post once, newest first', async () => {
  const ids: string[] = [];
  const dates: string[] = [];
  let nextToken: unknown = null;
  do {
    const query =
      'query ($nextToken: String) { posts(limit: 7, nextToken: $nextToken) { items { id createdAt } nextToken } }';
    const page = postsIn(await ask('bob', query, { nextToken }));
    ids.push(...page.items.map(({ id }) => id));
    dates.push(...page.items.map(({ createdAt }) => createdAt));
    ({ nextToken } = page);
  } while (nextToken !== null);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(36);
  expect(dates).toStrictEqual(dates.toSorted().toReversed());
});

function postsIn({ data }: { data: unknown }): {
  items: { id: string; createdAt: string }[];
  nextToken: string | null;
} {
  return JSON.parse(JSON.stringify(data)).posts;
}

test.each([
  ['{ posts(limit: 0) { nextToken } }', 'limit must be from 1 to 100, not 0.'],
  ['{ posts(limit: 101) { nextToken } }', 'limit must be from 1 to 100, not 101.'],
  ['{ posts(nextToken: "x") { nextToken } }', 'nextToken is not one that this API has given out.'],
])('%s is refused by its resolver', async (query, message) => {
  expect(errorsOf(await ask('bob', query))).toStrictEqual([`posts: ${message}`]);
});

const create =
  'mutation ($input: CreatePostInput!) { createPost(input: $input) { id status owner createdAt author { name } } }';
const input = { title: 'Fog', section: 'WALKS', lead: 'Wait.' };

test.each([
  ['carol', true],
  ['alice', true],
  ['bob', false],
  ['erin', false],
])('%s may write a post: %j', async (caller, may) => {
  const { data } = await ask(caller, create, { input });
  const author = caller === 'carol' ? { name: 'Carol Adair' } : { name: 'Alice Monteiro' };
  const post = { id: 'post-41', status: 'DRAFT', owner: caller, createdAt: demoNow, author };
  expect(data).toStrictEqual({ createPost: may ? post : null });
});

test.each([
  ['updatePost', 'mutation { updatePost(input: { id: "post-36", title: "New" }) { id } }'],
  ['publishPost', 'mutation { publishPost(id: "post-36") { id } }'],
  ['deletePost', 'mutation { deletePost(id: "post-36") { id } }'],
])('only its owner or an admin may %s', async (field, mutation) => {
  for (const other of ['bob', 'erin']) {
    expect(errorsOf(await ask(other, mutation))).toStrictEqual([unauthorized(field, 'Mutation')]);
  }
  expect((await ask('alice', mutation)).errors).toBeUndefined();
  ask = askerOf(blogApi());
  expect((await ask('carol', mutation)).errors).toBeUndefined();
});

test('a change leaves out what is null, and raises the version; a late one fails with what is there', async () => {
  const change = 'mutation ($input: UpdatePostInput!) { updatePost(input: $input) { title lead version } }';
  const { data } = await ask('alice', change, {
    input: { id: 'post-36', title: 'New', lead: null, expectedVersion: 1 },
  });
  expect(data).toMatchObject({
    updatePost: { title: 'New', lead: expect.stringMatching(/^Everybody here/), version: 2 },
  });
  const late = await ask('alice', change, { input: { id: 'post-36', title: 'Newer', expectedVersion: 1 } });
  expect(late.errors).toMatchObject([
    { errorType: 'DynamoDB:ConditionalCheckFailedException', data: { id: 'post-36', title: 'New', version: 2 } },
  ]);
});

test('a published draft is there for everybody, a deleted post for nobody', async () => {
  await ask('alice', 'mutation { publishPost(id: "post-36") { id } }');
  const query = '{ post(id: "post-36") { status publishedAt } }';
  expect((await ask('erin', query)).data).toStrictEqual({ post: { status: 'PUBLISHED', publishedAt: demoNow } });
  await ask('alice', 'mutation { deletePost(id: "post-36") { id } }');
  expect(await ask('erin', query)).toStrictEqual({ data: { post: null } });
});

test('any signed-in user may comment, and delete what is theirs', async () => {
  const add = 'mutation { addComment(input: { postId: "post-01", text: "Well done." }) { id owner } }';
  expect((await ask('erin', add)).data).toStrictEqual({ addComment: { id: 'comment-17', owner: 'erin' } });
  const remove = 'mutation { deleteComment(id: "comment-17") { id } }';
  expect(errorsOf(await ask('bob', remove))).toStrictEqual([unauthorized('deleteComment', 'Mutation')]);
  expect((await ask('erin', remove)).data).toStrictEqual({ deleteComment: { id: 'comment-17' } });
});

test('nobody comments on a draft', async () => {
  const add = 'mutation { addComment(input: { postId: "post-39", text: "Psst." }) { id } }';
  expect(errorsOf(await ask('bob', add))).toStrictEqual([unauthorized('addComment', 'Mutation')]);
  expect(errorsOf(await ask('alice', add))).toStrictEqual(['addComment: There is no published post of that id.']);
});

test('the failing field tells its own error type and information', async () => {
  const { errors } = await ask('bob', '{ archive(year: 1962) { title } }');
  expect(errors).toMatchObject([{ errorType: 'ArchiveUnavailable', errorInfo: { year: 1962, retryAfterDays: 12 } }]);
});

test('the slow field takes three seconds', async () => {
  expect((await ask('bob', '{ readership { countedAt } }')).data).toStrictEqual({ readership: { countedAt: demoNow } });
  expect(pauses).toStrictEqual([3000]);
});

test('the misprints fail each in its own way', async () => {
  const answer = await ask('bob', '{ misprint { pressTime copies } other: misprint { headline } }');
  expect(errorsOf(answer)).toStrictEqual([
    "misprint/pressTime: Can't serialize value (/misprint/pressTime) : Unable to serialize `2026-10-12 05:30` as a valid DateTime Object.",
    'misprint/copies: Can\'t serialize value (/misprint/copies) : Int cannot represent non-integer value: "two thousand"',
    "other/headline: Cannot return null for non-nullable type: 'String' within parent 'Misprint' (/other/headline)",
  ]);
});

test('every start begins anew', async () => {
  await ask('alice', create, { input });
  const other = askerOf(blogApi());
  expect((await other('carol', '{ post(id: "post-41") { id } }')).data).toStrictEqual({ post: null });
});
