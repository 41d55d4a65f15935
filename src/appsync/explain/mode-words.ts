// Who is meant by a schema's marks, in words.
import type { ModeMark } from '../access-marks.ts';
import type { AuthMode } from '../authorization.ts';

const callers: Readonly<Record<AuthMode, string>> = {
  AMAZON_COGNITO_USER_POOLS: 'signed-in users',
  API_KEY: 'API keys',
  OPENID_CONNECT: 'tokens of the OpenID Connect provider',
  AWS_LAMBDA: 'whoever the Lambda authorizer lets in',
  AWS_IAM: 'IAM signatures',
  NONE: 'nobody',
};

/** "users in admins or editors, and API keys". */
export function callersIn(modes: readonly ModeMark[]): string {
  const inEveryMode = Object.keys(callers).every(
    (mode) => mode === 'NONE' || modes.some((mark) => mark.mode === mode && mark.groups === undefined),
  );
  if (inEveryMode) return 'callers of every mode';
  const words = modes.map(({ mode, groups }) => (groups ? `users in ${listed(groups, 'or')}` : callers[mode]));
  return listed(words, 'and');
}

/** "a", "a or b", "a, b or c". */
export function listed(words: readonly string[], joiner: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joiner} ${last}`;
}
