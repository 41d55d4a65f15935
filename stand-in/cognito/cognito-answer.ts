// How Cognito's answers look on the wire: AWS JSON 1.1, request id, error headers, and CORS for every origin.
import { randomUUID } from 'node:crypto';

/** Every origin may call and a pool's owner cannot change it. As captured from the service. */
const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
};

/** What browsers are allowed to send: Amplify's headers and those of signed AWS SDK calls. */
const allowedHeaders = [
  'content-type',
  'x-amz-target',
  'x-amz-user-agent',
  'cache-control',
  'authorization',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-content-sha256',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
];

export function successResponse(answer: object): Response {
  return awsJson(200, JSON.stringify(answer), {});
}

export interface ErrorAnswer {
  readonly type: string;
  readonly message: string;
  readonly status: number;
}

export function errorResponse({ type, message, status }: ErrorAnswer): Response {
  // What IAM forbids is told with a capital letter; captures of several services agree.
  const member = type === 'AccessDeniedException' ? 'Message' : 'message';
  return awsJson(status, JSON.stringify({ __type: type, ...(message && { [member]: message }) }), {
    'x-amzn-errortype': `${type}:`,
    ...(message && { 'x-amzn-errormessage': message.replaceAll(/[^ -~]/g, '?') }),
  });
}

export function preflightResponse(): Response {
  return new Response(null, {
    status: 200,
    headers: {
      ...corsHeaders,
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-allow-headers': allowedHeaders.join(','),
      'access-control-max-age': '172800',
      'content-length': '0',
    },
  });
}

function awsJson(status: number, body: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-requestid': randomUUID(),
      ...corsHeaders,
      ...headers,
    },
  });
}
