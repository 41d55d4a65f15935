// The team API's data as it stands at the start.

export interface Member {
  /** Also the user name, where the member has an account. */
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly startedOn: string;
  readonly homePhone: string | null;
  readonly nextOfKin: string;
}

export interface Notice {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

export const members: readonly Member[] = [
  {
    id: 'carol',
    name: 'Carol Adair',
    role: 'Editor',
    email: 'carol@lowwater.example',
    startedOn: '2011-06-01',
    homePhone: '+44 20 7946 0101',
    nextOfKin: 'Her brother Neil, at the boatyard',
  },
  {
    id: 'alice',
    name: 'Alice Monteiro',
    role: 'Staff writer',
    email: 'alice@lowwater.example',
    startedOn: '2019-09-16',
    homePhone: '+44 20 7946 0137',
    nextOfKin: 'Her mother, in Porto',
  },
  {
    id: 'bob',
    name: 'Bob Okafor',
    role: 'Delivery round, west bank',
    email: 'bob@lowwater.example',
    startedOn: '2023-03-06',
    homePhone: '+44 20 7946 0172',
    nextOfKin: 'Grace Okafor, same address',
  },
  {
    id: 'erin',
    name: 'Erin Vance',
    role: 'Saturday desk',
    email: 'erin@lowwater.example',
    startedOn: '2026-01-10',
    homePhone: null,
    nextOfKin: 'Her parents, at the post office',
  },
];

/** By member id; pounds a year. */
export const salaries: readonly (readonly [memberId: string, amount: number])[] = [
  ['carol', 41_200],
  ['alice', 34_800],
  ['bob', 7_300],
  ['erin', 4_160],
];

export const shifts: readonly { readonly on: string; readonly from: string; readonly memberId: string }[] = [
  { on: '2026-11-02', from: '08:00', memberId: 'alice' },
  { on: '2026-11-03', from: '08:00', memberId: 'carol' },
  { on: '2026-11-04', from: '06:30', memberId: 'bob' },
  { on: '2026-11-05', from: '08:00', memberId: 'alice' },
  { on: '2026-11-07', from: '09:30', memberId: 'erin' },
];

export function firstNotices(): Notice[] {
  return [
    {
      id: 'notice-03',
      text: 'The kettle is back. It is not to be used for steaming oak.',
      by: 'carol',
      at: '2026-10-27T08:05:00Z',
    },
    {
      id: 'notice-02',
      text: 'West bank round: the dog at number nine has been spoken to.',
      by: 'bob',
      at: '2026-10-19T16:40:00Z',
    },
    {
      id: 'notice-01',
      text: 'Copy for number 215 by Thursday noon, tide or no tide.',
      by: 'alice',
      at: '2026-10-12T11:20:00Z',
    },
  ];
}
