// What an identity-based policy says about one action on one resource. A Deny beats every Allow; without either it is no.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
import type { IamPolicy, IamPrincipal } from './account.ts';
import { IamRefusal } from './iam-refusal.ts';

/** Why the principal may not do it, or null. The sentence is AWS's. */
export function policyRefusal(principal: IamPrincipal, action: string, resource: string): IamRefusal | null {
  const effects = effectsOn(principal.policy, action, resource);
  if (effects.has('Deny')) {
    return denied(principal, action, resource, 'with an explicit deny in an identity-based policy');
  }
  if (effects.has('Allow')) return null;
  return denied(principal, action, resource, `because no identity-based policy allows the ${action} action`);
}

function denied({ arn }: IamPrincipal, action: string, resource: string, why: string): IamRefusal {
  const sentence = `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
  return new IamRefusal('access denied', sentence);
}

function effectsOn(policy: IamPolicy, action: string, resource: string): ReadonlySet<'Allow' | 'Deny'> {
  const statements = [policy.Statement].flat();
  const about = statements.filter(
    (statement) =>
      // Actions are compared without regard to case, resources with.
      [statement.Action].flat().some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
      [statement.Resource].flat().some((pattern) => matches(pattern, resource)),
  );
  return new Set(about.map(({ Effect }) => Effect));
}

/** `*` is any text, `?` any one character. */
function matches(pattern: string, text: string): boolean {
  const literal = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}
