// All that can become an identity, side by side: the sign-in first, the other kinds a click away. What was typed into the sign-in
// stays while another kind is looked at.
import { useState, type ReactNode } from 'react';
import { later } from '../ui/later.tsx';
import { Tabs } from '../ui/tabs.tsx';
import type { OtherIdentityProps, OtherKind } from './other-identity/other-identity.tsx';
import './add-identity.css';

export type IdentityKind = 'sign-in' | OtherKind;

export interface AddIdentityProps extends Omit<OtherIdentityProps, 'kind'> {
  initial: IdentityKind;
  /** The sign-in card. */
  signIn: ReactNode;
}

const kinds: readonly { readonly id: IdentityKind; readonly name: string }[] = [
  { id: 'sign-in', name: 'Sign in' },
  { id: 'API_KEY', name: 'API key' },
  { id: 'TOKEN', name: 'Token' },
  { id: 'AWS_IAM', name: 'IAM' },
  { id: 'NONE', name: 'Nobody' },
];

const otherIdentity = later(async () => (await import('./other-identity/other-identity.tsx')).OtherIdentity);

export function AddIdentity({ initial, signIn, ...other }: AddIdentityProps) {
  const [kind, setKind] = useState(initial);
  return (
    <div className="add-identity">
      <Tabs label="Kind of identity" tabs={kinds} chosen={kind} onChoose={setKind}>
        <div hidden={kind !== 'sign-in'}>{signIn}</div>
        {kind === 'sign-in' ? null : <otherIdentity.Part kind={kind} {...other} />}
      </Tabs>
    </div>
  );
}
