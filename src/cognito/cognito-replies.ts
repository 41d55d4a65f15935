// What Cognito answers, checked on the way in: unknown to types, or half a sentence on what is wrong with it.
// Members that are not used are dropped. AWS's spellings stay.

import * as v from 'valibot';

const text = v.string();
const optionalText = v.optional(v.nullable(text));

const authenticationResult = v.object({
  IdToken: text,
  AccessToken: text,
  RefreshToken: optionalText,
  ExpiresIn: v.optional(v.nullable(v.number())),
  NewDeviceMetadata: v.optional(v.nullable(v.object({ DeviceKey: text, DeviceGroupKey: text }))),
});

/** The tokens of one sign-in or renewal; `RefreshToken` is absent where the old one stays good. */
export type AuthenticationResult = v.InferOutput<typeof authenticationResult>;

const finished = v.object({ AuthenticationResult: authenticationResult });
const asksMore = v.object({
  ChallengeName: text,
  ChallengeParameters: v.optional(v.nullable(v.record(text, text))),
  Session: optionalText,
});

/** InitiateAuth's and RespondToAuthChallenge's answer: the end, or a challenge. */
export type AuthReply = { readonly kind: 'tokens'; readonly result: AuthenticationResult } | ChallengeReply;

export interface ChallengeReply {
  readonly kind: 'challenge';
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Cognito's continuation string for the next answer. */
  readonly cognitoSession: string | undefined;
}

const userReply = v.object({
  Username: text,
  UserAttributes: v.array(v.object({ Name: text, Value: v.optional(text, '') })),
});

export type GetUserReply = v.InferOutput<typeof userReply>;

const secretCodeReply = v.object({ SecretCode: v.pipe(text, v.minLength(1)), Session: optionalText });

/** AssociateSoftwareToken's answer: base32, and the continuation string for what follows. */
export type SecretCodeReply = v.InferOutput<typeof secretCodeReply>;

const verifiedReply = v.object({ Status: v.optional(text, 'SUCCESS'), Session: optionalText });

export type VerifiedReply = v.InferOutput<typeof verifiedReply>;

const deliveryReply = v.object({
  CodeDeliveryDetails: v.optional(v.nullable(v.object({ Destination: optionalText }))),
});

/** Where a code was sent, masked. */
export type DeliveryReply = v.InferOutput<typeof deliveryReply>;

/** A parsed reply, or half a sentence for `CognitoError.detail`. */
export type Parsed<Reply> =
  { readonly ok: true; readonly reply: Reply } | { readonly ok: false; readonly wrong: string };

export function parseAuthReply(json: unknown): Parsed<AuthReply> {
  const end = v.safeParse(finished, json);
  if (end.success) return { ok: true, reply: { kind: 'tokens', result: end.output.AuthenticationResult } };
  const more = v.safeParse(asksMore, json);
  if (more.success) {
    const { ChallengeName: name, ChallengeParameters: parameters, Session: session } = more.output;
    const reply = {
      kind: 'challenge',
      name,
      parameters: parameters ?? {},
      cognitoSession: session ?? undefined,
    } as const;
    return { ok: true, reply };
  }
  const hasResult = isRecord(json) && isRecord(json['AuthenticationResult']);
  return { ok: false, wrong: wrongFrom(hasResult ? end.issues : more.issues) };
}

export function parseTokensReply(json: unknown): Parsed<AuthenticationResult> {
  const parsed = v.safeParse(finished, json);
  if (!parsed.success) return { ok: false, wrong: wrongFrom(parsed.issues) };
  return { ok: true, reply: parsed.output.AuthenticationResult };
}

export const parseUserReply = parserOf(userReply);
export const parseSecretCodeReply = parserOf(secretCodeReply);
export const parseVerifiedReply = parserOf(verifiedReply);
export const parseDeliveryReply = parserOf(deliveryReply);

function parserOf<Reply>(schema: v.GenericSchema<unknown, Reply>): (json: unknown) => Parsed<Reply> {
  return (json) => {
    const parsed = v.safeParse(schema, json);
    return parsed.success ? { ok: true, reply: parsed.output } : { ok: false, wrong: wrongFrom(parsed.issues) };
  };
}

/** For operations that answer with nothing. */
export function parseNothing(): Parsed<void> {
  return { ok: true, reply: undefined };
}

/** valibot's own messages quote the value received, which may be a token; the path alone does not. */
function wrongFrom(issues: readonly v.BaseIssue<unknown>[]): string {
  const path = issues[0] === undefined ? null : v.getDotPath(issues[0]);
  return path === null ? 'it is not the object expected' : `its ${path} is missing or of another kind`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
