// The blog API's schema, as one would upload it to AppSync. Its descriptions are what people read in the documentation panel.
import { blogInputs } from './blog-schema-inputs.ts';
import { everyMode } from './blog-schema-modes.ts';
import { blogTypes } from './blog-schema-types.ts';

const roots = /* GraphQL */ `
  schema {
    query: Query
    mutation: Mutation
    subscription: Subscription
  }

  """
  "Low Water", a small paper of the made-up harbour town of Tern Quay. The API takes tokens of a Cognito user pool (its
  default), and for some fields API keys, IAM signatures, passes (AWS_LAMBDA) and tokens of the press club (OPENID_CONNECT).
  What is not marked otherwise is for signed-in users.
  """
  type Query {
    "What this paper is. Open in every mode."
    about: Publication! ${everyMode}

    """
    Posts, newest first. Everybody sees what is published; drafts come only to those who wrote them and to admins.
    Open in every mode.
    """
    posts(
      section: Section
      status: PostStatus
      "How many at a time: 1 to 100, otherwise 10."
      limit: Int
      "From the page before."
      nextToken: String
    ): PostConnection! ${everyMode}

    "One post. Asking for somebody else's draft is answered with Unauthorized. Open in every mode."
    post(id: ID!): Post ${everyMode}

    "What the caller has written, drafts included, newest first."
    myPosts(limit: Int, nextToken: String): PostConnection!

    "Everybody who writes here. Open in every mode."
    authors: [Author!]! ${everyMode}

    "One author. Open in every mode."
    author(id: ID!): Author ${everyMode}

    "What resolvers are told of the caller, which is different in every mode; null for an API key. Open in every mode."
    identity: AWSJSON ${everyMode}

    "Who the API takes the caller for, from the token that came with the request."
    whoAmI: Caller!

    "What the desk is planning. For admins and editors: a group rule on a nullable field."
    deskNotes: [String!] @aws_cognito_user_pools(cognito_groups: ["admins", "editors"])

    "The books. For admins, and not nullable: for others the null goes all the way up, and data itself is null."
    ledger: Ledger! @aws_cognito_user_pools(cognito_groups: ["admins"])

    """
    How many people pay for the paper. Marked @aws_auth(cognito_groups: ["admins"]), and yet every signed-in user may
    read it: AppSync ignores @aws_auth once an API has a second authorization mode, as this one has.
    """
    subscriberCount: Int @aws_auth(cognito_groups: ["admins"])

    "One field of each scalar AWS adds. Give some of your own to see which values they take."
    scalars(input: SpecimenInput): Specimen!

    "Fails in its resolver, with an error type and error information of its own."
    archive(year: Int!): [Post!]

    "Takes about three seconds. Stop the request, and it stops as well."
    readership: Readership

    "Data that does not fit the schema, to see what AppSync says of it."
    misprint: Misprint
  }

  "For signed-in users. Only the owner of a post, or an admin, may change it."
  type Mutation {
    "Writes a draft that belongs to the caller. For admins and editors."
    createPost(input: CreatePostInput!): Post @aws_cognito_user_pools(cognito_groups: ["admins", "editors"])

    """
    Changes a post. With expectedVersion, it fails with DynamoDB:ConditionalCheckFailedException if somebody was faster;
    the error's data then holds the post as it is.
    """
    updatePost(input: UpdatePostInput!): Post

    "Makes a draft public."
    publishPost(id: ID!): Post

    "Deletes a post and its comments. Answers the post that was."
    deletePost(id: ID!): Post

    "Adds a comment to a published post."
    addComment(input: AddCommentInput!): Comment

    "Deletes a comment. Only who wrote it, or an admin, may."
    deleteComment(id: ID!): Comment
  }

  """
  What the mutations tell, and of that only the fields which the mutation itself has asked for: the others are null. Over
  HTTP AppSync refuses subscriptions; they go over its real-time endpoint.
  """
  type Subscription {
    "A post was written. Open in every mode."
    onCreatePost: Post @aws_subscribe(mutations: ["createPost"]) ${everyMode}

    "A post was changed or published; with id, that post only, until it is deleted: then the API ends the subscription."
    onUpdatePost(id: ID): Post @aws_subscribe(mutations: ["updatePost", "publishPost"])

    """
    A post of one of these sections was written or changed, and is that long. Filtered by the resolver (an enhanced filter),
    so the mutation must have asked for section and wordCount.
    """
    onLongPost(sections: [Section!]!, minWords: Int! = 1): Post
      @aws_subscribe(mutations: ["createPost", "updatePost", "publishPost"])

    "A post was deleted. For admins and editors."
    onDeletePost: Post
      @aws_subscribe(mutations: ["deletePost"])
      @aws_cognito_user_pools(cognito_groups: ["admins", "editors"])

    "A comment was added; with postId, to that post only."
    onAddComment(postId: ID): Comment @aws_subscribe(mutations: ["addComment"])
  }
`;

export const blogSchema = [roots, blogTypes, blogInputs].join('\n');
