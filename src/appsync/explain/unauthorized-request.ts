// A request that AppSync refused as a whole because of who asks: HTTP 401, and 403 for signatures. The texts are AppSync's, captured; each
// means another thing in another auth mode. https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
import { authModeNames, type AuthMode } from '../authorization.ts';
import type { AnswerError, Asked, Words } from './explanation.ts';

type ByMode = Readonly<Record<AuthMode, (asked: Asked) => Words>>;

export function explainUnauthorized({ message, errorType }: AnswerError, asked: Asked): Words {
  if (asked.overridden) return ownHeaderRefused(asked);
  if (/signature|UnrecognizedClient/i.test(errorType)) return signatureRefused(errorType, message);
  if (/permission denied/i.test(message)) return permissionDenied(asked);
  if (/expired/i.test(message)) return expired(asked);
  if (/parse JWT/i.test(message)) return notAToken;
  if (/valid authorization header/i.test(message)) return noValidHeader[asked.authMode](asked);
  if (/missing authorization/i.test(message)) return missingHeader(asked);
  return notAuthorized[asked.authMode](asked);
}

function ownHeaderRefused({ name }: Asked): Words {
  return {
    what: 'AppSync refused this tab’s own Authorization header.',
    why: `What is written in Headers stands in place of the credential of ${name}. AppSync wants a raw token there, without the word “Bearer”.`,
    next: `Correct it, or take it out to run as ${name}.`,
  };
}

function expired({ name, expiresAt, now, authMode }: Asked): Words {
  const isPast = expiresAt !== undefined && expiresAt <= now;
  return {
    what: 'AppSync refused the token: it has expired.',
    why: isPast
      ? `The token sent for ${name} was past its end.`
      : `By this machine’s clock the token of ${name} is still good: this clock and AWS’s differ, or the pool’s owner has ended it.`,
    ...(authMode === 'AMAZON_COGNITO_USER_POOLS'
      ? { next: 'Renew the token and run again.', action: 'renew' }
      : { next: 'Bring a fresh token for this identity and run again.' }),
  };
}

const notAToken: Words = {
  what: 'AppSync could not read the Authorization header as a token.',
  why: 'AppSync wants the raw token, as its issuer signed it; another text, a word before it (“Bearer”) or a changed token is refused.',
  next: 'Look at its signature, in the Identity pane; then sign in, or paste the token as it came.',
};

const notTaken = ({ name, authMode }: Asked): Words => ({
  what: `This API does not take ${name}: ${authModeNames[authMode]} is none of its auth modes.`,
  why: 'An API answers only to the modes it has been given, one by default and perhaps more beside it.',
  next: 'Add the mode in the API’s settings (AppSync console, Settings, Authorization), or run as another identity.',
});

const nobodySent: Words = {
  what: 'AppSync refused the request: it says nothing of who asks.',
  why: 'Every AppSync API wants one of its auth modes; there is none that lets anybody in.',
  next: 'Run as an identity: a signed-in user, an API key, a token.',
};

const noValidHeader: ByMode = {
  AMAZON_COGNITO_USER_POOLS: () => notAToken,
  OPENID_CONNECT: () => notAToken,
  AWS_LAMBDA: notTaken,
  API_KEY: notTaken,
  AWS_IAM: notTaken,
  NONE: () => nobodySent,
};

const missingHeader = (asked: Asked): Words => (asked.authMode === 'NONE' ? nobodySent : notTaken(asked));

const notAuthorized: ByMode = {
  AMAZON_COGNITO_USER_POOLS: ({ name }) => ({
    what: `AppSync refused the whole request from ${name}.`,
    why: 'Most often the API uses another user pool, or accepts only certain app clients; an API without Cognito as an auth mode answers the same.',
    next: 'Compare the connection’s user pool and app client with the API’s settings (AppSync console, Settings, Authorization).',
  }),
  OPENID_CONNECT: ({ name }) => ({
    what: `AppSync refused the token of ${name}.`,
    why: 'Its issuer is not the provider that the API trusts, or its audience (aud, azp) is not the client id the API wants.',
    next: 'Compare iss, aud and azp of the token with the API’s OpenID Connect settings.',
  }),
  API_KEY: ({ name }) => ({
    what: `AppSync does not know the key ${name}, or it has expired.`,
    why: 'API keys live 365 days at most, 7 unless told otherwise; a key of another API or region is refused in the same words.',
    next: 'Look the keys up (AppSync console, Settings, API keys), extend or make one, and bring it here.',
  }),
  AWS_LAMBDA: ({ name }) => ({
    what: `The API’s Lambda authorizer did not let ${name} in.`,
    why: 'The function answered isAuthorized: false, failed or took over 10 seconds, or the token does not match the expression in front of it.',
    next: 'Check the token and the prefix it is sent with; the function’s log in CloudWatch says what it thought of it.',
  }),
  AWS_IAM: permissionDenied,
  NONE: () => nobodySent,
};

function permissionDenied({ name }: Asked): Words {
  return {
    what: `The AWS credentials of ${name} may not call this API.`,
    why: 'Their policies allow appsync:GraphQL for no field of it, or something denies it.',
    next: 'Allow the action appsync:GraphQL on arn:aws:appsync:REGION:ACCOUNT:apis/API-ID/types/Query/fields/*, or on the fields you want.',
  };
}

function signatureRefused(errorType: string, message: string): Words {
  if (errorType.startsWith('UnrecognizedClient')) {
    return {
      what: 'AWS does not know these credentials.',
      why: 'The access key was deleted or is of another partition, or temporary credentials came without their session token or are over.',
      next: 'Sign in to AWS again (aws sso login, say), then run again.',
    };
  }
  if (/valid region/i.test(message)) {
    return {
      what: 'The signature is for another region than the API’s.',
      why: 'The region is that in AWS’s own host; at a custom domain, or on this machine, it is taken from the user pool.',
      next: 'Give the connection the endpoint on AWS’s own host, which names its region, or a user pool of the API’s region.',
    };
  }
  if (/signature (?:expired|not yet current)/i.test(message)) {
    return {
      what: 'AWS found the time in the signature wrong.',
      why: 'This machine’s clock is off by more than five minutes, or the request was on its way for as long.',
      next: 'Set this machine’s clock, then run again.',
    };
  }
  return {
    what: 'AWS did not accept the signature.',
    why: 'It covers the whole request: the secret key may be another one’s, or a proxy changed the request on its way.',
    next: 'Check the credentials of this identity’s AWS profile, then run again.',
  };
}
