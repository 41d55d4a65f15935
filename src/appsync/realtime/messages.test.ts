import { describe, expect, it } from 'vitest';
import { serverMessageFrom } from './messages.ts';

describe('serverMessageFrom', () => {
  it.each([
    ['{"type":"ka"}', { type: 'ka' }],
    [
      '{"type":"connection_ack","payload":{"connectionTimeoutMs":300000}}',
      { type: 'connection_ack', connectionTimeoutMs: 300_000 },
    ],
    ['{"type":"connection_ack"}', { type: 'connection_ack', connectionTimeoutMs: undefined }],
    [
      '{"type":"connection_ack","payload":{"connectionTimeoutMs":-1}}',
      { type: 'connection_ack', connectionTimeoutMs: undefined },
    ],
    ['{"id":"1","type":"start_ack"}', { type: 'start_ack', id: '1' }],
    ['{"type":"start_ack","payload":null,"id":"1"}', { type: 'start_ack', id: '1' }],
    [
      '{"id":"1","type":"data","payload":{"data":{"a":null}}}',
      { type: 'data', id: '1', payload: { data: { a: null } } },
    ],
    ['{"id":"1","type":"data","payload":null}', { type: 'unknown' }],
    ['{"type":"data","payload":{}}', { type: 'unknown' }],
    ['{"id":"1","type":"complete"}', { type: 'complete', id: '1' }],
    ['{"type":"complete"}', { type: 'unknown' }],
    [
      '{"id":"1","type":"error","payload":{"errors":[{"errorType":"Unauthorized","message":"no","path":null}]}}',
      { type: 'error', id: '1', errors: [{ errorType: 'Unauthorized', message: 'no' }] },
    ],
    [
      '{"type":"error","payload":{"errors":{"errorType":"LimitExceededError","message":"Rate limit exceeded"}}}',
      { type: 'error', id: undefined, errors: [{ errorType: 'LimitExceededError', message: 'Rate limit exceeded' }] },
    ],
    [
      '{"type":"connection_error","payload":{"errors":[{"errorType":"UnauthorizedException","errorCode":401}]}}',
      { type: 'connection_error', errors: [{ errorType: 'UnauthorizedException', errorCode: 401 }] },
    ],
    // Without the payload around it, as older captures have it.
    [
      '{"type":"connection_error","errors":[{"message":"NoProtocolError"}]}',
      { type: 'connection_error', errors: [{ message: 'NoProtocolError' }] },
    ],
    ['{"type":"connection_error"}', { type: 'connection_error', errors: [] }],
    ['{"type":"weather","payload":{"wind":"NW 7"}}', { type: 'unknown' }],
    ['{}', { type: 'unknown' }],
    ['[]', { type: 'garbage' }],
    ['null', { type: 'garbage' }],
    ['}{', { type: 'garbage' }],
    ['', { type: 'garbage' }],
    [new Uint8Array([123, 125]), { type: 'garbage' }],
  ])('reads %s', (frame, expected) => {
    expect(serverMessageFrom(frame)).toStrictEqual(expected);
  });
});
