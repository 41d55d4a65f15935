// From an HTTP request to one GraphQL operation that is ready to be validated, or to the refusal of the whole request.
import { GraphQLError, Kind, OperationTypeNode, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import * as v from 'valibot';
import { refusals, type Refusal } from './refusals.ts';

export interface GraphQLRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type RequestReading =
  { readonly ok: true; readonly request: GraphQLRequest } | { readonly ok: false; readonly refusal: Refusal };

const bodySchema = v.object({
  query: v.string(),
  operationName: v.nullish(v.string()),
  variables: v.nullish(v.record(v.string(), v.unknown())),
});

/** AWS's own examples post JSON as application/graphql. */
const contentTypes = ['application/json', 'application/graphql'];

export function requestFromPost(contentType: string | undefined, body: string): RequestReading {
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== undefined && !contentTypes.includes(mediaType)) return refused(refusals.contentType);
  if (body.trim() === '') return refused(refusals.emptyBody);
  return notASubscription(requestFromText(body));
}

/** `?query=…&variables={…}&operationName=…` */
export function requestFromGet(parameters: URLSearchParams): RequestReading {
  const query = parameters.get('query');
  if (!query) return refused(refusals.emptyBody);
  const variables = parameters.get('variables');
  const reading = requestFrom({
    query,
    operationName: parameters.get('operationName'),
    variables: variables ? jsonFrom(variables) : null,
  });
  return notASubscription(reading);
}

/** JSON text, in the body of a POST or in a message of the real-time protocol. */
export function requestFromText(text: string): RequestReading {
  return requestFrom(jsonFrom(text));
}

function notASubscription(reading: RequestReading): RequestReading {
  if (!reading.ok || reading.request.operation.operation !== OperationTypeNode.SUBSCRIPTION) return reading;
  return refused(refusals.subscription);
}

function requestFrom(body: unknown): RequestReading {
  const parsed = v.safeParse(bodySchema, body);
  if (!parsed.success) return refused(refusals.unparsable);
  const { query, operationName, variables } = parsed.output;
  const document = documentFrom(query);
  if (!document) return refused(refusals.unparsable);
  const operation = operationFrom(document, operationName || null);
  if ('errorType' in operation) return refused(operation);
  return { ok: true, request: { document, operation, variables: variables ?? {} } };
}

const refused = (refusal: Refusal): RequestReading => ({ ok: false, refusal });

/** What is not JSON stays text, which neither a body nor variables may be. */
function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function documentFrom(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

function operationFrom(document: DocumentNode, name: string | null): OperationDefinitionNode | Refusal {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (name !== null) return operations.find((one) => one.name?.value === name) ?? refusals.operationUnknown(name);
  const [only, another] = operations;
  if (another) return refusals.operationNameMissing;
  return only ?? refusals.unparsable;
}
