// What a newcomer to the demo is shown: where to connect, as whom, and what to ask first; folded behind it, one place or person
// for each further way in.
import type { PoolUser } from '../cognito/user-pool.ts';
import type { Guide, GuideConnection, GuideIdentity, GuidePerson } from '../world.ts';
import { demoApiKey, demoExpiredApiKey, demoKeyExpiredAt } from './blog-api.ts';
import { demoPasses } from './blog-authorizer.ts';
import { blogOperations } from './blog-operations.ts';
import { demoDeviceClientId, demoDevicePool, demoDevicePoolId } from './demo-device-pool.ts';
import { demoOidcIssuer } from './demo-oidc.ts';
import { demoMfaClientId, demoMfaPool, demoMfaPoolId } from './demo-mfa-pool.ts';
import { demoClientIds, demoClientSecret, demoPassword, demoPool, demoPoolId } from './demo-pool.ts';
import { teamOperations } from './team-operations.ts';

export function demoGuide(): Guide {
  return {
    connections: [...firstConnections, ...furtherConnections],
    people: [
      ...firstPeople.map((line) => guidePerson(line, everybodyHere)),
      ...furtherPeople.map(({ line, at }): GuidePerson => ({ ...guidePerson(line, at), showsWayIn: true })),
    ],
    identities: demoIdentities.map((identity) => ({ ...identity, apiPath: '/graphql' })),
    operations: { demo: blogOperations, 'demo-team': teamOperations },
  };
}

const mainPool = { userPoolId: demoPoolId, appClientId: demoClientIds.default };

const firstConnections: readonly GuideConnection[] = [
  { id: 'demo', name: 'Demo (on this machine)', ...mainPool, apiPath: '/graphql' },
  { id: 'demo-team', name: 'Demo, team API (on this machine)', ...mainPool, apiPath: '/team/graphql' },
];

/** One for each way in that takes another app client or pool. */
const furtherConnections: readonly GuideConnection[] = [
  {
    id: 'demo-secret',
    name: 'Demo, app client with a secret',
    userPoolId: demoPoolId,
    appClientId: demoClientIds.withSecret,
    apiPath: '/graphql',
    clientSecret: demoClientSecret,
    shows: 'An app client that was made for servers: each call has to prove its secret.',
  },
  {
    id: 'demo-admin',
    name: 'Demo, admin flow',
    userPoolId: demoPoolId,
    appClientId: demoClientIds.adminOnly,
    apiPath: '/graphql',
    authFlow: 'ADMIN_USER_PASSWORD_AUTH',
    shows: 'The helper signs each call with AWS credentials, here with the demo’s own; the page never sees them.',
  },
  {
    id: 'demo-custom',
    name: 'Demo, custom challenge',
    userPoolId: demoPoolId,
    appClientId: demoClientIds.customAuth,
    apiPath: '/graphql',
    authFlow: 'CUSTOM_AUTH',
    shows: 'The pool’s own Lambda triggers ask a riddle, after the password or, where it is left empty, in its place.',
  },
  {
    id: 'demo-mfa',
    name: 'Demo, second factor required',
    userPoolId: demoMfaPoolId,
    appClientId: demoMfaClientId,
    apiPath: '/graphql',
    shows: 'A pool that lets nobody in without a second factor: who has none sets one up.',
  },
  {
    id: 'demo-devices',
    name: 'Demo, tracked devices',
    userPoolId: demoDevicePoolId,
    appClientId: demoDeviceClientId,
    apiPath: '/graphql',
    shows: 'A pool that remembers devices: this page becomes one, and proves it at the next sign-in.',
  },
];

type Line = readonly [username: string, maySee: string];

const everybodyHere = ['demo', 'demo-team', 'demo-secret', 'demo-admin'];
const firstPeople: readonly Line[] = [
  ['carol', 'Everything: salaries, the books, and everybody’s drafts.'],
  ['alice', 'Her own drafts and the desk’s notes, but no salaries. Writes posts, and changes her own.'],
  ['bob', 'What is published. May comment, but not write.'],
  ['erin', 'What any signed-in user may see: she is in no group.'],
  ['nina', 'Must choose a new password first; then what is published.'],
];

const inMainPool = ['demo', 'demo-team', 'demo-secret', 'demo-admin'];
const furtherPeople: readonly { readonly line: Line; readonly at: readonly string[] }[] = [
  { line: ['mia', 'A code by text message.'], at: inMainPool },
  { line: ['emma', 'A code by e-mail.'], at: inMainPool },
  { line: ['tom', 'A code of an authenticator app.'], at: inMainPool },
  { line: ['sam', 'A choice between two second factors.'], at: inMainPool },
  { line: ['rita', 'A password that must be reset first.'], at: inMainPool },
  { line: ['ulla', 'A sign-up that waits for its code.'], at: inMainPool },
  { line: ['dora', 'Switched off by an administrator, and so refused.'], at: inMainPool },
  { line: ['cleo', 'A riddle; the answer is water.'], at: ['demo-custom'] },
  { line: ['max', 'Sets up an authenticator app.'], at: ['demo-mfa'] },
  { line: ['nora', 'A new password first, then an authenticator app to set up.'], at: ['demo-mfa'] },
  { line: ['vera', 'Her device is remembered: sign out and in again to see it proved.'], at: ['demo-devices'] },
];

const users: readonly PoolUser[] = [demoPool(), demoMfaPool(), demoDevicePool()].flatMap((pool) => pool.users);

function guidePerson([username, line]: Line, connectionIds: readonly string[]): GuidePerson {
  const groups = users.find((user) => user.username === username)?.groups ?? [];
  return { username, password: demoPassword, groups, maySee: line, connectionIds };
}

const demoIdentities = [
  {
    name: 'API key',
    maySee: 'What the paper gives to everybody: posts and their authors.',
    credential: { authMode: 'API_KEY', key: demoApiKey },
  },
  {
    name: 'Expired API key',
    maySee: 'Nothing: it was good a year ago, and is refused.',
    credential: { authMode: 'API_KEY', key: demoExpiredApiKey, expiresAt: demoKeyExpiredAt },
  },
  {
    name: 'Press club visitor',
    maySee: 'The same as the key, by a token of another issuer (OpenID Connect).',
    credential: { authMode: 'OPENID_CONNECT', tokenPath: demoOidcIssuer.path },
  },
  {
    name: 'Day pass',
    maySee: 'The same, but for posts’ bodies: the API’s Lambda function denies them.',
    credential: { authMode: 'AWS_LAMBDA', token: demoPasses.day },
  },
  {
    name: 'Revoked pass',
    maySee: 'Nothing: the API’s Lambda function refuses it.',
    credential: { authMode: 'AWS_LAMBDA', token: demoPasses.revoked },
  },
  {
    name: 'IAM user',
    maySee: 'The same as the key, signed by the helper with the demo’s AWS credentials.',
    credential: { authMode: 'AWS_IAM', profile: 'allowed' },
  },
  {
    name: 'IAM user without rights',
    maySee: 'Nothing: its policy does not allow appsync:GraphQL.',
    credential: { authMode: 'AWS_IAM', profile: 'denied' },
  },
  {
    name: 'Nobody',
    maySee: 'Nothing: AppSync answers nobody.',
    credential: { authMode: 'NONE' },
  },
] as const satisfies readonly Omit<GuideIdentity, 'apiPath'>[];
