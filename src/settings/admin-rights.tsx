// What the admin flow needs of AWS, to be read and copied before anything fails.
import { Snippet } from '../ui/snippet.tsx';

export interface AdminRightsProps {
  /** As JSON text; undefined while no pool is named. */
  policy: string | undefined;
}

export function AdminRights({ policy }: AdminRightsProps) {
  return (
    <div className="admin-rights">
      <p>
        Signed on this machine with the AWS credentials of <code>npm start</code>: environment, shared config or SSO, or{' '}
        <code>--profile NAME</code>. They never reach this page. They need no more than this:
      </p>
      {policy === undefined ? (
        <p className="field-hint">With a user pool id above, the IAM policy stands here.</p>
      ) : (
        <Snippet title="IAM policy" text={policy} />
      )}
    </div>
  );
}
