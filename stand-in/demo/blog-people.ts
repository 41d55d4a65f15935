// Who writes for "Low Water", and what its readers have said so far. Carol and Alice have accounts in the demo's user pool.
import type { AuthorRecord, CommentRecord } from './blog-records.ts';

export function firstAuthors(): AuthorRecord[] {
  return [
    {
      id: 'carol',
      name: 'Carol Adair',
      bio: 'Editor. Came for a summer, took over the subscriptions, and has not been able to leave since.',
      email: 'carol@lowwater.example',
      website: 'https://lowwater.example/people/carol',
      salary: 41_200,
      payroll: { iban: 'GB33BUKB20201555555555', taxCode: '1257L', paidOn: '2026-10-28' },
    },
    {
      id: 'alice',
      name: 'Alice Monteiro',
      bio: 'Staff writer. Council, quay, and whatever comes in on the tide.',
      email: 'alice@lowwater.example',
      website: 'https://lowwater.example/people/alice',
      salary: 34_800,
      payroll: { iban: 'GB94BARC10201530093459', taxCode: '1257L', paidOn: '2026-10-28' },
    },
    {
      id: 'henrik',
      name: 'Henrik Aalto',
      bio: 'Boatbuilder. Writes the Workshop column between coats.',
      email: 'henrik@lowwater.example',
      website: null,
      salary: 9_600,
      payroll: { iban: 'FI2112345600000785', taxCode: 'BR', paidOn: '2026-10-28' },
    },
    {
      id: 'mei',
      name: 'Mei Okada',
      bio: 'Cooks at the Ferry Inn and tests everything on its regulars first.',
      email: 'mei@lowwater.example',
      website: 'https://ferryinn.example/',
      salary: 10_400,
      payroll: { iban: 'GB60BARC20000055779911', taxCode: 'BR', paidOn: '2026-10-28' },
    },
    {
      id: 'tomas',
      name: 'Tomás Reyes',
      bio: 'Warden of the marsh. Walks it whatever the weather, and counts what is there.',
      email: 'tomas@lowwater.example',
      website: null,
      salary: 8_900,
      payroll: { iban: 'GB29NWBK60161331926819', taxCode: '0T', paidOn: '2026-10-28' },
    },
  ];
}

export function firstComments(): CommentRecord[] {
  return rows.map(([postId, owner, createdAt, text], index) => ({
    id: `comment-${String(index + 1).padStart(2, '0')}`,
    postId,
    owner,
    createdAt,
    text,
  }));
}

const rows: readonly (readonly [postId: string, owner: string, createdAt: string, text: string])[] = [
  ['post-01', 'bob', '2025-12-02T19:40:00Z', 'I was slate number four hundred and something. My back remembers.'],
  ['post-05', 'erin', '2026-01-03T20:02:00Z', 'Eleven yards is wider than my kitchen. Can one apply?'],
  ['post-05', 'bob', '2026-01-04T08:15:00Z', 'My uncle still has a net, if it helps the town.'],
  ['post-09', 'bob', '2026-02-04T12:30:00Z', 'He made the tea himself on our boat. Strong.'],
  ['post-09', 'carol', '2026-02-04T17:05:00Z', 'The museum has agreed about the summer.'],
  ['post-14', 'erin', '2026-03-17T09:00:00Z', 'Washed it three times. Thank you for the last sentence.'],
  ['post-17', 'erin', '2026-04-10T07:21:00Z', 'Is there a bell on the far side?'],
  ['post-17', 'alice', '2026-04-10T09:48:00Z', 'There is a bucket, and a stick. It carries.'],
  ['post-20', 'bob', '2026-05-03T22:10:00Z', 'Heard it! Pointed the wrong way, as promised.'],
  ['post-21', 'erin', '2026-05-12T18:33:00Z', 'The chip shop should at least get a mention on the chart.'],
  ['post-25', 'bob', '2026-06-13T06:55:00Z', 'Try the parish registers upriver; there was an Ada at Pill End.'],
  ['post-28', 'erin', '2026-07-06T16:42:00Z', 'The blenny did look me in the eye.'],
  ['post-30', 'bob', '2026-07-22T21:09:00Z', 'On behalf of the cycling club: we regret nothing.'],
  ['post-32', 'erin', '2026-08-08T23:58:00Z', 'Counted fourteen. Did not speak until the road either.'],
  ['post-34', 'carol', '2026-08-24T08:20:00Z', 'The vicar says thank you, and that will do now.'],
  ['post-35', 'bob', '2026-09-01T19:12:00Z', 'Cut sheet four first. Should have read to the end.'],
];
