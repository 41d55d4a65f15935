// The demo's first tabs, one operation each, for "Low Water". The first one is the first impression.
import type { GuideOperation } from '../world.ts';
import { guideOperation } from './guide-operation.ts';

export const blogOperations: readonly GuideOperation[] = [
  guideOperation(
    'Newest posts',
    /* GraphQL */ `
      # Salaries are for admins: run it as bob,
      # then as carol.
      query NewestPosts {
        posts(limit: 5) {
          items {
            title
            status
            author {
              name
              salary
            }
          }
        }
      }
    `,
  ),
  guideOperation(
    'Who am I',
    /* GraphQL */ `
      # What the API reads from your token.
      query WhoAmI {
        whoAmI {
          username
          groups
          tokenUse
          claims
        }
      }
    `,
  ),
  guideOperation(
    'Alice’s draft',
    /* GraphQL */ `
      # A draft of alice's: for her and for
      # admins. Others are told so.
      query AlicesDraft {
        post(id: "post-39") {
          title
          status
          owner
          body
        }
        myPosts(limit: 3) {
          items {
            title
            status
          }
        }
      }
    `,
  ),
  guideOperation(
    'Page by page',
    /* GraphQL */ `
      # For the next page, copy nextToken into
      # the variables.
      query PageByPage($section: Section, $limit: Int, $nextToken: String) {
        posts(section: $section, limit: $limit, nextToken: $nextToken) {
          items {
            id
            title
            publishedAt
          }
          nextToken
        }
      }
    `,
    { section: 'HARBOUR', limit: 4, nextToken: null },
  ),
  guideOperation(
    'Listen for posts',
    /* GraphQL */ `
      # Run it, then run “Write a post” as alice.
      # What she does not ask for is null here.
      subscription ListenForPosts {
        onCreatePost {
          id
          title
          owner
          createdAt
          publishedAt
        }
      }
    `,
  ),
  guideOperation(
    'Write a post',
    /* GraphQL */ `
      # For admins and editors. It is a draft
      # until you publish it.
      mutation WritePost($input: CreatePostInput!) {
        createPost(input: $input) {
          id
          title
          status
          owner
          createdAt
        }
      }
    `,
    {
      input: {
        title: 'Fog, and what to do in it',
        section: 'WALKS',
        lead: 'Stay where you are and put the kettle on.',
      },
    },
  ),
  guideOperation(
    'A null that climbs',
    /* GraphQL */ `
      # payroll must not be null. Refused, its
      # null takes the whole author along.
      query NullThatClimbs {
        author(id: "alice") {
          name
          payroll {
            iban
            taxCode
          }
        }
      }
    `,
  ),
  guideOperation(
    'Every scalar',
    /* GraphQL */ `
      # Try values of your own: a 30th of
      # February, say.
      query EveryScalar($input: SpecimenInput) {
        scalars(input: $input) {
          date
          time
          dateTime
          timestamp
          email
          json
          url
          phone
          ipAddress
        }
      }
    `,
    { input: { date: '2026-02-28', json: '{"tide": "high"}' } },
  ),
  guideOperation(
    'A resolver that fails',
    /* GraphQL */ `
      # An error with a type and information of
      # its own; the other field answers.
      query Archive {
        archive(year: 1962) {
          title
        }
        about {
          name
          motto
        }
      }
    `,
  ),
  guideOperation(
    'A slow one',
    /* GraphQL */ `
      # Takes three seconds: time enough to stop
      # it.
      query Slow {
        readership {
          readers
          countedAt
        }
      }
    `,
  ),
];
