// SELECT_MFA_TYPE: the user has several second factors, and chooses one for this sign-in.

import * as v from 'valibot';
import { respond, type Challenge, type ChallengePrompt, type Form } from './challenge.ts';
import { factorOption } from './mfa-names.ts';
import { jsonText, readParameters } from './read-parameters.ts';

const parametersOfChoice = v.object({
  MFAS_CAN_CHOOSE: v.pipe(jsonText, v.array(v.string()), v.minLength(1)),
});

export const selectMfaType: Challenge = {
  name: 'SELECT_MFA_TYPE',
  begin(parameters) {
    const read = readParameters(this.name, parametersOfChoice, parameters);
    return read.ok ? { ok: true, value: { move: 'ask', form: formFor(read.value.MFAS_CAN_CHOOSE) } } : read;
  },
};

function formFor(factors: readonly string[]): Form {
  const prompt: ChallengePrompt = {
    challengeName: 'SELECT_MFA_TYPE',
    title: 'Choose how to confirm it is you',
    help: 'The password was accepted. This user has more than one second factor.',
    submit: 'Continue',
    doing: 'Asking for that factor',
    fields: [
      {
        name: 'ANSWER',
        label: 'Second factor',
        type: 'choice',
        required: true,
        options: factors.map(factorOption),
      },
    ],
  };
  return { prompt, answered: ({ ANSWER = '' }) => respond(prompt.doing, { ANSWER }) };
}
