// How the Security Token Service's answers look on the wire: XML, with a request id in it and beside it.
import { randomUUID } from 'node:crypto';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** @param result member by name */
export function resultResponse(action: string, result: Readonly<Record<string, string>>): Response {
  const requestId = randomUUID();
  const members = Object.entries(result).map(([name, value]) => element(name, escaped(value)));
  const metadata = element('ResponseMetadata', element('RequestId', requestId));
  const body = element(`${action}Result`, members.join('')) + metadata;
  return xmlResponse(200, requestId, `<${action}Response xmlns="${namespace}">${body}</${action}Response>`);
}

export function stsErrorResponse(status: number, code: string, message: string): Response {
  const requestId = randomUUID();
  const error = element('Type', 'Sender') + element('Code', escaped(code)) + element('Message', escaped(message));
  const body = element('Error', error) + element('RequestId', requestId);
  return xmlResponse(status, requestId, `<ErrorResponse xmlns="${namespace}">${body}</ErrorResponse>`);
}

function xmlResponse(status: number, requestId: string, body: string): Response {
  return new Response(body, { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId } });
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
