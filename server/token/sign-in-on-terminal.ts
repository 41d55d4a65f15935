// Drives the sign-in machine without a page: shows on the terminal what it says, and gives it the answers. Decides nothing that
// the machine decides.
import type { Explanation } from '../../src/cognito/explanation.ts';
import type { SignedInUser, SignIn, SignInState } from '../../src/cognito/sign-in.ts';
import type { AuthFlow } from '../../src/settings/connection.ts';
import { CliFailure } from '../cli-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { variables, type Answers } from './answers.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { wordsOfFailure, wordsOfPrompt } from './words.ts';

export interface WhoSignsIn {
  readonly username: string;
  readonly authFlow: AuthFlow;
  /** It is known that the app client has a secret. */
  readonly hasClientSecret: boolean;
}

export interface OnTerminal {
  readonly signIn: SignIn;
  readonly answers: Answers;
  readonly terminal: Terminal;
}

/** Rejects with a CliFailure. */
export async function signInOnTerminal(who: WhoSignsIn, by: OnTerminal): Promise<SignedInUser> {
  const { username, authFlow, hasClientSecret } = who;
  const { signIn, answers, terminal } = by;
  const password = await answers.password({ optional: authFlow === 'CUSTOM_AUTH' });
  let clientSecret = answers.knownClientSecret() ?? (hasClientSecret ? await answers.clientSecret() : undefined);
  const start = () =>
    signIn.start({ authFlow, username, password, ...(clientSecret !== undefined && { clientSecret }) });

  try {
    let state = await settled(signIn, start);
    for (;;) {
      switch (state.step) {
        case 'signed-in':
          return state;
        case 'challenge':
          state = await answered(state, by);
          break;
        case 'credentials': {
          const { failure } = state;
          if (failure === undefined) throw new CliFailure(state.told ?? 'The sign-in ended without tokens.');
          // Only Cognito knows whether an app client has a secret.
          if (failure.action !== 'client-secret' || clientSecret !== undefined) throw failureFrom(failure);
          if (!terminal.isInteractive) throw secretMissing(failure);
          terminal.say(`${failure.what} ${failure.why}`);
          clientSecret = await answers.clientSecret();
          state = await settled(signIn, start);
          break;
        }
        case 'unsupported':
          throw new CliFailure(`${state.what}\n${state.next}`, exitCodes.unanswered);
        case 'working':
          throw new Error('A settled sign-in is not working.');
        default:
          return state satisfies never;
      }
    }
  } finally {
    signIn.cancel();
  }
}

type Challenged = Extract<SignInState, { step: 'challenge' }>;

/** A refused answer is asked for again, in front of a person; a script is told. */
async function answered({ prompt, failure, told }: Challenged, by: OnTerminal): Promise<SignInState> {
  const { signIn, answers, terminal } = by;
  if (failure !== undefined && !terminal.isInteractive) throw failureFrom(failure);
  if (terminal.isInteractive) terminal.say(failure === undefined ? wordsOfPrompt(prompt) : wordsOfFailure(failure));
  if (told !== undefined) terminal.say(told);
  const given = await answers.to(prompt);
  return settled(signIn, () => signIn.answer(given));
}

/** Does `act`, and gives the next state that waits for somebody. */
function settled(signIn: SignIn, act: () => void): Promise<SignInState> {
  return new Promise((resolve) => {
    const stop = signIn.subscribe(() => {
      const state = signIn.getState();
      if (state.step === 'working') return;
      stop();
      resolve(state);
    });
    act();
  });
}

const failureFrom = (failure: Explanation): CliFailure => new CliFailure(wordsOfFailure(failure), exitCodeOf(failure));

const secretMissing = ({ what }: Explanation): CliFailure =>
  new CliFailure(`${what} Set ${variables.clientSecret}, or run this in a terminal.`, exitCodes.unanswered);
