import { expect, test } from 'vitest';
import { Arrivals } from '../arrivals.ts';
import { person } from '../demo/demo-people.ts';
import { deliverCode, maskedAddress, type CodePurpose, type Medium, type Message } from './code-delivery.ts';

const user = {
  ...person('x', 'mia', '1a8f', 'Mia'),
  attributes: { email: 'mia@example.com', phone_number: '+15555550123' },
};

test.each<[Medium, CodePurpose, string, object]>([
  [
    'SMS',
    'mfa',
    'Your authentication code is',
    { Destination: '+*******0123', DeliveryMedium: 'SMS', AttributeName: 'phone_number' },
  ],
  [
    'EMAIL',
    'forgot-password',
    'Your password reset code is',
    { Destination: 'm***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
  ],
  [
    'EMAIL',
    'sign-up',
    'Your confirmation code is',
    { Destination: 'm***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
  ],
])('a code by %s for %s lies in the outbox, and whoever asked has it', async (medium, purpose, words, details) => {
  const outbox = new Arrivals<Message>();
  const next = outbox.next((message) => message.username === 'mia');
  const delivered = deliverCode(outbox, { user, medium, purpose, now: 5 });
  expect(delivered.code).toMatch(/^\d{6}$/);
  expect(delivered.details).toEqual(details);
  const to = medium === 'SMS' ? '+15555550123' : 'mia@example.com';
  const message = { at: 5, to, medium, username: 'mia', purpose, code: delivered.code };
  expect(await next).toEqual({ ...message, text: `${words} ${delivered.code}.` });
  expect(outbox.all).toEqual([await next]);
});

test.each<[Medium, string, string]>([
  ['SMS', '+15555550008', '+*******0008'],
  ['EMAIL', 'jane.doe@gmail.com', 'j***@g***'],
  ['EMAIL', 'a@b', 'a***@b***'],
])('%s %s is told as %s', (medium, address, masked) => {
  expect(maskedAddress(medium, address)).toBe(masked);
});
