// The team API's schema, as one would upload it to AppSync: user pool only, and so ruled by @aws_auth.

export const teamSchema = /* GraphQL */ `
  schema {
    query: Query
    mutation: Mutation
    subscription: Subscription
  }

  """
  The desk behind "Low Water": who works when, and for how much. Its only authorization mode is the user pool, so
  @aws_auth is followed here, on the fields of Query and Mutation.
  """
  type Query {
    "Everybody on the team."
    team: [Member!]!

    member(id: ID!): Member

    "Who is in on which day. For admins and editors: @aws_auth, followed."
    rota: [Shift!] @aws_auth(cognito_groups: ["admins", "editors"])

    "Yearly pay. For admins: @aws_auth, followed."
    salaries: [Salary!] @aws_auth(cognito_groups: ["admins"])

    "What hangs on the notice board, newest first."
    notices: [Notice!]!
  }

  type Mutation {
    "Puts up a notice in the caller's name."
    postNotice(text: String!): Notice

    "Takes a notice down. For admins and editors."
    removeNotice(id: ID!): Notice @aws_auth(cognito_groups: ["admins", "editors"])
  }

  type Subscription {
    "A notice was put up."
    onPostNotice: Notice @aws_subscribe(mutations: ["postNotice"])
  }

  type Member {
    id: ID!
    name: String!
    role: String!
    email: AWSEmail!
    startedOn: AWSDate!
    """
    Marked @aws_auth(cognito_groups: ["admins"]), and yet every signed-in user may read it: AppSync follows @aws_auth on
    the fields of Query, Mutation and Subscription only.
    """
    homePhone: AWSPhone @aws_auth(cognito_groups: ["admins"])
    "For admins. @aws_cognito_user_pools is followed on nested fields as well."
    nextOfKin: String @aws_cognito_user_pools(cognito_groups: ["admins"])
  }

  type Shift {
    on: AWSDate!
    from: AWSTime!
    member: Member!
  }

  type Salary {
    member: Member!
    "Pounds a year."
    amount: Int!
  }

  type Notice {
    id: ID!
    text: String!
    "User name of who put it up."
    by: String!
    at: AWSDateTime!
  }
`;
