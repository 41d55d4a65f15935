// The blog API's schema: what callers send.

export const blogInputs = /* GraphQL */ `
  input CreatePostInput {
    title: String!
    section: Section!
    lead: String!
    body: String
    tags: [String!]
  }

  "What is left out, or null, stays as it is."
  input UpdatePostInput {
    id: ID!
    title: String
    section: Section
    lead: String
    body: String
    tags: [String!]
    "Change it only if this is still its version."
    expectedVersion: Int
  }

  input AddCommentInput {
    postId: ID!
    text: String!
  }

  "Values of your own, for the field scalars."
  input SpecimenInput {
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
