// The client secret's place in the form: nothing for most app clients, a field where one is needed or asked for, and one line
// where a secret that worked is used again.
import { Button } from '../ui/button.tsx';
import type { FieldProblem } from '../ui/field.tsx';
import { PasswordField } from '../ui/password-field.tsx';

export interface ClientSecretProps {
  /** `kept`: one that worked before is used. */
  place: 'none' | 'kept' | 'field';
  /** There is one that worked, which an empty field stands for. */
  hasKept: boolean;
  problem: FieldProblem | undefined;
  onChange: () => void;
}

export function ClientSecret({ place, hasKept, problem, onChange }: ClientSecretProps) {
  switch (place) {
    case 'none':
      return null;
    case 'kept':
      return (
        <p className="sign-in-kept">
          <span>The client secret typed before is used.</span>
          <Button kind="quiet" aria-label="Change the client secret" onClick={onChange}>
            Change
          </Button>
        </p>
      );
    case 'field':
      return (
        <PasswordField
          label="Client secret"
          name="clientSecret"
          autoComplete="off"
          eyeLabel="the client secret"
          hint={
            hasKept
              ? 'Left empty, the one typed before is used.'
              : 'Of the app client, not of the user. Kept in this page’s memory only.'
          }
          problem={problem}
        />
      );
    default:
      return place satisfies never;
  }
}
