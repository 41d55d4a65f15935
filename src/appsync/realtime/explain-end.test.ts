import { describe, expect, it } from 'vitest';
import { AppSyncError } from '../appsync-error.ts';
import { explainEnd, wordsOf } from './explain-end.ts';
import type { End } from './notices.ts';

const alice = { name: 'alice', groups: ['editors'], isOverridden: false };
const refused = (
  errorType: string | undefined,
  message: string,
  more: Partial<Extract<End, { kind: 'refused' }>> = {},
): End => ({
  kind: 'refused',
  what: 'subscription',
  errors: [{ ...(errorType !== undefined && { errorType }), message }],
  renewed: false,
  ...more,
});

describe('explainEnd', () => {
  it.each<[string, End, RegExp]>([
    ['an invalidation', { kind: 'completed' }, /AppSync ended/],
    ['silence', { kind: 'not acknowledged' }, /within 15 seconds/],
    [
      'a session that is over',
      { kind: 'not authorized', error: new AppSyncError('NotAuthorized', 'Over.') },
      /nothing left to ask with as alice/,
    ],
    [
      'a query',
      refused('UnsupportedOperation', 'query not supported through the realtime channel'),
      /only over its real-time/,
    ],
    [
      'the hundred and first',
      refused('MaxSubscriptionsReachedError', 'Max number of 100 subscriptions reached'),
      /as many subscriptions/,
    ],
    ['throttling', refused('LimitExceededError', 'Rate limit exceeded'), /throttling/],
    [
      'a field’s rule',
      refused('Unauthorized', 'Not Authorized to access onPost on type Subscription'),
      /alice may not subscribe/,
    ],
    ['an unknown field', refused(undefined, 'Validation error of type FieldUndefined: …'), /does not fit the schema/],
    ['a missing variable', refused(undefined, "Variable 'id' has coerced Null value"), /does not fit the schema/],
    [
      'a token, twice',
      refused('UnauthorizedException', 'Token has expired.', { renewed: true }),
      /with a fresh token too/,
    ],
    [
      'a key',
      refused('UnauthorizedException', 'You are not authorized to make this call.', { what: 'connection' }),
      /refused alice at its real-time/,
    ],
    ['a proxy', refused('BadRequestException', '', { what: 'connection' }), /could not read who is asking/],
    ['a failing resolver', refused('Lambda:Unhandled', 'boom'), /refused the subscription/],
    ['nothing said', { kind: 'refused', what: 'connection', errors: [], renewed: false }, /refused the subscription/],
  ])('explains %s', (_what, why, sentence) => {
    expect(explainEnd(why, alice).what).toMatch(sentence);
  });

  it('blames the tab’s own header where there is one', () => {
    const why = refused('UnauthorizedException', 'You are not authorized to make this call.');
    expect(explainEnd(why, { ...alice, isOverridden: true }).what).toMatch(/own Authorization header/);
  });
});

it('AppSync’s own words are put together', () => {
  expect(wordsOf({ errorType: 'Unauthorized', message: 'No.' })).toBe('Unauthorized: No.');
  expect(wordsOf({ message: 'No.' })).toBe('No.');
});
