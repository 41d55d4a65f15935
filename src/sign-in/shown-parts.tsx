// What a challenge shows: texts of the pool's own, and what an authenticator app is to be given. Plain text, whoever wrote it.
import type { PromptPart } from '../cognito/challenges/challenge.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { QrCode } from '../ui/qr-code.tsx';

export function ShownParts({ parts }: { parts: readonly PromptPart[] }) {
  const texts = parts.filter((part) => part.kind === 'text');
  return (
    <>
      {texts.length > 0 ? (
        <dl className="challenge-texts">
          {texts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {parts.map((part) => (part.kind === 'authenticator' ? <Authenticator key={part.uri} {...part} /> : null))}
    </>
  );
}

function Authenticator({ secret, uri }: Extract<PromptPart, { kind: 'authenticator' }>) {
  return (
    <div className="challenge-authenticator">
      <QrCode text={uri} label="QR code for an authenticator app" />
      <div className="challenge-secret">
        <p className="field-label">No camera at hand?</p>
        <p>Type or paste this key into the app, for codes by time:</p>
        <code>{secret}</code>
        <CopyButton text={secret.replaceAll(' ', '')} label="Copy the key" />
      </div>
    </div>
  );
}
