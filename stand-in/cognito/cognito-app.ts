// Cognito's API over HTTP, as a Hono app: the operations at `/`, and what each user pool publishes for those who verify tokens.
import { Hono, type HonoRequest } from 'hono';
import { cors } from 'hono/cors';
import { IamRefusal } from '../iam/iam-refusal.ts';
import { incomingRequestFrom } from '../iam/incoming-request.ts';
import type { AdminAccess } from './admin-access.ts';
import type { Cognito } from './cognito.ts';
import { errorResponse, preflightResponse, successResponse } from './cognito-answer.ts';
import { CognitoError } from './cognito-error.ts';
import { openIdConfigurationFrom } from './issuer.ts';
import { operations } from './operations/index.ts';
import { parseBody } from './request-shape.ts';
import { keySetFrom } from './signing-keys.ts';

const targetPrefix = 'AWSCognitoIdentityProviderService.';
const contentType = 'application/x-amz-json-1.1';

/** The operation that X-Amz-Target names, or null. */
export function operationNameFrom(target: string | undefined): string | null {
  return target?.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : null;
}

/** @param letAdminIn called for the operations that want a signature */
export function cognitoApp(cognito: Cognito, letAdminIn: AdminAccess): Hono {
  const app = new Hono();

  app.options('/', preflightResponse);

  app.post('/', async (c) => {
    try {
      return successResponse(await answer(c.req, cognito, letAdminIn));
    } catch (error) {
      if (error instanceof CognitoError) return errorResponse(error);
      if (error instanceof IamRefusal)
        return errorResponse({ type: error.jsonType, message: error.message, status: 400 });
      throw error;
    }
  });

  app.use('/:poolId/.well-known/*', cors());

  app.get('/:poolId/.well-known/:document', async (c) => {
    const { poolId, document } = c.req.param();
    const pool = cognito.pools.find(({ id }) => id === poolId);
    if (pool === undefined) return c.json({ message: `User pool ${poolId} does not exist.` }, 404);
    switch (document) {
      case 'jwks.json':
        return c.json(keySetFrom(await cognito.issuer.keysOf(pool)));
      case 'openid-configuration':
        return c.json(openIdConfigurationFrom(pool, new URL(c.req.url).origin));
      default:
        return c.notFound();
    }
  });

  return app;
}

async function answer(request: HonoRequest, cognito: Cognito, letAdminIn: AdminAccess): Promise<object> {
  const name = operationNameFrom(request.header('x-amz-target'));
  const operation = operations.find((candidate) => candidate.name === name);
  if (operation === undefined) {
    const asked = name === null ? 'X-Amz-Target names no operation of Cognito.' : `This stand-in has no ${name}.`;
    throw new CognitoError('UnknownOperationException', asked);
  }
  if (!request.header('content-type')?.startsWith(contentType)) throw new CognitoError('SerializationException', '');
  const body = parseBody(await request.text());
  if (operation.access === 'signed') await letAdminIn(await incomingRequestFrom(request), operation.name, body);
  return operation.answer(body, cognito);
}
