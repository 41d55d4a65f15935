// The Code pane: the operation of the tab as code for other tools. What is drawn holds a placeholder; the real credential goes to the
// clipboard on a press, and into no element of the page.
import { useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { authModeNames } from '../../../appsync/authorization.ts';
import { sentWords, type Identity } from '../../../sessions/identity.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { bodyOf, placeholderOf, type CodeRequest, type CodeTarget } from '../../code-targets/code-request.ts';
import { codeTargets } from '../../code-targets/index.ts';
import { requestForCode, type WrittenOperation } from '../../code-targets/request-from.ts';
import { useActiveIdentity, usePaneTools } from '../use-pane-tools.ts';
import './code-pane.css';

export function CodePane() {
  const tools = usePaneTools();
  const identity = useActiveIdentity(tools);
  const tab = useGraphiQL((state) => state.tabs[state.activeTabIndex]);
  const operationName = useGraphiQL((state) => state.operationName);
  const [chosen, choose] = useState(codeTargets[0]?.id ?? '');
  const target = codeTargets.find(({ id }) => id === chosen) ?? codeTargets[0];
  const written: WrittenOperation = {
    query: tab?.query ?? '',
    variables: tab?.variables ?? '',
    headers: tab?.headers ?? '',
    operationName: operationName ?? undefined,
  };
  const read = requestForCode(tools.connection.graphqlEndpoint, written, identity);
  return (
    <section className="code-pane" aria-labelledby="code-pane-title">
      <h2 id="code-pane-title">Code</h2>
      {target ? (
        <Tabs label="As" tabs={codeTargets} chosen={target.id} onChoose={choose}>
          {read.ok ? (
            <Code target={target} request={read.request} identity={identity} written={written} />
          ) : (
            <p role="status">{read.sentence}</p>
          )}
        </Tabs>
      ) : null}
    </section>
  );
}

interface CodeProps {
  target: CodeTarget;
  request: CodeRequest;
  identity: Identity | undefined;
  written: WrittenOperation;
}

function Code({ target, request, identity, written }: CodeProps) {
  const code = target.write(request);
  const variables = request.headers.flatMap((header) => ('variable' in header ? [header.variable] : []));
  return (
    <>
      <div className="code-pane-head">
        <span>For {target.runsIn}</span>
        <CopyButton text={code} label={`Copy the ${target.name} code`} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard */}
      <pre className="code-pane-code" role="group" tabIndex={0} aria-label={`${target.name} code`}>
        <code>{code}</code>
      </pre>
      {variables.length > 0 ? (
        <p className="code-pane-quiet">
          {variables.map((name) => (
            <code key={name}>{name} </code>
          ))}
          stands for the credential: set it in the environment where the code runs.
        </p>
      ) : null}
      {request.signed ? (
        <p className="code-pane-quiet">
          The signature is made with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary credentials,
          AWS_SESSION_TOKEN of the environment.
        </p>
      ) : null}
      <CopyReal target={target} identity={identity} written={written} />
    </>
  );
}

/** With the credential itself. A signature is good for one request and five minutes, and so for no code. */
function CopyReal({ target, identity, written }: Omit<CodeProps, 'request'>) {
  const { identities, connection } = usePaneTools();
  const [outcome, setOutcome] = useState<string>();
  if (identity === undefined || placeholderOf(identity.authMode, identity.tokenKind) === undefined) return null;
  const what =
    identity.authMode === 'AMAZON_COGNITO_USER_POOLS' ? sentWords(identity) : authModeNames[identity.authMode];

  async function copy({ id, name }: Identity) {
    const endpoint = connection.graphqlEndpoint;
    try {
      const plain = requestForCode(endpoint, written, identity);
      if (!plain.ok) throw new Error(plain.sentence);
      const body = JSON.stringify(bodyOf(plain.request));
      const headers = { 'content-type': 'application/json' };
      const credential = await identities.authorizeFor(id)({ url: endpoint, body, headers });
      const real = requestForCode(endpoint, written, identity, credential);
      if (!real.ok) throw new Error(real.sentence);
      await navigator.clipboard.writeText(target.write(real.request));
      setOutcome(`Copied, with the ${what} of ${name}.`);
    } catch {
      setOutcome('Nothing was copied: the session is over, or the browser keeps this page from the clipboard.');
    }
  }

  return (
    <div className="code-pane-real">
      <Button aria-describedby="code-pane-warning" onClick={() => void copy(identity)}>
        Copy with the real {what}
      </Button>
      <p className="code-pane-quiet" id="code-pane-warning">
        Whoever gets that code can ask as {identity.name}: it is for your own terminal, not for a ticket.
      </p>
      <p className="code-pane-quiet" role="status">
        {outcome}
      </p>
    </div>
  );
}
