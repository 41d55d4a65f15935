// What is wrong with each field of a connection's form, in words. Pure: the form calls it at every key.
import { isEndpointUrl, regionOf, type AuthFlow, type Connection } from './connection.ts';

/** The fields as a person typed them. */
export interface ConnectionDraft {
  readonly name: string;
  readonly userPoolId: string;
  readonly appClientId: string;
  readonly graphqlEndpoint: string;
  readonly cognitoEndpoint: string;
  readonly authFlow: AuthFlow;
  readonly hasClientSecret?: true;
}

export type DraftField = Exclude<keyof ConnectionDraft, 'authFlow' | 'hasClientSecret'>;

/** An `error` keeps the form from being saved, a `warning` does not. */
export interface DraftProblem {
  readonly level: 'error' | 'warning';
  readonly text: string;
}

export type DraftProblems = Partial<Record<DraftField, DraftProblem>>;

export const emptyDraft: ConnectionDraft = {
  name: '',
  userPoolId: '',
  appClientId: '',
  graphqlEndpoint: '',
  cognitoEndpoint: '',
  authFlow: 'USER_SRP_AUTH',
};

const error = (text: string): DraftProblem => ({ level: 'error', text });
const warning = (text: string): DraftProblem => ({ level: 'warning', text });

const poolIdShape = /^[a-z0-9-]+_[0-9A-Za-z]+$/;
const awsRegionShape = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
const clientIdShape = /^[\w+]{1,128}$/;
// What AWS hands out; other services that speak the protocol may not.
const awsClientIdShape = /^[0-9a-z]{26}$/;
const uuidAfterRegion = /^[a-z0-9-]+:[0-9a-f]{8}-/i;

/** Copying from a JSON file or a terminal brings quotes, commas and spaces along; none can be part of these values. */
function withoutWrapping(text: string): string {
  return text.replace(/^[\s"'`,;]+|[\s"'`,;]+$/gu, '');
}

function userPoolIdProblem(id: string): DraftProblem | undefined {
  if (id === '') return error('Needed. It looks like eu-west-1_AbC123dEf (Cognito console, user pool overview).');
  if (id.startsWith('arn:')) return error('This is the pool’s ARN. The id is the part after “userpool/”.');
  if (/^https?:/i.test(id))
    return error('This is an address. The user pool id is its last part, like eu-west-1_AbC123dEf.');
  if (uuidAfterRegion.test(id))
    return error(
      'This is an identity pool id (it has a colon). A user pool id has an underscore: eu-west-1_AbC123dEf.',
    );
  if (!id.includes('_') && clientIdShape.test(id)) {
    return error('This looks like an app client id. A user pool id starts with its region: eu-west-1_AbC123dEf.');
  }
  if (/\s/.test(id)) return error('There is a space inside. A user pool id has none.');
  if (/^[A-Z]/.test(id)) return error('The region at the start is written in small letters: eu-west-1_AbC123dEf.');
  if (!poolIdShape.test(id))
    return error('A user pool id is its region, an underscore, then letters and digits: eu-west-1_AbC123dEf.');
  if (id.length > 55) return error('Too long: a user pool id has at most 55 characters.');
  return undefined;
}

function appClientIdProblem(id: string): DraftProblem | undefined {
  if (id === '') return error('Needed. 26 letters and digits (Cognito console, App clients).');
  if (poolIdShape.test(id) && awsRegionShape.test(regionOf(id))) {
    return error('This is a user pool id. The app client id has no region in it: 26 small letters and digits.');
  }
  if (/\s/.test(id)) return error('There is a space inside. An app client id has none.');
  if (/^https?:|^arn:/i.test(id))
    return error('This is an address or an ARN. The app client id is 26 small letters and digits.');
  if (!clientIdShape.test(id)) return error('An app client id has letters and digits only.');
  if (!awsClientIdShape.test(id))
    return warning('AWS’s app client ids are 26 small letters and digits; this one is not. Is anything missing?');
  return undefined;
}

/** The region in an AWS host name such as `….appsync-api.eu-west-1.amazonaws.com`, if it has one. */
function regionInHost(hostname: string, service: string): string | undefined {
  return new RegExp(`(?:^|\\.)${service}\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?$`).exec(hostname)?.[1];
}

function urlProblem(text: string): DraftProblem | undefined {
  if (/\s/.test(text)) return error('There is a space inside.');
  if (!URL.canParse(text)) return error('This is not a full address. It starts with https://');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    return error('An address with a user name or password in it is not kept. Remove what stands before the @.');
  if (url.hash !== '') return error('Remove the part from # on.');
  if (!isEndpointUrl(text)) {
    if (url.hostname.startsWith('['))
      return error('Write localhost or 127.0.0.1: the browser’s security policy cannot name an IPv6 address.');
    return error('It must start with https:// (http:// only for localhost and 127.0.0.1).');
  }
  return undefined;
}

function graphqlEndpointProblem(text: string, poolRegion: string | undefined): DraftProblem | undefined {
  if (text === '')
    return error(
      'Needed. It looks like https://….appsync-api.eu-west-1.amazonaws.com/graphql (AppSync console, Settings).',
    );
  if (text.startsWith('arn:'))
    return error('This is the API’s ARN. The GraphQL endpoint is an address that ends in /graphql.');
  if (/^wss?:/i.test(text) || text.includes('appsync-realtime-api')) {
    return error(
      'This is the real-time endpoint. The GraphQL endpoint starts with https:// and has “appsync-api” in it; the other is found from it.',
    );
  }
  const bad = urlProblem(text);
  if (bad) return bad;
  const url = new URL(text);
  if (!url.pathname.endsWith('/graphql')) return error('AppSync’s endpoint ends in /graphql; this one does not.');
  if (url.search !== '') return error('Remove the part from ? on.');
  if (/(?:^|\.)cognito-idp\./.test(url.hostname))
    return error('This is Cognito’s host. The GraphQL endpoint has “appsync-api” in it.');
  const region = regionInHost(url.hostname, 'appsync-api');
  if (region && poolRegion && region !== poolRegion) {
    return warning(
      `The API is in ${region}, the user pool in ${poolRegion}. AppSync allows that, but most often one of the two is wrong.`,
    );
  }
  return undefined;
}

function cognitoEndpointProblem(text: string, poolRegion: string | undefined): DraftProblem | undefined {
  if (text === '') return undefined;
  const bad = urlProblem(text);
  if (bad) return bad;
  const url = new URL(text);
  if (url.hostname.includes('appsync'))
    return error('This is an AppSync host. Leave the field empty for pools on AWS.');
  if (/\.auth\.[a-z0-9-]+\.amazoncognito\.com$/.test(url.hostname)) {
    return error('This is the pool’s managed login domain. Leave the field empty for pools on AWS.');
  }
  const region = regionInHost(url.hostname, 'cognito-idp');
  if (region && poolRegion && region !== poolRegion)
    return error(`This is Cognito in ${region}; the user pool is in ${poolRegion}.`);
  return undefined;
}

/** The pool id as it would be kept, where it has an id's shape; else empty. */
export function poolIdOf(draft: ConnectionDraft): string {
  const pool = withoutWrapping(draft.userPoolId);
  return poolIdShape.test(pool) ? pool : '';
}

/** Everything that is wrong with a draft. `takenNames` are the names of the other connections. */
export function draftProblems(draft: ConnectionDraft, takenNames: readonly string[]): DraftProblems {
  const value = (field: DraftField) => withoutWrapping(draft[field]);
  const pool = value('userPoolId');
  const poolRegion = poolIdShape.test(pool) ? regionOf(pool) : undefined;
  const found: [DraftField, DraftProblem | undefined][] = [
    ['name', nameProblem(draft.name.trim(), takenNames)],
    ['userPoolId', userPoolIdProblem(pool) ?? unusualRegion(poolRegion, value('cognitoEndpoint'))],
    ['appClientId', appClientIdProblem(value('appClientId'))],
    ['graphqlEndpoint', graphqlEndpointProblem(value('graphqlEndpoint'), poolRegion)],
    ['cognitoEndpoint', cognitoEndpointProblem(value('cognitoEndpoint'), poolRegion)],
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== undefined));
}

function nameProblem(name: string, takenNames: readonly string[]): DraftProblem | undefined {
  if (name === '') return error('Needed: what you call it, such as “Shop, staging”.');
  if (name.length > 200) return error('Too long: at most 200 characters.');
  if (takenNames.some((taken) => taken.toLowerCase() === name.toLowerCase()))
    return error('Another connection has this name.');
  return undefined;
}

function unusualRegion(region: string | undefined, cognitoEndpoint: string): DraftProblem | undefined {
  if (region === undefined || cognitoEndpoint !== '' || awsRegionShape.test(region)) return undefined;
  return error(`“${region}” is not the name of an AWS region. Regions read like eu-west-1 or us-gov-west-1.`);
}

/** The connection that a draft without errors stands for. */
export function connectionFrom(draft: ConnectionDraft, id: string): Connection {
  const cognitoEndpoint = withoutWrapping(draft.cognitoEndpoint);
  return {
    id,
    name: draft.name.trim(),
    userPoolId: withoutWrapping(draft.userPoolId),
    appClientId: withoutWrapping(draft.appClientId),
    graphqlEndpoint: new URL(withoutWrapping(draft.graphqlEndpoint)).href,
    ...(cognitoEndpoint === '' ? {} : { cognitoEndpoint: new URL(cognitoEndpoint).href }),
    authFlow: draft.authFlow,
    ...(draft.hasClientSecret && { hasClientSecret: true }),
  };
}

export function draftFrom(connection: Connection): ConnectionDraft {
  return { ...emptyDraft, ...connection, cognitoEndpoint: connection.cognitoEndpoint ?? '' };
}
