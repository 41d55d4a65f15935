// The form of one connection: new, edited or copied. Each field is judged as it is typed; a field that was not touched yet
// is not scolded until Save is pressed.
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { authFlows, type AuthFlow, type Connection } from './connection.ts';
import { connectionFrom, draftProblems, type ConnectionDraft, type DraftField } from './connection-fields.ts';
import './connection-form.css';

export interface ConnectionFormProps {
  initial: ConnectionDraft;
  /** The id under which it is kept. */
  id: string;
  takenNames: readonly string[];
  /** Keeps it; a rejection's message is shown above the button. */
  onSave: (connection: Connection) => Promise<void>;
  onCancel: () => void;
  saveLabel: string;
}

const flowLabels: Record<AuthFlow, string> = {
  USER_SRP_AUTH: 'SRP: the password never leaves this page (USER_SRP_AUTH)',
  USER_PASSWORD_AUTH: 'Password: sent to Cognito over TLS (USER_PASSWORD_AUTH)',
  CUSTOM_AUTH: 'Custom: what the pool’s own triggers ask (CUSTOM_AUTH)',
  ADMIN_USER_PASSWORD_AUTH: 'Admin: signed with your AWS credentials (ADMIN_USER_PASSWORD_AUTH)',
};

const examples: Record<DraftField, string> = {
  name: 'Shop, staging',
  userPoolId: 'eu-west-1_AbC123dEf',
  appClientId: '1example23456789abcdefghij',
  graphqlEndpoint: 'https://….appsync-api.eu-west-1.amazonaws.com/graphql',
  cognitoEndpoint: 'https://cognito.example.com/',
};

export function ConnectionForm({ initial, id, takenNames, onSave, onCancel, saveLabel }: ConnectionFormProps) {
  const [draft, setDraft] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<DraftField>>(new Set());
  const [pressed, setPressed] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const problems = draftProblems(draft, takenNames);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPressed(true);
    const bad = Object.entries(problems).find(([, problem]) => problem.level === 'error');
    if (bad) {
      event.currentTarget.querySelector<HTMLInputElement>(`[name="${bad[0]}"]`)?.focus();
      return;
    }
    setSaving(true);
    setFailure(undefined);
    try {
      await onSave(connectionFrom(draft, id));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'It could not be kept.');
    } finally {
      setSaving(false);
    }
  }

  const field = (name: DraftField, label: string, hint?: string) => {
    // A problem is told once there is something to judge: after the first keystroke, or once Save was pressed.
    const shown = pressed || touched.has(name) ? problems[name] : undefined;
    return (
      <Field
        label={label}
        name={name}
        value={draft[name]}
        placeholder={examples[name]}
        hint={hint}
        problem={shown}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={(event) => {
          setDraft({ ...draft, [name]: event.target.value });
          setTouched(new Set([...touched, name]));
        }}
      />
    );
  };

  return (
    <form className="connection-form" noValidate onSubmit={(event) => void save(event)}>
      {field('name', 'Name')}
      {field('userPoolId', 'User pool id', 'The region is taken from it.')}
      {field('appClientId', 'App client id')}
      {field('graphqlEndpoint', 'GraphQL endpoint')}
      <fieldset className="connection-form-flow">
        <legend className="field-label">Sign-in flow</legend>
        {authFlows.map((flow) => (
          <label key={flow}>
            <input
              type="radio"
              name="authFlow"
              value={flow}
              checked={draft.authFlow === flow}
              onChange={() => setDraft({ ...draft, authFlow: flow })}
            />
            {flowLabels[flow]}
          </label>
        ))}
      </fieldset>
      <details open={initial.cognitoEndpoint !== '' || undefined}>
        <summary>Cognito is not on AWS’s own host</summary>
        {field(
          'cognitoEndpoint',
          'Cognito endpoint',
          'Only for stand-ins and proxies. Empty: AWS’s host of the pool’s region.',
        )}
      </details>
      {failure ? <Notice kind="error" role="alert" what="The connection was not kept." why={failure} /> : null}
      <div className="connection-form-buttons">
        <Button onClick={onCancel}>Cancel</Button>
        <Button kind="primary" type="submit" aria-disabled={saving}>
          {saving ? 'Saving…' : saveLabel}
        </Button>
      </div>
    </form>
  );
}
