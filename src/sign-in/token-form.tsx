// A token from elsewhere becomes an identity: pasted or dropped, judged at once. What is pasted stays in the browser's own text
// area; React holds only what was found in it.
import { useEffect, useRef, useState } from 'react';
import { parsePastedTokens, type PastedTokens } from '../cognito/pasted-tokens.ts';
import type { SignInPool } from '../cognito/sign-in-flow.ts';
import { kindsIn, type Tokens } from '../cognito/tokens.ts';
import { clockTime } from '../sessions/countdown.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export type PastedUser = Omit<Extract<PastedTokens, { ok: true }>, 'ok'>;

export interface TokenFormProps {
  /** What was dropped. */
  initial: string;
  /** Whose tokens are taken. */
  pool: SignInPool;
  /** The app client has one, and nobody has typed it: what is pasted cannot be renewed. */
  lacksSecret: boolean;
  onUse: (user: PastedUser) => void;
  onBack: () => void;
}

export function TokenForm({ initial, pool, lacksSecret, onUse, onBack }: TokenFormProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [verdict, setVerdict] = useState(() => verdictOn(initial, pool));
  const [pressedEmpty, setPressedEmpty] = useState(false);

  useEffect(() => area.current?.focus(), []);

  function judge(text: string) {
    setPressedEmpty(false);
    setVerdict(verdictOn(text, pool));
  }

  return (
    <form
      className="sign-in-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (verdict?.ok) onUse({ tokens: verdict.tokens, username: verdict.username });
        else area.current?.focus();
        setPressedEmpty(verdict === undefined);
      }}
    >
      <h3>Use a token</h3>
      <p>
        For whoever signs in elsewhere: with Google, SAML or the pool’s managed login. Your own app sends such a token
        with its requests to AppSync, in the header <code>Authorization</code>.
      </p>
      <div className="field">
        <label htmlFor="pasted-token">Token</label>
        <textarea
          ref={area}
          id="pasted-token"
          className="field-area"
          defaultValue={initial}
          placeholder="eyJraWQiOi…"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby="pasted-token-hint"
          aria-invalid={verdict?.ok === false || pressedEmpty || undefined}
          onChange={(event) => judge(event.target.value)}
        />
        <p className="field-hint" id="pasted-token-hint">
          A JWT with or without <code>Bearer</code>, or the AWS CLI’s whole answer (<code>creds.json</code>). Paste it,
          or drop a file anywhere on this card.
        </p>
      </div>
      <div role="status">
        {pressedEmpty ? <Notice kind="error" what="There is nothing in the field yet." /> : null}
        {verdict?.ok ? <Found user={verdict} lacksSecret={lacksSecret} /> : null}
        {verdict?.ok === false ? <Notice kind="error" what={verdict.wrong} /> : null}
      </div>
      <div className="sign-in-buttons">
        <Button kind="primary" type="submit" aria-disabled={verdict?.ok !== true}>
          {verdict?.ok ? `Use it as ${verdict.username}` : 'Use it'}
        </Button>
        <Button onClick={onBack}>Back</Button>
      </div>
    </form>
  );
}

function verdictOn(text: string, pool: SignInPool): PastedTokens | undefined {
  return text.trim() === '' ? undefined : parsePastedTokens(text, pool, Date.now());
}

const names = { id: 'ID token', access: 'access token' } as const;

function Found({ user: { tokens, username }, lacksSecret }: { user: PastedUser; lacksSecret: boolean }) {
  const kinds = kindsIn(tokens).map((kind) => names[kind]);
  return (
    <Notice
      kind="done"
      what={`Found: ${kinds.join(' and ')} of ${username} (${tokens.groups.join(', ') || 'no group'}).`}
      why={lifeOf(tokens, lacksSecret)}
      next="Its signature is not checked here. AppSync does that with the first request."
    />
  );
}

function lifeOf(tokens: Tokens, lacksSecret: boolean): string {
  const until = Math.min(...kindsIn(tokens).flatMap((kind) => tokens.expiresAt[kind] ?? []));
  const past = until <= Date.now();
  const life = past ? 'Past its time' : `Good until ${clockTime(until)}`;
  if (tokens.refreshToken === undefined) return `${life}; no refresh token came with it, so it cannot be renewed.`;
  if (lacksSecret) return `${life}. Renewing it takes the client secret: go back and type that first.`;
  return past
    ? `${life}, but a refresh token came with it: it is renewed before it is used.`
    : `${life}, and renewed with its refresh token before that.`;
}
