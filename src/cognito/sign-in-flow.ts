// The sign-in as a state machine: (state, event) gives a state and at most one effect. Pure: the runner (sign-in.ts)
// calls Cognito and holds the password, which no state here contains.

import { unsupportedChallenge, type Unsupported } from './challenges/unsupported.ts';
import type {
  Answers,
  ChallengeParameters,
  ChallengePrompt,
  ChallengeResponses,
  FormChallenge,
  ProofChallenge,
  ProofRequest,
} from './challenges/challenge.ts';
import { challengeNamed } from './challenges/index.ts';
import { CognitoError } from './cognito-error.ts';
import type { AuthReply } from './cognito-replies.ts';
import type { AuthFlow, ExplainSignInError, Explanation } from './explanation.ts';
import type { SrpProof } from './srp-exchange.ts';
import { tokensFrom, type Tokens } from './tokens.ts';

export interface SignInPool {
  readonly userPoolId: string;
  readonly appClientId: string;
  readonly cognitoEndpoint: string;
}

/** One try to sign in, from the first call to the last. */
export interface Attempt {
  readonly authFlow: AuthFlow;
  /** The name or alias as typed, without spaces around it. */
  readonly typedUsername: string;
  /** What the next call sends as USERNAME, and what a secret hash must be over: the alias at first, then USER_ID_FOR_SRP. */
  readonly username: string;
  /** The user's real name in the pool, once Cognito has told it. */
  readonly userIdForSrp?: string;
  /** Cognito's continuation string, always the newest. */
  readonly cognitoSession?: string;
  /** Forms shown so far, user name and password being the first. */
  readonly forms: number;
}

/** A form that the person has before them. */
export interface Asked {
  readonly challenge: FormChallenge;
  readonly prompt: ChallengePrompt;
}

export type FlowState =
  | { readonly at: 'credentials'; readonly failure?: Explanation }
  | { readonly at: 'initiating'; readonly attempt: Attempt }
  | {
      readonly at: 'proving';
      readonly attempt: Attempt;
      readonly challenge: ProofChallenge;
      readonly request: ProofRequest;
    }
  /** `asked`: the form that was answered; absent where the app answered by itself. */
  | { readonly at: 'responding'; readonly attempt: Attempt; readonly doing: string; readonly asked?: Asked }
  | { readonly at: 'challenge'; readonly attempt: Attempt; readonly asked: Asked; readonly failure?: Explanation }
  | { readonly at: 'unsupported'; readonly attempt: Attempt; readonly unsupported: Unsupported }
  | { readonly at: 'signed-in'; readonly user: SignedIn };

/** `username` is for people: what was typed where the pool's own name for the user is a UUID. */
export interface SignedIn {
  readonly tokens: Tokens;
  readonly username: string;
  readonly authFlow: AuthFlow;
}

export type FlowEvent =
  | { readonly type: 'start'; readonly authFlow: AuthFlow; readonly username: string; readonly hasPassword: boolean }
  | { readonly type: 'replied'; readonly reply: AuthReply; /** ms */ readonly receivedAt: number }
  | { readonly type: 'proved'; readonly proof: SrpProof }
  | { readonly type: 'answered'; readonly answers: Answers }
  | { readonly type: 'failed'; readonly error: unknown; readonly explain: ExplainSignInError }
  /** Back, cancel, or the tokens were handed over. */
  | { readonly type: 'left' };

export type FlowEffect =
  | { readonly do: 'initiate'; readonly authFlow: AuthFlow; readonly username: string }
  | { readonly do: 'prove'; readonly request: ProofRequest }
  /** What came cannot be used: to be treated as a call that failed with this. */
  | { readonly do: 'fail'; readonly error: CognitoError }
  | {
      readonly do: 'respond';
      readonly challengeName: string;
      readonly username: string;
      readonly cognitoSession?: string;
      readonly responses: ChallengeResponses;
    };

export interface FlowStep {
  readonly state: FlowState;
  readonly effect?: FlowEffect;
}

export const atCredentials: FlowState = { at: 'credentials' };

/** An event that does not belong to the state (a click too many, a late reply) leaves it as it is. */
export function nextSignInStep(state: FlowState, event: FlowEvent, pool: SignInPool): FlowStep {
  switch (event.type) {
    case 'start':
      return started(event);
    case 'left':
      return { state: atCredentials };
    case 'replied':
      if (state.at !== 'initiating' && state.at !== 'responding') return { state };
      return event.reply.kind === 'tokens'
        ? signedIn(state, event.reply.result, event.receivedAt)
        : challenged(state, event.reply);
    case 'proved': {
      if (state.at !== 'proving') return { state };
      const { attempt, challenge, request } = state;
      return {
        state: { at: 'responding', attempt, doing: challenge.doing },
        effect: respond(attempt, challenge.name, challenge.responses(request, event.proof)),
      };
    }
    case 'answered':
      return state.at === 'challenge' ? answered(state.attempt, state.asked, event.answers) : { state };
    case 'failed':
      return failed(state, event, pool);
    default:
      return event satisfies never;
  }
}

function started({ authFlow, username: typed, hasPassword }: Extract<FlowEvent, { type: 'start' }>): FlowStep {
  const username = typed.trim();
  const lacksPassword = !hasPassword && authFlow !== 'CUSTOM_AUTH';
  if (username === '' || lacksPassword) {
    const missing = username !== '' ? 'password' : !lacksPassword ? 'user name' : 'user name and password';
    return { state: { at: 'credentials', failure: emptyField(missing) } };
  }
  return {
    state: { at: 'initiating', attempt: { authFlow, typedUsername: username, username, forms: 1 } },
    effect: { do: 'initiate', authFlow, username },
  };
}

function emptyField(label: string): Explanation {
  return {
    what: 'Something was left empty.',
    why: `Cognito needs it to go on: ${label}.`,
    next: `Fill in: ${label}.`,
    retry: 'same-form',
  };
}

function signedIn(
  state: FlowState & { readonly attempt: Attempt },
  result: Extract<AuthReply, { kind: 'tokens' }>['result'],
  receivedAt: number,
): FlowStep {
  const parsed = tokensFrom(result, receivedAt);
  if (!parsed.ok) return malformed(state, parsed.wrong);
  const { tokens } = parsed;
  // In pools that sign in by e-mail the user's name is a UUID; people know the name they typed.
  const username = tokens.username === tokens.sub ? state.attempt.typedUsername : tokens.username;
  return { state: { at: 'signed-in', user: { tokens, username, authFlow: state.attempt.authFlow } } };
}

function challenged(
  state: FlowState & { readonly attempt: Attempt },
  { name, parameters, cognitoSession }: Extract<AuthReply, { kind: 'challenge' }>,
): FlowStep {
  const attempt = attemptAfter(state.attempt, parameters, cognitoSession);
  const challenge = challengeNamed(name);
  switch (challenge?.kind) {
    case undefined:
      return { state: { at: 'unsupported', attempt, unsupported: unsupportedChallenge(name) } };
    case 'proof': {
      const request = challenge.request(parameters);
      if (!request.ok) return malformed(state, request.wrong);
      return {
        state: { at: 'proving', attempt, challenge, request: request.value },
        effect: { do: 'prove', request: request.value },
      };
    }
    case 'form': {
      const prompt = challenge.prompt(parameters);
      if (!prompt.ok) return malformed(state, prompt.wrong);
      const asked = { challenge, prompt: prompt.value };
      return { state: { at: 'challenge', attempt: { ...attempt, forms: attempt.forms + 1 }, asked } };
    }
    default:
      return challenge satisfies never;
  }
}

/** From the first challenge on the answers go under the user's real name: the alias fails, the more so with a secret hash. */
function attemptAfter(
  { cognitoSession: _spent, ...attempt }: Attempt,
  parameters: ChallengeParameters,
  cognitoSession: string | undefined,
): Attempt {
  const userIdForSrp = parameters['USER_ID_FOR_SRP'] ?? attempt.userIdForSrp;
  return {
    ...attempt,
    username: userIdForSrp ?? parameters['USERNAME'] ?? attempt.username,
    ...(userIdForSrp !== undefined && { userIdForSrp }),
    ...(cognitoSession !== undefined && { cognitoSession }),
  };
}

function answered(attempt: Attempt, asked: Asked, answers: Answers): FlowStep {
  const { challenge, prompt } = asked;
  const empty = prompt.fields.filter(({ name, required }) => required && (answers[name] ?? '').trim() === '');
  if (empty.length > 0) {
    const failure = emptyField(empty.map(({ label }) => label).join(', '));
    return { state: { at: 'challenge', attempt, asked, failure } };
  }
  return {
    state: { at: 'responding', attempt, doing: prompt.doing, asked },
    effect: respond(attempt, challenge.name, challenge.responses(answers, prompt)),
  };
}

function respond(attempt: Attempt, challengeName: string, responses: ChallengeResponses): FlowEffect {
  const { username, cognitoSession } = attempt;
  return { do: 'respond', challengeName, username, responses, ...(cognitoSession !== undefined && { cognitoSession }) };
}

/** A refused form stays for another try, unless Cognito has ended this sign-in; everything else goes back to the password. */
function failed(
  state: FlowState,
  { error, explain }: Extract<FlowEvent, { type: 'failed' }>,
  pool: SignInPool,
): FlowStep {
  if (state.at !== 'initiating' && state.at !== 'proving' && state.at !== 'responding') return { state };
  const asked = state.at === 'responding' ? state.asked : undefined;
  const step = asked === undefined ? 'credentials' : 'challenge';
  const general = explain(error, { ...pool, authFlow: state.attempt.authFlow, step });
  if (asked === undefined) return { state: { at: 'credentials', failure: general } };
  const special = error instanceof CognitoError ? asked.challenge.explain?.(error, general) : undefined;
  const failure = special ?? general;
  return failure.retry === 'start-over'
    ? { state: { at: 'credentials', failure } }
    : { state: { at: 'challenge', attempt: state.attempt, asked, failure } };
}

function malformed(state: FlowState, detail: string): FlowStep {
  return { state, effect: { do: 'fail', error: new CognitoError('NotCognito', { reason: 'wrong-shape', detail }) } };
}
