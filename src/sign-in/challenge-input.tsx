// One field of a challenge, by its type.
import type { ChallengeField } from '../cognito/challenges/challenge.ts';
import { Choice } from '../ui/choice.tsx';
import { CodeField } from '../ui/code-field.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordField } from '../ui/password-field.tsx';

export interface ChallengeInputProps {
  field: ChallengeField;
  /** It is needed, and was left empty. */
  empty: boolean;
  /** Where the demo's codes can be read. */
  outbox: string | undefined;
}

export function ChallengeInput({ field, empty, outbox }: ChallengeInputProps) {
  if (field.type === 'choice') {
    const { name, label, options } = field;
    return <Choice legend={label} name={name} options={options} defaultValue={options[0]?.value} />;
  }
  const drawn = {
    label: field.required ? field.label : `${field.label} (optional)`,
    name: field.name,
    autoComplete: field.autocomplete,
    // The form says in its own words what is missing.
    'aria-required': field.required,
    hint: field.help,
    problem: empty ? ({ level: 'error', text: 'Needed.' } as const) : undefined,
  };
  switch (field.type) {
    case 'code':
      return <CodeField {...drawn} hint={outbox ? <OutboxHint help={field.help} outbox={outbox} /> : field.help} />;
    case 'password':
      return <PasswordField {...drawn} />;
    case 'text':
    case 'email':
    case 'tel':
    case 'url':
    case 'date':
      return <Field {...drawn} type={field.type} spellCheck={false} />;
    default:
      return field satisfies never;
  }
}

function OutboxHint({ help = '', outbox }: { help: string | undefined; outbox: string }) {
  return (
    <>
      {help} In the demo, codes of every kind can be read in the{' '}
      <a href={outbox} target="_blank" rel="noreferrer">
        pretend mailbox
        <span className="visually-hidden"> (opens in a new tab)</span>
        <span aria-hidden="true">{'\u00a0↗'}</span>
      </a>
      .
    </>
  );
}
