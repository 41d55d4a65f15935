// The demo's first tabs, one operation each, for the team API.
import type { GuideOperation } from '../world.ts';
import { guideOperation } from './guide-operation.ts';

export const teamOperations: readonly GuideOperation[] = [
  guideOperation(
    'Pay and rota',
    /* GraphQL */ `
      # salaries: admins. rota: admins and
      # editors. Here @aws_auth is followed.
      query PayAndRota {
        salaries {
          amount
          member {
            name
          }
        }
        rota {
          on
          from
          member {
            name
          }
        }
      }
    `,
  ),
  guideOperation(
    'Telephone numbers',
    /* GraphQL */ `
      # homePhone is marked @aws_auth too, but
      # nested: everybody sees it.
      query TelephoneNumbers {
        team {
          name
          role
          homePhone
          nextOfKin
        }
      }
    `,
  ),
  guideOperation(
    'Watch the board',
    /* GraphQL */ `
      # Run it, then put up a notice.
      subscription WatchTheBoard {
        onPostNotice {
          text
          by
          at
        }
      }
    `,
  ),
  guideOperation(
    'Put up a notice',
    /* GraphQL */ `
      mutation PutUpNotice($text: String!) {
        postNotice(text: $text) {
          id
          text
          by
          at
        }
      }
    `,
    { text: 'Cake in the kitchen. First come, first served.' },
  ),
];
