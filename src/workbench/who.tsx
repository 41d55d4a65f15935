// One identity in a list to choose from: mark, name, what it is.
import { sentWords, type Identity } from '../sessions/identity.ts';
import { Mark } from '../ui/mark.tsx';

export interface WhoProps {
  identity: Identity;
  pasted?: boolean | undefined;
}

export function Who({ identity, pasted }: WhoProps) {
  return (
    <>
      <Mark {...identity.mark} />
      <span className="menu-name">{identity.name}</span>
      <span className="menu-quiet">{aboutWords(identity, pasted === true)}</span>
    </>
  );
}

function aboutWords(identity: Identity, pasted: boolean): string {
  if (identity.authMode !== 'AMAZON_COGNITO_USER_POOLS')
    return identity.detail?.replace(/^https?:\/\//, '') ?? sentWords(identity);
  return [identity.groups.join(', ') || 'no group', ...(pasted ? ['pasted'] : [])].join(', ');
}
