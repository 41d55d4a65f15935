// The registry of explanations: the first row that fits an error speaks. A new cause is one row in one of these files.

import type { ExplanationRow } from '../explanation.ts';
import { codesAndLimits } from './codes-and-limits.ts';
import { noCognito } from './no-cognito.ts';
import { notAuthorized } from './not-authorized.ts';
import { request } from './request.ts';
import { userState } from './user-state.ts';

export const explanations: readonly ExplanationRow[] = [
  ...notAuthorized,
  ...userState,
  ...request,
  ...codesAndLimits,
  ...noCognito,
];
