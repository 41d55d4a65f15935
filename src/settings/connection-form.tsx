// The form of one connection: new, edited or copied. Each field is judged as it is typed; a field that was not touched yet
// is not scolded until Save is pressed.
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { Check } from '../ui/check.tsx';
import { Choice } from '../ui/choice.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { AdminRights } from './admin-rights.tsx';
import type { Connection } from './connection.ts';
import { connectionFrom, draftProblems, poolIdOf, type ConnectionDraft, type DraftField } from './connection-fields.ts';
import { flowOptions } from './flow-options.ts';
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
  /** The smallest IAM policy for the admin flow, given a pool's id; undefined for one that no policy can name. */
  adminPolicy: (userPoolId: string) => string | undefined;
}

const examples: Record<DraftField, string> = {
  name: 'Shop, staging',
  userPoolId: 'eu-west-1_AbC123dEf',
  appClientId: '1example23456789abcdefghij',
  graphqlEndpoint: 'https://….appsync-api.eu-west-1.amazonaws.com/graphql',
  cognitoEndpoint: 'https://cognito.example.com/',
};

export function ConnectionForm({
  initial,
  id,
  takenNames,
  onSave,
  onCancel,
  saveLabel,
  adminPolicy,
}: ConnectionFormProps) {
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
      <Choice
        legend="Sign-in flow"
        name="authFlow"
        options={flowOptions}
        value={draft.authFlow}
        onChange={(authFlow) => setDraft({ ...draft, authFlow })}
      />
      {draft.authFlow === 'ADMIN_USER_PASSWORD_AUTH' ? <AdminRights policy={adminPolicy(poolIdOf(draft))} /> : null}
      <Check
        label="This app client has a secret"
        name="hasClientSecret"
        help="The secret itself is typed when you sign in, and kept in the page’s memory only."
        checked={draft.hasClientSecret === true}
        onChange={(checked) => {
          const { hasClientSecret: _before, ...rest } = draft;
          setDraft(checked ? { ...rest, hasClientSecret: true } : rest);
        }}
      />
      <Disclosure summary="Cognito is not on AWS’s own host" open={initial.cognitoEndpoint !== ''}>
        {field(
          'cognitoEndpoint',
          'Cognito endpoint',
          'Only for stand-ins and proxies. Empty: AWS’s host of the pool’s region.',
        )}
      </Disclosure>
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
