// The blog API's Lambda authorizer: passes in place of tokens. No secrets; they are the same on every machine.
import type { LambdaAuthorizer } from '../appsync/lambda-authorizer.ts';

/** Passes by what is special about them. */
export const demoPasses = {
  /** Lets in everywhere that is open to passes. */
  press: 'pass-press',
  /** The same, but for authors' websites and posts' bodies. */
  day: 'pass-day',
  /** Is a pass, and is refused. */
  revoked: 'pass-revoked',
} as const;

/** What is no pass at all never reaches the function. */
export const demoPassExpression = '^pass-[a-z]+$';

export const blogAuthorizer: LambdaAuthorizer = ({ authorizationToken }) => {
  switch (authorizationToken) {
    case demoPasses.press:
      return { isAuthorized: true, resolverContext: { pass: 'press', desk: 3 } };
    case demoPasses.day:
      return {
        isAuthorized: true,
        resolverContext: { pass: 'day' },
        deniedFields: ['Author.website', 'arn:aws:appsync:eu-west-1:123456789012:apis/x/types/Post/fields/body'],
      };
    default:
      return { isAuthorized: false };
  }
};
