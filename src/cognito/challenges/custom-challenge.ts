// CUSTOM_CHALLENGE: a question that a Lambda trigger of the pool thinks up. What it made public is shown as plain text.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html

import { respond, type Challenge, type ChallengeParameters, type ChallengePrompt, type Form } from './challenge.ts';

export const customChallenge: Challenge = {
  name: 'CUSTOM_CHALLENGE',
  begin: (parameters) => ({ ok: true, value: { move: 'ask', form: formFor(parameters) } }),
};

/** Cognito's own, which are no part of the question. */
const notPublic = new Set(['USERNAME', 'USER_ID_FOR_SRP']);

function formFor(parameters: ChallengeParameters): Form {
  const shows = Object.entries(parameters).flatMap(([label, value]) =>
    notPublic.has(label) ? [] : [{ kind: 'text' as const, label, value }],
  );
  const prompt: ChallengePrompt = {
    challengeName: 'CUSTOM_CHALLENGE',
    title: 'Answer the pool’s own question',
    help:
      shows.length === 0
        ? 'A Lambda trigger of the pool asks it, and has made nothing public about it: whoever wrote the trigger knows what it expects.'
        : 'A Lambda trigger of the pool asks it. This is what the trigger has made public:',
    submit: 'Send the answer',
    doing: 'Sending the answer',
    shows,
    fields: [{ name: 'ANSWER', label: 'Answer', type: 'text', autocomplete: 'off', required: true }],
  };
  return {
    prompt,
    answered: ({ ANSWER = '' }) => respond(prompt.doing, { ANSWER }),
    // The words for a wrong password would be wrong here: the trigger has ended the sign-in.
    explain: (error, general) =>
      error.code === 'NotAuthorizedException' && /incorrect username or password/i.test(error.awsMessage ?? '')
        ? {
            ...general,
            what: 'The pool’s trigger did not accept the answer, and ended the sign-in.',
            why: 'It is not the answer that the trigger expects, or too many were wrong.',
            next: 'Sign in again; the question comes again.',
            retry: 'start-over',
          }
        : general,
  };
}
