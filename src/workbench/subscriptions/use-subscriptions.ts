// The workbench's subscriptions, for what is drawn within GraphiQL, and anew with each change of them.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Subscriptions } from '../subscription-run.ts';
import type { LiveSubscriptions } from './live-subscriptions.ts';

export const SubscriptionsContext = createContext<Subscriptions | undefined>(undefined);

/** Undefined until there was a first one. */
export function useLiveSubscriptions(): { live: LiveSubscriptions | undefined; version: number } {
  const subscriptions = useContext(SubscriptionsContext);
  if (subscriptions === undefined) throw new Error('This stands outside of a workbench.');
  const version = useSyncExternalStore(subscriptions.subscribe, subscriptions.getVersion);
  return { live: subscriptions.live(), version };
}
