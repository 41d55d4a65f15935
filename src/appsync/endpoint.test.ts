import { describe, expect, it } from 'vitest';
import { realtimeUrlOf } from './endpoint.ts';

const id = 'abcdefghijklmnopqrstuvwxyz';

describe('realtimeUrlOf', () => {
  it.each([
    [
      `https://${id}.appsync-api.eu-west-1.amazonaws.com/graphql`,
      `wss://${id}.appsync-realtime-api.eu-west-1.amazonaws.com/graphql`,
    ],
    [
      `https://${id}.appsync-api.us-gov-west-1.amazonaws.com/graphql`,
      `wss://${id}.appsync-realtime-api.us-gov-west-1.amazonaws.com/graphql`,
    ],
    [
      `https://${id}.appsync-api.cn-north-1.amazonaws.com.cn/graphql`,
      `wss://${id}.appsync-realtime-api.cn-north-1.amazonaws.com.cn/graphql`,
    ],
    ['https://api.example.com/graphql', 'wss://api.example.com/graphql/realtime'],
    ['https://api.example.com:8443/v1/graphql/', 'wss://api.example.com:8443/v1/graphql/realtime'],
    // An id that is none of AppSync's: its clients take it for a custom domain.
    [
      'https://short.appsync-api.eu-west-1.amazonaws.com/graphql',
      'wss://short.appsync-api.eu-west-1.amazonaws.com/graphql/realtime',
    ],
    ['http://localhost:20002/graphql', 'ws://localhost:20002/graphql/realtime'],
    ['http://[::1]:20002/team/graphql?x=1', 'ws://[::1]:20002/team/graphql/realtime'],
  ])('%s has %s', (endpoint, expected) => {
    expect(realtimeUrlOf(endpoint)).toBe(expected);
  });

  it('has none of what is no URL', () => {
    expect(() => realtimeUrlOf('api.example.com')).toThrow(TypeError);
  });
});
