// The blog API's schema: the types that answers are made of.
import { everyMode } from './blog-schema-modes.ts';

export const blogTypes = /* GraphQL */ `
  enum Section {
    "What happens at the quay."
    HARBOUR
    "What is cooked of it."
    KITCHEN
    "What is made and mended."
    WORKSHOP
    "What is found on foot."
    WALKS
  }

  enum PostStatus {
    "For its owner and admins."
    DRAFT
    "For everybody."
    PUBLISHED
  }

  type Publication ${everyMode} {
    name: String!
    motto: String!
    place: String!
    sections: [Section!]!
    "Published posts."
    postCount: Int!
    website: AWSURL!
  }

  type Post ${everyMode} {
    id: ID!
    title: String!
    section: Section!
    status: PostStatus!
    "The first sentence, set in bold."
    lead: String!
    body: String!
    wordCount: Int!
    tags: [String!]!
    author: Author!
    "User name of who may change it."
    owner: String!
    createdAt: AWSDateTime!
    "Null for a draft."
    publishedAt: AWSDateTime
    "Goes up with every change."
    version: Int!
    """
    What readers said, oldest first. An API key may ask for it and then gets nothing but errors: the type Comment is not
    marked @aws_api_key, and nested types must be marked as well.
    """
    comments(limit: Int, nextToken: String): CommentConnection!
    "A word between colleagues. For admins and editors."
    editorNote: String @aws_cognito_user_pools(cognito_groups: ["admins", "editors"])
    summary: String @deprecated(reason: "It is the lead, and is called that now.")
  }

  type PostConnection ${everyMode} {
    items: [Post!]!
    "For the next page; null on the last."
    nextToken: String
  }

  type CommentConnection ${everyMode} {
    items: [Comment]!
    "For the next page; null on the last."
    nextToken: String
  }

  "Not marked, so for the default mode only: signed-in users."
  type Comment {
    id: ID!
    postId: ID!
    text: String!
    "User name of who wrote it."
    owner: String!
    createdAt: AWSDateTime!
  }

  type Author ${everyMode} {
    id: ID!
    name: String!
    bio: String
    website: AWSURL
    "For signed-in users: this mark replaces the type's, so the API key is left out."
    email: AWSEmail @aws_cognito_user_pools
    "Pounds a year. For admins. Nullable: for others it is null, and an error says why."
    salary: Int @aws_cognito_user_pools(cognito_groups: ["admins"])
    "For admins. Not nullable: for others the null goes up, and takes the whole author with it."
    payroll: Payroll! @aws_cognito_user_pools(cognito_groups: ["admins"])
    "What the caller may see of this author's posts, newest first."
    posts(limit: Int, nextToken: String): PostConnection!
  }

  type Payroll @aws_cognito_user_pools(cognito_groups: ["admins"]) {
    iban: String!
    taxCode: String!
    paidOn: AWSDate!
  }

  type Ledger @aws_cognito_user_pools(cognito_groups: ["admins"]) {
    balance: Float!
    entries: [LedgerEntry!]!
  }

  type LedgerEntry @aws_cognito_user_pools(cognito_groups: ["admins"]) {
    on: AWSDate!
    text: String!
    "Pounds; what was spent is negative."
    amount: Float!
  }

  "Made of the token's claims."
  type Caller {
    username: String!
    sub: ID!
    groups: [String!]!
    "id or access: which of the user's tokens was sent."
    tokenUse: String!
    issuer: AWSURL!
    "ALLOW or DENY: what the API does with unmarked fields."
    defaultAuthStrategy: String!
    "Everything the token says, as JSON in a string. An access token says less: no e-mail address, no name."
    claims: AWSJSON!
  }

  type Readership {
    readers: Int!
    countedAt: AWSDateTime!
  }

  "Each field fails in its own way."
  type Misprint {
    "Not a DateTime: it lacks an offset."
    pressTime: AWSDateTime
    "Not an Int."
    copies: Int
    "Null, though it must not be; takes the whole object with it."
    headline: String!
  }

  "One field of each scalar that AWS adds."
  type Specimen {
    date: AWSDate
    time: AWSTime
    dateTime: AWSDateTime
    timestamp: AWSTimestamp
    email: AWSEmail
    json: AWSJSON
    url: AWSURL
    phone: AWSPhone
    ipAddress: AWSIPAddress
  }
`;
