// Whether a token can be believed: one line with a mark, and behind it what was checked.
import { clockTime } from '../../../sessions/countdown.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useAfterDelay } from '../../../ui/use-after-delay.ts';
import { ToneSign } from './tone-sign.tsx';
import { useNow } from './use-now.ts';
import type { Verification } from './use-verified.ts';
import { findingsOf, judgementOn, type Judgement, type TokenVerdict } from './verdict-words.ts';

export interface VerdictViewProps {
  verification: Verification;
  /** On the token that is shown; undefined where there is none yet. */
  verdict: TokenVerdict | undefined;
  busy: boolean;
  onCheckAgain: () => void;
}

export function VerdictView({ verification, verdict, busy, onCheckAgain }: VerdictViewProps) {
  const now = useNow();
  const slow = useAfterDelay(busy, 150);
  const judgement = judgementFrom(verification, verdict, now);
  const again = (
    <Button aria-disabled={busy} onClick={() => busy || onCheckAgain()}>
      {slow ? 'Checking…' : 'Check again'}
    </Button>
  );
  return (
    <div className="verdict">
      <p className="verdict-line" role="status" aria-label="Signature">
        {judgement ? (
          <>
            <ToneSign tone={judgement.tone} /> <span>{judgement.sentence}</span>
          </>
        ) : (
          <span className="identity-pane-quiet">{slow ? 'Checking the signature…' : 'Not checked yet.'}</span>
        )}
      </p>
      {judgement && judgement.tone !== 'good' ? again : null}
      {verdict && verification.state === 'checked' ? (
        <Disclosure summary="What was checked">
          <ul className="findings">
            {findingsOf(verdict, now).map(({ name, tone, sentence }) => (
              <li key={name}>
                <ToneSign tone={tone} />
                <span>
                  <strong>{name}.</strong> {sentence}
                </span>
              </li>
            ))}
          </ul>
          <div className="verdict-checked">
            <p className="identity-pane-quiet">Checked at {clockTime(verification.at)} by the pool’s public keys.</p>
            {judgement?.tone === 'good' ? again : null}
          </div>
        </Disclosure>
      ) : null}
    </div>
  );
}

function judgementFrom({ state }: Verification, verdict: TokenVerdict | undefined, now: number): Judgement | undefined {
  if (verdict !== undefined) return judgementOn(verdict, now);
  if (state !== 'failed') return undefined;
  const sentence =
    'Could not be checked: the part of this page that checks did not arrive. See that npm start is running, then check again.';
  return { tone: 'caution', sentence };
}
