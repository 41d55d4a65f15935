// Cognito's API over HTTP, as a Hono app: the operations at `/`, and what each user pool publishes for those who verify tokens.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
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

export function cognitoApp(cognito: Cognito): Hono {
  const app = new Hono();

  app.options('/', preflightResponse);

  app.post('/', async (c) => {
    try {
      const body = await c.req.text();
      return successResponse(await answer(cognito, c.req.header('x-amz-target'), c.req.header('content-type'), body));
    } catch (error) {
      if (error instanceof CognitoError) return errorResponse(error);
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

async function answer(
  cognito: Cognito,
  target: string | undefined,
  typeOfBody: string | undefined,
  body: string,
): Promise<object> {
  const name = operationNameFrom(target);
  const operation = operations.find((candidate) => candidate.name === name);
  if (operation === undefined) {
    const asked = name === null ? 'X-Amz-Target names no operation of Cognito.' : `This stand-in has no ${name}.`;
    throw new CognitoError('UnknownOperationException', asked);
  }
  if (!typeOfBody?.startsWith(contentType)) throw new CognitoError('SerializationException', '');
  return operation.answer(parseBody(body), cognito);
}
