// The sign-in panel: one card in which the password form, each challenge, a pasted token and the end of the road take turns.
// The password form stays where it is meanwhile, so that going back finds what was typed.
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { SignInPool } from '../cognito/sign-in-flow.ts';
import type { SignedInUser, SignIn, SignInState } from '../cognito/sign-in.ts';
import type { Session } from '../sessions/session.ts';
import type { Connection } from '../settings/connection.ts';
import { isConnectionFile } from '../settings/is-connection-file.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Offer } from './other-identity/offer.ts';
import { ClientSecret } from './client-secret.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { challengeForm, cliDialog, moreWays, offersList, tokenForm } from './parts-on-demand.tsx';
import { PasswordForm } from './password-form.tsx';
import { PeopleList, type Person } from './people-list.tsx';
import type { PastedUser } from './token-form.tsx';
import { missingFrom, typedIn, type Missing, type Way } from './typed.ts';
import { useClientSecret, type KeptSecret } from './use-client-secret.ts';
import { useDroppedText } from './use-dropped-text.ts';
import './sign-in-card.css';

export interface SignInCardProps {
  /** The machine for the chosen connection; undefined before the page is alive. */
  signIn: SignIn | undefined;
  connection: Connection | undefined;
  /** What Cognito is told of the connection. */
  pool: SignInPool | undefined;
  /** The choice of the connection, above the fields. */
  picker?: ReactNode;
  people: readonly Person[];
  /** For people of the demo who sign in by another connection. */
  onChooseConnection: (id: string) => void;
  /** Who is signed in to this connection already. */
  signedIn: readonly Session[];
  initialUsername?: string | undefined;
  /** Whose token was pasted has no password here. */
  startsWithToken?: boolean | undefined;
  keptSecret: KeptSecret;
  /** Whom else the demo has; empty elsewhere. */
  offers: readonly Offer[];
  onOffer: (offer: Offer) => void;
  /** To identities that need no signing in. */
  onOtherKind?: (() => void) | undefined;
  /** What was dropped is no token. */
  onConnectionFile?: ((text: string) => void) | undefined;
  /** Where the demo's codes can be read. */
  outbox?: string | undefined;
  onStart: () => void;
  onSignedIn: (user: SignedInUser) => void;
  /** `clientSecret`: typed, and not proved by what was pasted. */
  onPasted: (user: PastedUser & { clientSecret?: string }) => void;
  /** For failures that only the connection's settings can mend. */
  onEditConnection?: (() => void) | undefined;
  /** The person began to type: a good moment to prepare what signing in needs. */
  onTyping?: (() => void) | undefined;
}

const idle: SignInState = { step: 'credentials' };
const never = () => () => undefined;

export function SignInCard(props: SignInCardProps) {
  const { signIn, connection, pool, keptSecret, people, onSignedIn } = props;
  const form = useRef<HTMLFormElement>(null);
  const [begun, setBegun] = useState<{ readonly way: Way; readonly username: string }>();
  const [missing, setMissing] = useState<Missing>();
  const [waysOpen, setWaysOpen] = useState(false);
  const [pasting, setPasting] = useState(props.startsWithToken ? { text: '', nth: 0 } : undefined);
  const [coming, setComing] = useState<Person>();
  const [cliFor, setCliFor] = useState<string>();
  const state = useSyncExternalStore(
    signIn?.subscribe ?? never,
    () => signIn?.getState() ?? idle,
    () => idle,
  );

  const challenge = state.step === 'challenge' || state.step === 'working' ? state.prompt : undefined;
  const atPassword = challenge === undefined && state.step !== 'unsupported' && pasting === undefined;
  const failure = 'failure' in state ? state.failure : undefined;
  const told = 'told' in state ? state.told : undefined;
  const working = state.step === 'working' ? state.doing : undefined;
  const secret = useClientSecret(connection, keptSecret, failure, () => focusOn('clientSecret'));
  const { stopAsking } = secret;
  const dropped = useDroppedText((text) => {
    if (isConnectionFile(text) && props.onConnectionFile) props.onConnectionFile(text);
    else if (signIn && challenge === undefined) paste(text);
  });

  useEffect(() => {
    if (state.step !== 'signed-in') return;
    form.current?.reset();
    stopAsking();
    const { step: _signedIn, ...user } = state;
    onSignedIn(user);
    signIn?.cancel();
    // oxlint-disable-next-line react/exhaustive-deps -- stopAsking is another one each time, and does the same
  }, [state, signIn, onSignedIn]);

  // Another connection, or the card is gone: nothing goes on behind the person's back.
  useEffect(() => () => signIn?.cancel(), [signIn]);

  // Somebody of the demo who signs in by another connection, which is the chosen one by now.
  const arrived = coming !== undefined && coming.connectionId === connection?.id && signIn !== undefined;
  useEffect(() => {
    if (!arrived) return;
    setComing(undefined);
    signInAs(coming);
    // oxlint-disable-next-line react/exhaustive-deps -- once, on arrival
  }, [arrived]);

  function focusOn(field: Missing['field']) {
    const input = form.current?.querySelector<HTMLInputElement>(`[name="${field}"]`);
    input?.focus();
    input?.select();
  }

  /** Read as it is needed; React holds none of it. */
  function typedSecret(): string | undefined {
    return (form.current && typedIn(form.current).clientSecret) || keptSecret.read();
  }

  function begin(way: Way) {
    if (!form.current || !signIn || !connection) return;
    const typed = typedIn(form.current);
    const { authFlow } = connection;
    const { username, password } = typed;
    const absent = missingFrom(typed, way, { authFlow, clientSecret: secret.needed });
    setMissing(absent);
    if (absent) {
      focusOn(absent.field);
      return;
    }
    const clientSecret = typedSecret();
    const receiver = { authFlow, username, ...(clientSecret !== undefined && { clientSecret }) };
    setBegun({ way, username });
    // Most sign-ins by password meet no challenge; these always do.
    if (way !== 'sign-in' || authFlow === 'CUSTOM_AUTH') challengeForm.fetchAhead();
    if (way === 'sign-in') signIn.start({ ...receiver, password });
    else if (way === 'forgot-password') signIn.forgotPassword(receiver);
    else signIn.confirmSignUp(receiver);
    props.onStart();
  }

  function choose(person: Person) {
    if (person.connectionId === connection?.id) return signInAs(person);
    setComing(person);
    props.onChooseConnection(person.connectionId);
  }

  function signInAs(person: Person) {
    const { username, password, clientSecret = '' } = person;
    for (const [name, value] of Object.entries({ username, password, clientSecret })) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    begin('sign-in');
  }

  function paste(text: string) {
    setPasting({ text, nth: (pasting?.nth ?? 0) + 1 });
  }

  const acts = {
    'client-secret': secret.ask,
    'forgot-password': () => begin('forgot-password'),
    'reset-password': () => begin('forgot-password'),
    'confirm-sign-up': () => begin('confirm-sign-up'),
    'edit-connection': props.onEditConnection,
  };

  return (
    <div
      className="sign-in-card"
      data-drop={dropped.over || undefined}
      onInput={() => props.onTyping?.()}
      {...dropped.handlers}
    >
      <PasswordForm
        ref={form}
        before={props.picker}
        secret={
          <ClientSecret
            key={secret.client}
            place={secret.place}
            hasKept={secret.hasKept}
            problem={missing?.field === 'clientSecret' ? { level: 'error', text: missing.text } : undefined}
            onChange={secret.ask}
          />
        }
        notice={
          <>
            {failure && atPassword ? <FailureNotice failure={failure} acts={acts} /> : null}
            {told && atPassword ? <Notice kind="done" role="status" what={told} /> : null}
          </>
        }
        ready={signIn !== undefined}
        doing={working && begun?.way === 'sign-in' ? 'Signing in' : working}
        hidden={!atPassword}
        initialUsername={props.initialUsername}
        passwordOptional={connection?.authFlow === 'CUSTOM_AUTH'}
        missing={missing}
        onTyped={() => setMissing(undefined)}
        onSubmit={() => begin('sign-in')}
        onStop={() => signIn?.cancel()}
      />
      {challenge !== undefined && 'position' in state ? (
        <challengeForm.Part
          key={state.position.n}
          prompt={challenge}
          step={state.position.n}
          username={begun?.username ?? ''}
          busy={state.step === 'working'}
          failure={failure}
          told={told}
          outbox={props.outbox}
          onAnswer={(answers) => signIn?.answer(answers)}
          onResend={() => signIn?.resend()}
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
      {pasting && pool ? (
        <tokenForm.Part
          key={pasting.nth}
          initial={pasting.text}
          pool={pool}
          lacksSecret={secret.needed && typedSecret() === undefined}
          onUse={(user) => {
            setPasting(undefined);
            const clientSecret = typedSecret();
            props.onPasted({ ...user, ...(clientSecret !== undefined && { clientSecret }) });
          }}
          onBack={() => setPasting(undefined)}
        />
      ) : null}
      <div className="sign-in-more" hidden={!atPassword}>
        <Disclosure summary="More ways in" onToggle={setWaysOpen}>
          {waysOpen && signIn ? (
            <moreWays.Part
              onClientSecret={secret.place === 'none' ? secret.ask : undefined}
              onForgotPassword={() => begin('forgot-password')}
              onConfirmSignUp={() => begin('confirm-sign-up')}
              onToken={() => paste('')}
              onOtherKind={props.onOtherKind}
              onCli={() => form.current && setCliFor(typedIn(form.current).username)}
            />
          ) : null}
        </Disclosure>
      </div>
      {people.length > 0 ? (
        <div className="sign-in-more" hidden={!atPassword}>
          <PeopleList
            people={people}
            signedIn={props.signedIn}
            onChoose={choose}
            offers={props.offers}
            onOffer={props.onOffer}
          />
        </div>
      ) : null}
      {people.length === 0 && props.offers.length > 0 ? (
        <section className="sign-in-more people" aria-labelledby="offers-title" hidden={!atPassword}>
          <h3 id="offers-title">Without signing in</h3>
          <offersList.Part offers={props.offers} onChoose={props.onOffer} />
        </section>
      ) : null}
      {cliFor !== undefined && connection ? (
        <cliDialog.Part
          connection={secret.place === 'none' ? connection : { ...connection, hasClientSecret: true }}
          username={cliFor}
          onClose={() => setCliFor(undefined)}
        />
      ) : null}
    </div>
  );
}
