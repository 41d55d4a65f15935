// What a newcomer to the demo is shown: where to connect, as whom, and what to ask first.
import type { Guide, GuidePerson } from '../world.ts';
import { blogOperations } from './blog-operations.ts';
import { demoClientIds, demoPassword, demoPool, demoPoolId } from './demo-pool.ts';
import { teamOperations } from './team-operations.ts';

export function demoGuide(): Guide {
  const connection = { userPoolId: demoPoolId, appClientId: demoClientIds.default };
  return {
    connections: [
      { id: 'demo', name: 'Demo (on this machine)', ...connection, apiPath: '/graphql' },
      { id: 'demo-team', name: 'Demo, team API (on this machine)', ...connection, apiPath: '/team/graphql' },
    ],
    people: people(),
    operations: { demo: blogOperations, 'demo-team': teamOperations },
  };
}

const maySee: readonly (readonly [username: string, maySee: string])[] = [
  ['carol', 'Everything: salaries, the books, and everybody’s drafts.'],
  ['alice', 'Her own drafts and the desk’s notes, but no salaries. Writes posts, and changes her own.'],
  ['bob', 'What is published. May comment, but not write.'],
  ['erin', 'What any signed-in user may see: she is in no group.'],
  ['nina', 'Must choose a new password first; then what is published.'],
];

function people(): GuidePerson[] {
  const { users } = demoPool();
  return maySee.map(([username, line]) => {
    const groups = users.find((user) => user.username === username)?.groups ?? [];
    return { username, password: demoPassword, groups, maySee: line };
  });
}
