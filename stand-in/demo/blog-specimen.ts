// The field that shows every scalar of AWS, with the caller's own values in place of ours.
import * as v from 'valibot';
import { resolverWith } from '../appsync/typed-resolver.ts';

const ours = {
  date: '2026-03-29',
  time: '06:12:30.250+01:00',
  dateTime: '2026-03-29T06:12:30Z',
  timestamp: 1_774_764_750,
  email: 'desk@lowwater.example',
  json: { tide: 'low', metres: 0.4, observed: ['bar', 'quay'] },
  url: 'https://lowwater.example/tides?day=2026-03-29',
  phone: '+44 20 7946 0958',
  ipAddress: '2001:db8::1/64',
};

const specimenSchema = v.object({ input: v.nullish(v.record(v.string(), v.unknown()), {}) });

export const specimenResolver = resolverWith(specimenSchema, ({ input }) => ({ ...ours, ...input }));
