// What does not come from AppSync itself, and what needs no words; the rest is in stand-in-answers.test.ts.
import { describe, expect, it } from 'vitest';
import { AppSyncError } from '../appsync-error.ts';
import { parseBody, type Answer } from '../http.ts';
import { explainAnswer } from './explain-answer.ts';
import type { Asked } from './explanation.ts';
import { explainNoAnswer } from './no-answer.ts';

const alice: Asked = {
  name: 'alice',
  groups: ['editors'],
  authMode: 'AMAZON_COGNITO_USER_POOLS',
  overridden: false,
  query: '{ a }',
  now: 0,
};

function answer(status: number, text: string, contentType = 'application/json'): Answer {
  return {
    status,
    requestId: 'r',
    errorType: undefined,
    contentType,
    milliseconds: 1,
    bytes: text.length,
    body: parseBody(text),
  };
}

describe('explainAnswer', () => {
  it.each<[string, Answer, RegExp]>([
    ['a firewall', answer(403, '{}'), /before AppSync/],
    [
      'a WAF',
      answer(403, '{"errors":[{"errorType":"WAFForbiddenException","message":"403 Forbidden"}]}'),
      /before AppSync/,
    ],
    ['throttling without words', answer(429, '{}'), /throttling/],
    [
      'an API without a schema',
      answer(502, '{"errors":[{"errorType":"GraphQLSchemaException","message":"No schema definition exists."}]}'),
      /no schema yet/,
    ],
    ['an empty body', answer(200, ''), /empty body/],
    ['a web page', answer(200, '<html></html>', 'text/html'), /web page/],
    ['a gateway’s page', answer(502, 'Bad gateway', 'text/plain'), /not answer with JSON/],
    ['a failing server', answer(500, '{"message":null}'), /error of its own/],
    [
      'another refusal',
      answer(418, '{"errors":[{"errorType":"TeapotException","message":"short"}]}'),
      /HTTP 418, TeapotException/,
    ],
    ['a 401 without words', answer(401, '{}'), /refused the whole request from alice/],
  ])('explains %s', (_case, came, sentence) => {
    expect(explainAnswer(came, alice).map(({ what }) => what)).toEqual([expect.stringMatching(sentence)]);
  });

  it.each([
    '{"data":{"a":1}}',
    '{"data":null,"errors":[{"message":"Something else"}]}',
    '{"errors":"odd"}',
    '{"errors":[null, 1]}',
  ])('leaves an answer that speaks for itself alone: %s', (text) => {
    expect(explainAnswer(answer(200, text), alice)).toEqual([]);
  });

  it('folds very many errors, and keeps places for as many as anybody steps through', () => {
    const errors = Array.from({ length: 20_000 }, (_, index) => ({
      errorType: 'Unauthorized',
      message: 'Not Authorized to access salary on type Author',
      path: ['authors', index, 'salary'],
    }));
    const [only, ...others] = explainAnswer(answer(200, JSON.stringify({ data: {}, errors })), alice);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ what: 'alice may not read Author.salary.', count: 20_000 });
    expect(only?.places).toHaveLength(100);
  });
});

describe('explainNoAnswer', () => {
  it.each(['Unreachable', 'Redirected', 'Cut', 'TooLarge', 'NotAuthorized'] as const)(
    'has a sentence for %s',
    (code) => {
      expect(explainNoAnswer(new AppSyncError(code, 'm'))).toMatchObject({
        what: expect.any(String),
        next: expect.any(String),
      });
    },
  );

  it('says nothing about what the person stopped', () => {
    expect(explainNoAnswer(new AppSyncError('Aborted', 'm'))).toBeUndefined();
  });

  it.each([
    ['AWS_IAM', /the helper could not sign it/],
    ['OPENID_CONNECT', /has nothing left to ask with/],
  ] as const)('says in the words of who authorizes by %s why nothing was sent', (authMode, what) => {
    const why = 'The SSO session has expired. In a terminal: aws sso login';
    expect(explainNoAnswer(new AppSyncError('NotAuthorized', why), authMode)).toMatchObject({
      what: expect.stringMatching(what),
      why,
    });
  });
});
