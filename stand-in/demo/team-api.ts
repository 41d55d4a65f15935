// The demo's second API: the desk behind the paper, for user pool tokens only. Data in memory, fresh at each start.
import * as v from 'valibot';
import type { Api, Resolver } from '../appsync/api.ts';
import { isCognitoIdentity } from '../appsync/identity.ts';
import { unauthorizedField } from '../appsync/resolver-error.ts';
import { resolverWith } from '../appsync/typed-resolver.ts';
import { demoPoolId } from './demo-pool.ts';
import { firstNotices, members, salaries, shifts, type Notice } from './team-records.ts';
import { teamSchema } from './team-schema.ts';

export function teamApi(): Api {
  const board = firstNotices();
  return {
    id: 'thedesk1owwater2ternquay33',
    name: 'The desk',
    path: '/team/graphql',
    schema: teamSchema,
    defaultProvider: { mode: 'AMAZON_COGNITO_USER_POOLS', userPoolId: demoPoolId, defaultAction: 'ALLOW' },
    additionalProviders: [],
    settings: {},
    resolvers: { Query: queries(board), Mutation: mutations(board) },
  };
}

const idSchema = v.object({ id: v.string() });
const memberOf = (id: string) => members.find((member) => member.id === id) ?? null;

function queries(board: readonly Notice[]): Record<string, Resolver> {
  return {
    team: () => members,
    member: resolverWith(idSchema, ({ id }) => memberOf(id)),
    rota: () => shifts.map((shift) => ({ ...shift, member: memberOf(shift.memberId) })),
    salaries: () => salaries.map(([memberId, amount]) => ({ member: memberOf(memberId), amount })),
    notices: () => board,
  };
}

function mutations(board: Notice[]): Record<string, Resolver> {
  let last = board.length;
  return {
    postNotice: resolverWith(v.object({ text: v.string() }), ({ text }, { identity, info, now }) => {
      if (!isCognitoIdentity(identity)) throw unauthorizedField(info);
      last += 1;
      const id = `notice-${String(last).padStart(2, '0')}`;
      const notice = { id, text, by: identity.username, at: new Date(now()).toISOString() };
      board.unshift(notice);
      return notice;
    }),
    removeNotice: resolverWith(idSchema, ({ id }) => {
      const place = board.findIndex((notice) => notice.id === id);
      return place === -1 ? null : board.splice(place, 1)[0];
    }),
  };
}
