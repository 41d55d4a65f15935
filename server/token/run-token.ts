// The command `token` with everything it needs of the world handed in: from its options to the text it prints.
import { createAdminApi, type AskSigner } from '../../src/cognito/admin-answers.ts';
import { createCognitoApi } from '../../src/cognito/cognito-api.ts';
import { CognitoError } from '../../src/cognito/cognito-error.ts';
import type { Fetch } from '../../src/cognito/cognito-request.ts';
import { createSignIn } from '../../src/cognito/sign-in.ts';
import { srpOnThisThread } from '../../src/cognito/srp.ts';
import { createAdminCalls } from '../aws/admin-calls.ts';
import { createAwsCredentials } from '../aws/aws-credentials.ts';
import type { Environment } from '../aws/profiles.ts';
import type { Terminal } from '../terminal.ts';
import { createAnswers } from './answers.ts';
import { readPlace, type PlaceOptions, type PlaceSources } from './place.ts';
import { signInOnTerminal } from './sign-in-on-terminal.ts';
import { tokensText, type TokenOutput } from './tokens-text.ts';

export interface TokenOptions extends PlaceOptions {
  readonly username: string;
  readonly profile?: string;
  readonly output: TokenOutput;
}

export interface TokenDeps extends PlaceSources {
  readonly environment: Environment;
  readonly terminal: Terminal;
  readonly fetch: Fetch;
  /** ms */
  readonly now: () => number;
}

/** Rejects with a CliFailure. */
export async function runToken(options: TokenOptions, deps: TokenDeps): Promise<string> {
  const { environment, terminal, fetch, now } = deps;
  const { username, profile, output } = options;
  const { authFlow, hasClientSecret, ...pool } = await readPlace(options, deps);
  const { cognitoEndpoint, userPoolId } = pool;
  if (terminal.isInteractive) terminal.say(`${username} signs in at ${userPoolId} by ${authFlow}.`);
  const signIn = createSignIn({
    pool,
    api: createCognitoApi({ endpoint: cognitoEndpoint, fetch }),
    adminApi: createAdminApi({ cognitoEndpoint, ask: signerFor(environment, profile) }),
    srp: srpOnThisThread,
    now,
  });
  const user = await signInOnTerminal(
    { username, authFlow, hasClientSecret },
    { signIn, terminal, answers: createAnswers(environment, terminal) },
  );
  return tokensText(output, user);
}

/** Signs by itself, with no helper between. */
function signerFor(environment: Environment, profile: string | undefined): AskSigner {
  const withProfile = (name: string) => `export AWS_PROFILE=${name}`;
  const answerAdminCall = createAdminCalls({
    credentials: createAwsCredentials({ profile, environment, withProfile }),
  });
  return async (request, signal = new AbortController().signal) => {
    const answer = await answerAdminCall(request, signal).catch((cause: unknown) => {
      throw signal.aborted ? new CognitoError('Aborted', { cause }) : cause;
    });
    if (answer.kind === 'refused') throw new CognitoError('NoHelper', { detail: answer.why });
    return answer;
  };
}
