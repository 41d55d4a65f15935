// Whom else operations can run as, besides users: a small form for each kind, and above it what the demo has of that kind.
import { useState } from 'react';
import type { Credential } from '../../sessions/credential.ts';
import { cognitoEndpointOf, type Connection } from '../../settings/connection.ts';
import { Choice } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { CredentialForm } from './credential-form.tsx';
import type { Offer } from './offer.ts';
import { OffersList } from './offers-list.tsx';
import { apiKeyFrom, iamFrom, lambdaTokenFrom, oidcTokenFrom } from './read-credential.ts';
import './other-identity.css';

export type OtherKind = 'API_KEY' | 'TOKEN' | 'AWS_IAM' | 'NONE';

export interface OtherIdentityProps {
  kind: OtherKind;
  connection: Connection;
  /** The demo's; empty elsewhere. */
  offers: readonly Offer[];
  onAdd: (credential: Credential, name: string) => void;
  onOffer: (offer: Offer) => void;
}

export function OtherIdentity({ kind, connection, offers, onAdd, onOffer }: OtherIdentityProps) {
  const here = offers.filter(({ authMode }) => kindOf(authMode) === kind);
  return (
    <div className="other-identity">
      <Form kind={kind} connection={connection} onAdd={onAdd} />
      {here.length > 0 ? (
        <section className="people" aria-labelledby="offers-title">
          <h3 id="offers-title">The demo’s</h3>
          <OffersList offers={here} onChoose={onOffer} />
        </section>
      ) : null}
    </div>
  );
}

function kindOf(authMode: Credential['authMode']): OtherKind {
  return authMode === 'OPENID_CONNECT' || authMode === 'AWS_LAMBDA' ? 'TOKEN' : authMode;
}

type FormProps = Pick<OtherIdentityProps, 'kind' | 'connection' | 'onAdd'>;

function Form({ kind, connection, onAdd }: FormProps) {
  switch (kind) {
    case 'API_KEY':
      return (
        <CredentialForm
          key={kind}
          intro={
            <>
              For APIs, or parts of them, that are open to whoever has a key. It is sent as{' '}
              <span className="other-identity-header">x-api-key</span>.
            </>
          }
          namePlaceholder="API key"
          action="Add the key"
          read={(field) => apiKeyFrom(field('api-key'), connection.graphqlEndpoint)}
          onAdd={onAdd}
        >
          <PasswordField
            label="API key"
            name="api-key"
            placeholder="da2-…"
            autoComplete="off"
            hint="AppSync console, Settings; or “api_key” in amplify_outputs.json."
            eyeLabel="the API key"
          />
        </CredentialForm>
      );
    case 'TOKEN':
      return <TokenForm key={kind} connection={connection} onAdd={onAdd} />;
    case 'AWS_IAM':
      return (
        <CredentialForm
          key={kind}
          intro="Signed with AWS credentials of this machine by the page’s helper. The page itself never sees them; AppSync sees the role or user they belong to."
          namePlaceholder="IAM"
          action="Add IAM"
          read={(field) => iamFrom(field('profile'))}
          onAdd={onAdd}
        >
          <Field
            label="AWS profile (optional)"
            name="profile"
            placeholder="default"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            hint="Empty: what the helper was started with, or finds by itself."
          />
        </CredentialForm>
      );
    case 'NONE':
      return (
        <CredentialForm
          key={kind}
          intro="A request that says nothing of who asks. AppSync refuses it; this shows how."
          namePlaceholder="nobody"
          action="Add nobody"
          read={() => ({ ok: true, credential: { authMode: 'NONE' } })}
          onAdd={onAdd}
        />
      );
    default:
      return kind satisfies never;
  }
}

const tokenKinds = [
  { value: 'OPENID_CONNECT', label: 'OpenID Connect', help: 'A JWT of the issuer that the API names.' },
  { value: 'AWS_LAMBDA', label: 'Lambda', help: 'Whatever the API’s own function takes.' },
] as const;

function TokenForm({ connection, onAdd }: Pick<FormProps, 'connection' | 'onAdd'>) {
  const [mode, setMode] = useState<(typeof tokenKinds)[number]['value']>('OPENID_CONNECT');
  const ownIssuer = new URL(connection.userPoolId, cognitoEndpointOf(connection)).href;
  const lambda = mode === 'AWS_LAMBDA';
  return (
    <CredentialForm
      intro="It is sent as Authorization, kept in this page’s memory, and gone when the page is closed."
      action="Add the token"
      namePlaceholder={lambda ? 'Lambda token' : 'as the token says'}
      live
      read={(field) =>
        lambda
          ? lambdaTokenFrom(field('token'), field('prefix'))
          : oidcTokenFrom(field('token'), { now: Date.now(), ownIssuer })
      }
      onAdd={onAdd}
    >
      <Choice legend="Judged by" name="token-kind" options={tokenKinds} value={mode} onChange={setMode} />
      <div className="field">
        <label htmlFor="other-token">Token</label>
        <textarea
          id="other-token"
          name="token"
          className="field-area"
          placeholder={lambda ? '' : 'eyJraWQiOi…'}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
        />
      </div>
      {lambda ? (
        <Field
          label="Prefix (optional)"
          name="prefix"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hint="Put before the token as it is typed, blanks included: it keeps AppSync from taking a JWT for a user’s."
        />
      ) : null}
    </CredentialForm>
  );
}
