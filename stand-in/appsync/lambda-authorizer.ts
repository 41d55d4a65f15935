// The contract between AppSync and the function that authorizes in AWS_LAMBDA mode.
// https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#aws-lambda-authorization

export interface AuthorizerEvent {
  readonly authorizationToken: string;
  readonly requestContext: {
    readonly apiId: string;
    readonly requestId: string;
    /** The query; empty when a socket is opened. */
    readonly queryString: string;
    readonly operationName?: string;
    readonly variables: Readonly<Record<string, unknown>>;
  };
}

export interface AuthorizerAnswer {
  readonly isAuthorized: boolean;
  /** Handed to the resolvers, as `ctx.identity.resolverContext`. */
  readonly resolverContext?: Readonly<Record<string, string | number | boolean>>;
  /** `Type.field`, or the ARN of a field. They are null for this caller, whatever the schema says. */
  readonly deniedFields?: readonly string[];
}

export type LambdaAuthorizer = (event: AuthorizerEvent) => AuthorizerAnswer | Promise<AuthorizerAnswer>;
