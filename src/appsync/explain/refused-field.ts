// "Not Authorized to access salary on type Author" at HTTP 200: a rule of the schema, or the field's own resolver, refuses one field.
import { authModeNames } from '../authorization.ts';
import { whoMay, predict, type AccessRules } from '../schema-access.ts';
import type { AnswerError, Asked, Words } from './explanation.ts';
import { callersIn, listed } from './mode-words.ts';

export function explainRefusedField({ message, errorType }: AnswerError, asked: Asked): Words | undefined {
  const [, field, type] = /^Not Authorized to access (\w+) on type (\w+)/i.exec(message) ?? [];
  if (errorType !== 'Unauthorized' && field === undefined) return undefined;
  const who = asked.overridden ? 'Whoever this tab’s own headers name' : asked.name;
  if (field === '__schema' || field === '__type') return introspectionRefused(who, asked);
  if (field === undefined || type === undefined) {
    return { what: `A resolver refused ${who}.`, why: message, next: 'Run it as somebody else to see the difference.' };
  }
  const verb = type === 'Mutation' ? 'call' : type === 'Subscription' ? 'subscribe to' : 'read';
  return { what: `${who} may not ${verb} ${type}.${field}.`, ...whyRefused(asked, type, field) };
}

function introspectionRefused(who: string, { authMode }: Asked): Words {
  return {
    what: `${who} may not read the schema.`,
    why: `Introspection is for callers of the API’s default auth mode, which is another than ${authModeNames[authMode]}.`,
    next: 'Run as an identity of the default mode once, or bring the schema as a file. Queries work all the same.',
    action: 'bring-schema',
  };
}

const asSomebodyElse = 'Run it as somebody else, or compare, to see the difference.';

function whyRefused(asked: Asked, type: string, field: string): Omit<Words, 'what'> {
  const { rules, overridden } = asked;
  const known = rules && whoMay(rules, type, field);
  if (rules === undefined || known === undefined || known.modes.length === 0 || overridden) return likely(asked);
  const opened = `The schema opens it to ${callersIn(known.modes)}${known.saidBy === 'api' ? ', the API’s default' : ''}`;
  if (predict(rules, type, field, asked) === 'refused') {
    return { why: `${opened}; ${whoIs(asked)}.`, next: whatWouldDo(rules, asked, type) };
  }
  return {
    why: `${opened}, and so to ${asked.name}: it was refused further in. ${furtherIn(asked)}`,
    next: asSomebodyElse,
  };
}

/** Without the schema's marks. */
function likely(asked: Asked): Omit<Words, 'what'> {
  if (asked.overridden) return { why: 'The schema or a resolver allows it to other callers.', next: asSomebodyElse };
  switch (asked.authMode) {
    case 'AMAZON_COGNITO_USER_POOLS': {
      const kind =
        asked.tokenKind === 'access'
          ? ' An access token was sent: it carries no e-mail address and no custom claims, which a resolver may ask for.'
          : '';
      return {
        why: `The schema or a resolver allows it to certain groups, owners or auth modes; ${whoIs(asked)}.${kind}`,
        next: asSomebodyElse,
      };
    }
    case 'NONE':
    case 'API_KEY':
    case 'OPENID_CONNECT':
    case 'AWS_LAMBDA':
    case 'AWS_IAM':
      return {
        why: `In an API with several auth modes a field is open to ${authModeNames[asked.authMode]} only where it, or its type, is marked so; nested types must be marked as well. ${furtherIn(asked)}`,
        next: 'Bring the schema as SDL (in the Schema pane) to see its marks, or run it as a user.',
      };
    default:
      return asked.authMode satisfies never;
  }
}

/** Who else may refuse what the schema opens. */
function furtherIn({ authMode, tokenKind }: Asked): string {
  switch (authMode) {
    case 'AWS_LAMBDA':
      return 'The authorizer itself may have named it among its deniedFields.';
    case 'AWS_IAM':
      return 'The policies of these credentials may not allow appsync:GraphQL on this field.';
    case 'AMAZON_COGNITO_USER_POOLS':
      return tokenKind === 'access'
        ? 'Its resolver judges by owner or claims, and an access token carries fewer claims than an ID token.'
        : 'Its resolver judges for itself, by owner say; or the API’s defaultAction is DENY.';
    case 'API_KEY':
    case 'OPENID_CONNECT':
    case 'NONE':
      return 'Its resolver may judge for itself.';
    default:
      return authMode satisfies never;
  }
}

function whoIs({ name, groups, authMode }: Asked): string {
  if (authMode !== 'AMAZON_COGNITO_USER_POOLS') return `${name} comes by ${authModeNames[authMode]}`;
  return groups.length > 0 ? `${name} is in ${listed(groups, 'and')}` : `${name} is in no group`;
}

function whatWouldDo(rules: AccessRules, { authMode }: Asked, type: string): string {
  const isNestedAndUnmarked = !rules.roots.includes(type) && authMode !== 'AMAZON_COGNITO_USER_POOLS';
  if (isNestedAndUnmarked) return `Mark the type ${type} or its fields for this mode, or run it as somebody else.`;
  return authMode === 'AMAZON_COGNITO_USER_POOLS'
    ? 'Run it as a member. Somebody new in a group needs a token issued since: renew it.'
    : asSomebodyElse;
}
