// Takes a token, or its claims, to the clipboard: on a press, with a word of warning, and says what was copied. The token is in
// no element of the page at any time.
import { useState } from 'react';
import { clockTime } from '../../../sessions/countdown.ts';
import type { Session } from '../../../sessions/session.ts';
import { Button } from '../../../ui/button.tsx';
import type { Claims } from './claim-rows.ts';
import { copiedWords, kindNames } from './session-words.ts';
import { ToneSign } from './tone-sign.tsx';
import { useIdentityTools } from './use-identity-tools.ts';
import type { Judgement } from './verdict-words.ts';

export interface CopyTokenProps {
  session: Session;
  kind: Session['sends'];
  claims: Claims;
}

export function CopyToken({ session, kind, claims }: CopyTokenProps) {
  const { sessions } = useIdentityTools();
  const [outcome, setOutcome] = useState<Judgement>();
  const expiresAt = session.ends[kind] ?? session.expiresAt;

  async function copy(text: string | undefined, what: string) {
    setOutcome(undefined);
    try {
      if (text === undefined) throw new Error('signed out');
      await navigator.clipboard.writeText(text);
      setOutcome({ tone: 'good', sentence: `Copied: ${what}.` });
    } catch {
      const sentence =
        'Nothing was copied: the browser keeps this page from the clipboard. Allow it for this page, then try again.';
      setOutcome({ tone: 'bad', sentence });
    }
  }

  return (
    <div className="copy-token">
      <div className="copy-token-buttons">
        <Button
          aria-describedby="copy-token-warning"
          onClick={() =>
            void copy(sessions.copyOf(session.id, kind), copiedWords(kind, session.username, expiresAt, Date.now()))
          }
        >
          Copy {kindNames[kind]}
        </Button>
        <Button
          onClick={() =>
            void copy(JSON.stringify(claims, null, 2), `claims of the ${kindNames[kind]} of ${session.username}`)
          }
        >
          Copy claims as JSON
        </Button>
      </div>
      <p className="copy-token-warning" id="copy-token-warning">
        <ToneSign tone="caution" />
        <span>
          Whoever has the token is {session.username} at this API until {clockTime(expiresAt)}: treat it as a password.
        </span>
      </p>
      <p className="outcome" role="status">
        {outcome ? (
          <>
            <ToneSign tone={outcome.tone} /> <span>{outcome.sentence}</span>
          </>
        ) : null}
      </p>
    </div>
  );
}
