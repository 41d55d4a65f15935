// The session in short: where, since when, in which groups, what AppSync gets of it, and for how long.
import { clockTime } from '../../../sessions/countdown.ts';
import type { Session } from '../../../sessions/session.ts';
import { Chips } from './chips.tsx';
import { Fact } from './fact.tsx';
import { SendsChoice } from './sends-choice.tsx';
import { cameInWords, endWords } from './session-words.ts';
import { useIdentityTools } from './use-identity-tools.ts';
import { useNow } from './use-now.ts';

export function SessionFacts({ session }: { session: Session }) {
  const { connection, sessions } = useIdentityTools();
  const now = useNow();
  const over = session.expiresAt <= now;
  return (
    <dl className="facts">
      <Fact name="Connection">{connection.name}</Fact>
      <Fact name={session.origin === 'pasted' ? 'Pasted' : 'Signed in'}>{cameInWords(session)}</Fact>
      <Fact name="Groups">
        <Chips items={session.groups} none="in no group" />
        <p className="identity-pane-quiet">
          As of {clockTime(session.issuedAt)}: they are in the tokens, and a change shows after a renewal.
        </p>
      </Fact>
      <Fact name="AppSync gets">
        <SendsChoice session={session} onChange={(kind) => sessions.setSends(session.id, kind)} />
      </Fact>
      <Fact name={over ? 'Expired' : 'Expires'}>{endWords(session, now)}</Fact>
    </dl>
  );
}
