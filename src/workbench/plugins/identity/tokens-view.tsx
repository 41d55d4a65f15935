// The two tokens of a session, one at a time: whether it can be believed, how to take it along, and its claims.
import { useMemo, useState } from 'react';
import type { Session } from '../../../sessions/session.ts';
import { Tabs } from '../../../ui/tabs.tsx';
import { claimGroupsFrom, headerRowsFrom } from './claim-rows.ts';
import { ClaimsList } from './claims-list.tsx';
import { CopyToken } from './copy-token.tsx';
import { useIdentityTools } from './use-identity-tools.ts';
import { useVerified } from './use-verified.ts';
import { VerdictView } from './verdict-view.tsx';

type Kind = Session['sends'];

const tabNames: Readonly<Record<Kind, string>> = { id: 'ID token', access: 'Access token' };

export function TokensView({ session }: { session: Session }) {
  const { sessions } = useIdentityTools();
  const [chosen, setChosen] = useState<Kind>('id');
  // A session is another object whenever its tokens are others.
  const claims = useMemo(() => sessions.claimsOf(session.id) ?? {}, [sessions, session]);
  const { verification, busy, checkAgain } = useVerified(
    sessions,
    session.id,
    JSON.stringify([claims.id?.['jti'], claims.id?.['iat'], claims.access?.['jti'], claims.access?.['iat']]),
  );
  const kind = session.holds.find((held) => held === chosen) ?? session.holds[0];
  const said = kind && claims[kind];
  if (kind === undefined || said === undefined) return null;
  const verdict =
    verification.state === 'checked' ? verification.verdicts.find((each) => each.kind === kind) : undefined;
  const header = verdict && Object.keys(verdict.header).length > 0 ? headerRowsFrom(verdict.header) : [];
  return (
    <div className="tokens-view">
      <Tabs
        label="Tokens"
        tabs={session.holds.map((held) => ({ id: held, name: tabNames[held] }))}
        chosen={kind}
        onChoose={setChosen}
      >
        <VerdictView verification={verification} verdict={verdict} busy={busy} onCheckAgain={checkAgain} />
        <CopyToken key={`${session.id} ${kind}`} session={session} kind={kind} claims={said} />
        <ClaimsList
          groups={[...claimGroupsFrom(kind, said), ...(header.length > 0 ? [{ title: 'Header', rows: header }] : [])]}
        />
      </Tabs>
    </div>
  );
}
