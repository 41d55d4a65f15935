// API_KEY: a key that the API knows and whose time is not over.
import type { ApiKeyProvider } from '../auth-provider.ts';
import { refusals } from '../refusals.ts';
import { admitted, refused, type Admission } from './admission.ts';

export function admitByKey({ keys }: ApiKeyProvider, id: string, now: number): Admission {
  const key = keys.find((candidate) => candidate.id === id);
  const isCurrent = key !== undefined && (key.expires === undefined || key.expires > now);
  return isCurrent ? admitted({ mode: 'API_KEY' }) : refused(refusals.notAuthorized);
}
