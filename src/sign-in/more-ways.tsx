// The ways in beside user name and password, each with a line on when it is the right one.
import { ChevronDownIcon } from '../ui/icons.tsx';
import '../ui/row-button.css';
import './more-ways.css';

export interface MoreWaysProps {
  /** Absent where its field is there already. */
  onClientSecret: (() => void) | undefined;
  onForgotPassword: () => void;
  onConfirmSignUp: () => void;
  onToken: () => void;
  onCli: () => void;
  /** Absent where the other kinds stand beside the form. */
  onOtherKind: (() => void) | undefined;
}

export function MoreWays(props: MoreWaysProps) {
  const ways = [
    { name: 'Client secret', when: 'The app client has one.', act: props.onClientSecret },
    { name: 'Forgot password', when: 'Set a new one with a code.', act: props.onForgotPassword },
    { name: 'Confirm a sign-up', when: 'With the code that came after signing up.', act: props.onConfirmSignUp },
    {
      name: 'Use a token',
      when: 'For users of Google, SAML or managed login, who have no password here: paste or drop it.',
      act: props.onToken,
    },
    {
      name: 'Without signing in',
      when: 'With an API key, a token of another issuer, IAM, or as nobody.',
      act: props.onOtherKind,
    },
    { name: 'As AWS CLI', when: 'The command that signs in like this form.', act: props.onCli },
  ];
  return (
    <ul className="more-ways row-buttons">
      {ways.map(({ name, when, act }) =>
        act ? (
          <li key={name}>
            <button type="button" className="row-button" onClick={act}>
              <span className="more-ways-name">{name}</span> <span className="more-ways-when">{when}</span>
              <ChevronDownIcon />
            </button>
          </li>
        ) : null,
      )}
    </ul>
  );
}
