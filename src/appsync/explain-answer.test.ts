import { describe, expect, it } from 'vitest';
import { AppSyncError } from './appsync-error.ts';
import { explainAnswer, explainNoAnswer } from './explain-answer.ts';
import { parseBody, type Answer } from './http.ts';

const alice = { name: 'alice', groups: ['editors'] };

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

const refusal = (message: string) => JSON.stringify({ errors: [{ errorType: 'UnauthorizedException', message }] });

describe('explainAnswer', () => {
  it.each(['Unable to parse JWT token.', 'You are not authorized to make this call.', 'Token has expired.'])(
    'names the tab’s own header where that was refused (%s)',
    (message) => {
      expect(explainAnswer(answer(401, refusal(message)), alice, true)?.what).toMatch(/tab’s own Authorization header/);
    },
  );

  it.each<[string, Answer, RegExp]>([
    ['an expired token', answer(401, refusal('Token has expired.')), /it has expired/],
    ['a Bearer prefix', answer(401, refusal('Unable to parse JWT token.')), /could not read the Authorization/],
    [
      'what is no token of the pool',
      answer(401, refusal('Valid authorization header not provided.')),
      /could not read the Authorization/,
    ],
    [
      'another pool',
      answer(401, refusal('You are not authorized to make this call.')),
      /refused the whole request from alice/,
    ],
    ['a firewall', answer(403, '{}'), /before AppSync/],
    [
      'a subscription over HTTP',
      answer(400, refusal('Subscriptions over MQTT is not supported.')),
      /subscription does not run here yet/,
    ],
    ['throttling', answer(429, '{}'), /throttling/],
    ['an empty body', answer(200, ''), /empty body/],
    ['a web page', answer(200, '<html></html>', 'text/html'), /web page/],
    ['a gateway’s page', answer(502, 'Bad gateway', 'text/plain'), /not answer with JSON/],
    ['a failing server', answer(500, '{"message":null}'), /error of its own/],
  ])('explains %s', (_case, came, sentence) => {
    expect(explainAnswer(came, alice)?.what).toMatch(sentence);
  });

  it('names the fields that a rule refuses, and how often', () => {
    const error = { errorType: 'Unauthorized', message: 'Not Authorized to access salary on type Author', path: ['a'] };
    const explained = explainAnswer(answer(200, JSON.stringify({ data: {}, errors: [error, error] })), alice);
    expect(explained?.what).toBe('alice may not read Author.salary, 2 times in this answer.');
    expect(explained?.why).toContain('alice is in editors');
  });

  it('leaves an answer that speaks for itself alone', () => {
    expect(explainAnswer(answer(200, '{"data":{"a":1}}'), alice)).toBeUndefined();
    expect(
      explainAnswer(answer(200, '{"data":null,"errors":[{"message":"Validation error"}]}'), alice),
    ).toBeUndefined();
    expect(explainAnswer(answer(200, '{"errors":"odd"}'), alice)).toBeUndefined();
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
});
