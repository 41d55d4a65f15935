// Whom each tab runs as. The one at hand runs as the connection's active identity, which is remembered for it when it is left and
// chosen again when it comes back. A new tab begins as the one it was opened from.
import type { AuthMode, Authorize } from '../appsync/authorization.ts';
import type { Identities } from '../sessions/identities.ts';
import type { Identity } from '../sessions/identity.ts';
import type { Asker } from './stamp.ts';

/** Who asks, and how a request says so. */
export interface Asking {
  readonly asker: Asker;
  readonly authorize: Authorize;
}

export interface RunAs {
  /** Undefined while there is no identity at this connection. */
  readonly identityOf: (tabId: string) => Identity | undefined;
  readonly choose: (tabId: string, identityId: string) => void;
  /** The tab is before the person now. */
  readonly enterTab: (tabId: string) => void;
  readonly current: (tabId: string) => Asking | undefined;
  /**
   * Resolves once somebody is there who can show who they are: introspection waits for it, since nobody is told a schema.
   * @param preferred who comes in by this mode goes before who is active
   */
  readonly first: (preferred?: AuthMode) => Promise<Asking>;
}

export function createRunAs(identities: Identities, connectionId: string): RunAs {
  const chosen = new Map<string, string>();
  let atHand: string | undefined;

  function identityOf(tabId: string): Identity | undefined {
    const active = identities.active(connectionId);
    return tabId === atHand ? active : (identities.get(chosen.get(tabId) ?? '') ?? active);
  }
  function askingOf(identity: Identity): Asking {
    return { asker: askerFrom(identity), authorize: identities.authorizeFor(identity.id) };
  }

  return {
    identityOf,
    choose(tabId, identityId) {
      if (tabId === atHand) identities.setActive(identityId);
      else chosen.set(tabId, identityId);
    },
    enterTab(tabId) {
      if (tabId === atHand) return;
      const active = identities.active(connectionId);
      if (atHand !== undefined && active) chosen.set(atHand, active.id);
      atHand = tabId;
      identities.setActive(chosen.get(tabId) ?? '');
    },
    current(tabId) {
      const identity = identityOf(tabId);
      return identity && askingOf(identity);
    },
    first: (preferred) =>
      new Promise((resolve) => {
        const stop = identities.subscribe(look);
        function look() {
          const here = [identities.active(connectionId), ...identities.inConnection(connectionId)];
          const known = here.filter((each) => each && each.authMode !== 'NONE');
          const identity = known.find((each) => each?.authMode === preferred) ?? known[0];
          if (identity === undefined) return;
          stop();
          resolve(askingOf(identity));
        }
        look();
      }),
  };
}

function askerFrom({ id, name, groups, mark, authMode, tokenKind, expiresAt }: Identity): Asker {
  return {
    identityId: id,
    name,
    groups,
    mark,
    authMode,
    ...(tokenKind !== undefined && { tokenKind }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}
