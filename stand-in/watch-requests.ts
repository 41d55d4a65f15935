// The middleware through which every request passes: notes it, and lets a due fault have its way with it.
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { operationNameFrom } from './cognito/cognito-app.ts';
import { faultAnswer } from './fault-answer.ts';
import type { FaultPlan } from './faults.ts';
import type { RequestLog, SeenRequest, Target } from './request-log.ts';
import { graphqlOperationFrom, targetFrom } from './request-target.ts';
import { queryActionFrom } from './sts/query-request.ts';

type Env = { Bindings: HttpBindings };

export interface Watch {
  readonly log: RequestLog;
  readonly faults: FaultPlan;
  readonly apiPaths: readonly string[];
  now(): number;
}

export function watchRequests(watch: Watch): MiddlewareHandler<Env> {
  return async (c, next) => {
    const request = await seenRequestFrom(c, watch);
    watch.log.add(request);
    const due = watch.faults.take(request);
    if (due === undefined) return next();
    const answer = async () => {
      await next();
      return c.res;
    };
    const response = await faultAnswer(due, { target: request.target, env: c.env, answer });
    // Hono would mix the headers of the true answer into the one that takes its place.
    c.res = undefined;
    c.res = response;
    return undefined;
  };
}

async function seenRequestFrom(c: Context<Env>, watch: Watch): Promise<SeenRequest> {
  const { method, path } = c.req;
  const target = targetFrom(path, watch.apiPaths, c.req.header('content-type'));
  const operation = await operationOf(c, target);
  const headerNames = Object.keys(c.req.header());
  return { at: watch.now(), method, path, target, operation, headerNames, ended: endOf(c.env.outgoing) };
}

async function operationOf(c: Context<Env>, target: Target): Promise<string | null> {
  switch (target) {
    case 'appsync':
      return graphqlOperationFrom(c.req.method === 'POST' ? parseJson(await c.req.text()) : c.req.query());
    case 'sts':
      return queryActionFrom(await c.req.text());
    case 'cognito':
    case 'other':
      return operationNameFrom(c.req.header('x-amz-target'));
    default:
      return target satisfies never;
  }
}

function endOf(outgoing: HttpBindings['outgoing']): SeenRequest['ended'] {
  return new Promise((resolve) => {
    outgoing.once('close', () => {
      resolve(outgoing.writableFinished ? 'answered' : 'cut off');
    });
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
