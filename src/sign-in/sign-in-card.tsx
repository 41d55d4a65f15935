// The sign-in panel: one card in which the password form, each challenge and the end of the road take turns. The password
// form stays where it is meanwhile, so that going back finds what was typed.
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Explanation } from '../cognito/explanation.ts';
import type { SignedInUser, SignIn, SignInState } from '../cognito/sign-in.ts';
import type { Session } from '../sessions/session.ts';
import type { AuthFlow } from '../settings/connection.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ChallengeForm } from './challenge-form.tsx';
import { PasswordForm, type Credentials } from './password-form.tsx';
import { PeopleList, type Person } from './people-list.tsx';
import './sign-in-card.css';

export interface SignInCardProps {
  /** The machine for the chosen connection; undefined before the page is alive. */
  signIn: SignIn | undefined;
  authFlow: AuthFlow;
  /** The choice of the connection, above the fields. */
  connection?: ReactNode;
  people: readonly Person[];
  /** Who is signed in to this connection already. */
  signedIn: readonly Session[];
  initialUsername?: string | undefined;
  onStart: () => void;
  onSignedIn: (user: SignedInUser) => void;
  /** For failures that only the connection's settings can mend. */
  onEditConnection?: (() => void) | undefined;
  /** The person began to type: a good moment to prepare what signing in needs. */
  onTyping?: (() => void) | undefined;
}

const idle: SignInState = { step: 'credentials' };
const never = () => () => undefined;

export function SignInCard(props: SignInCardProps) {
  const { signIn, authFlow, people, onSignedIn } = props;
  const form = useRef<HTMLFormElement>(null);
  const [typedUsername, setTypedUsername] = useState('');
  const state = useSyncExternalStore(
    signIn?.subscribe ?? never,
    () => signIn?.getState() ?? idle,
    () => idle,
  );
  const busy = state.step === 'working';

  useEffect(() => {
    if (state.step !== 'signed-in') return;
    form.current?.reset();
    const { step: _signedIn, ...user } = state;
    onSignedIn(user);
    signIn?.cancel();
  }, [state, signIn, onSignedIn]);

  // Another connection, or the card is gone: nothing goes on behind the person's back.
  useEffect(() => () => signIn?.cancel(), [signIn]);

  function start({ username, password }: Credentials) {
    signIn?.start({ authFlow, username, password });
    setTypedUsername(username);
    props.onStart();
  }

  function choose(person: Person) {
    const fields = form.current?.elements;
    for (const name of ['username', 'password'] as const) {
      const field = fields?.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = person[name];
    }
    start(person);
  }

  const challenge = state.step === 'challenge' || state.step === 'working' ? state.prompt : undefined;
  const failure = 'failure' in state && state.failure ? <Failure {...props} failure={state.failure} /> : undefined;

  return (
    <div className="sign-in-card" onInput={props.onTyping}>
      <PasswordForm
        ref={form}
        before={props.connection}
        ready={signIn !== undefined}
        busy={busy}
        hidden={challenge !== undefined || state.step === 'unsupported'}
        failure={challenge === undefined ? failure : undefined}
        initialUsername={props.initialUsername}
        onSubmit={start}
        onStop={() => signIn?.cancel()}
      />
      {challenge !== undefined && 'position' in state ? (
        <ChallengeForm
          key={state.position.n}
          prompt={challenge}
          step={state.position.n}
          username={typedUsername}
          busy={busy}
          failure={failure}
          onAnswer={(answers) => signIn?.answer(answers)}
          onBack={() => signIn?.back()}
        />
      ) : null}
      {state.step === 'unsupported' ? (
        <Notice
          kind="caution"
          role="alert"
          what={state.what}
          next={state.next}
          action={<Button onClick={() => signIn?.back()}>Back</Button>}
        />
      ) : null}
      {people.length > 0 && challenge === undefined && state.step !== 'unsupported' ? (
        <PeopleList people={people} signedIn={props.signedIn} onChoose={choose} />
      ) : null}
    </div>
  );
}

function Failure({ failure, onEditConnection }: { failure: Explanation; onEditConnection?: (() => void) | undefined }) {
  return (
    <Notice
      kind="error"
      role="alert"
      what={failure.what}
      why={failure.why}
      next={failure.next}
      verbatim={failure.awsMessage}
      action={
        failure.retry === 'fix-connection' && onEditConnection ? (
          <Button onClick={onEditConnection}>Edit the connection</Button>
        ) : undefined
      }
    />
  );
}
