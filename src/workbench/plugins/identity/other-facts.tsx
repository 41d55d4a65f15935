// What is known of an identity that is no user, and how to be rid of it. What it asks with is never drawn.
import { clockTime } from '../../../sessions/countdown.ts';
import type { Identity } from '../../../sessions/identity.ts';
import { sentWords } from '../../../sessions/identity.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips } from './chips.tsx';
import { Fact } from './fact.tsx';
import { useIdentityTools } from './use-identity-tools.ts';
import { useNow } from './use-now.ts';

const sent: Record<Exclude<Identity['authMode'], 'AMAZON_COGNITO_USER_POOLS'>, string> = {
  API_KEY: 'The key, as x-api-key. It stands for nobody: resolvers see no identity.',
  OPENID_CONNECT: 'The token, as Authorization. AppSync checks it against the issuer that the API names.',
  AWS_LAMBDA: 'The token, as Authorization. The API’s own function decides.',
  AWS_IAM: 'A signature over each request, made by the helper with AWS credentials of this machine.',
  NONE: 'Nothing of who asks. AppSync refuses such a request as a whole.',
};

export function OtherFacts({ identity }: { identity: Identity }) {
  const { connection, identities } = useIdentityTools();
  const now = useNow();
  const { authMode, groups, detail, expiresAt } = identity;
  if (authMode === 'AMAZON_COGNITO_USER_POOLS') return null;
  return (
    <>
      <dl className="facts">
        <Fact name="Connection">{connection.name}</Fact>
        <Fact name="Mode">
          {sentWords(identity)} <code>{authMode}</code>
        </Fact>
        {detail === undefined ? null : <Fact name={detailNames[authMode]}>{detail}</Fact>}
        {authMode === 'OPENID_CONNECT' ? (
          <Fact name="Groups">
            <Chips items={groups} none="none that AppSync would look at" />
          </Fact>
        ) : null}
        <Fact name="AppSync gets">{sent[authMode]}</Fact>
        {expiresAt === undefined ? null : (
          <Fact name={expiresAt > now ? 'Expires' : 'Expired'}>{momentWords(expiresAt)}</Fact>
        )}
      </dl>
      <div className="session-acts">
        <div className="session-acts-buttons">
          <Button onClick={() => identities.remove(identity.id)}>Forget it</Button>
        </div>
      </div>
    </>
  );
}

const detailNames = {
  API_KEY: 'Key',
  OPENID_CONNECT: 'Issuer',
  AWS_LAMBDA: 'Token',
  AWS_IAM: 'Credentials',
  NONE: 'Asks',
} as const;

function momentWords(at: number): string {
  const day = new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return `${day}, ${clockTime(at)}`;
}
