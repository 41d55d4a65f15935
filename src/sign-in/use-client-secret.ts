// Whether the form asks for a client secret: where the connection says that there is one, where the person says so, and where
// Cognito's refusal does. One that worked is used again until it is refused.
import { useEffect, useState } from 'react';
import type { Explanation } from '../cognito/explanation.ts';
import { cognitoEndpointOf, type Connection } from '../settings/connection.ts';

/** The secret that worked before at this app client. */
export interface KeptSecret {
  readonly read: () => string | undefined;
  readonly forget: () => void;
}

export interface ClientSecretState {
  /** Another one is another client's: what was typed for one is not sent to another. */
  readonly client: string | undefined;
  readonly place: 'none' | 'kept' | 'field';
  readonly hasKept: boolean;
  /** An empty field will not do. */
  readonly needed: boolean;
  /** Draws the field, and puts the cursor into it. */
  readonly ask: () => void;
  readonly stopAsking: () => void;
}

export function useClientSecret(
  connection: Connection | undefined,
  { read, forget }: KeptSecret,
  failure: Explanation | undefined,
  focus: () => void,
): ClientSecretState {
  const client = connection && `${cognitoEndpointOf(connection)} ${connection.appClientId}`;
  /** Another object each time it is asked for, so that the cursor goes there again. */
  const [asked, setAsked] = useState<{ readonly client: string | undefined }>();
  const hasKept = read() !== undefined;
  const needed = connection?.hasClientSecret === true && !hasKept;
  const isAsked = asked !== undefined && asked.client === client;

  const refused = failure?.action === 'client-secret' ? failure : undefined;
  useEffect(() => {
    if (!refused) return;
    forget();
    setAsked({ client });
  }, [refused, forget, client]);

  useEffect(() => {
    if (asked) focus();
    // oxlint-disable-next-line react/exhaustive-deps -- when it is asked for, and not when the card is drawn anew
  }, [asked]);

  return {
    client,
    place: needed || isAsked ? 'field' : hasKept ? 'kept' : 'none',
    hasKept,
    needed,
    ask: () => setAsked({ client }),
    stopAsking: () => setAsked(undefined),
  };
}
