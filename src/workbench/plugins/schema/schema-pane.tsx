// The Schema pane: where the schema is from, or why there is none and what mends that; and who may call what, as far as its marks say.
import { useGraphiQLActions } from '@graphiql/react';
import { schemaFromText } from '../../../appsync/schema-text.ts';
import type { SdlProblem } from '../../../appsync/access-marks.ts';
import { useRef, useState, type DragEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Snippet } from '../../../ui/snippet.tsx';
import { textOfFile } from '../../../ui/text-of-file.ts';
import { useActiveIdentity, useKnownSchema, usePaneTools } from '../use-pane-tools.ts';
import { AccessView } from './access-view.tsx';
import { SchemaSource } from './schema-source.tsx';
import './schema-pane.css';

/** Bytes. A schema document of AppSync has 1 MB at most; as introspection JSON it is several times that. */
const largestSchema = 50_000_000;

const fetchSdl = `aws appsync get-introspection-schema \\
  --api-id YOUR-API-ID --format SDL \\
  --include-directives schema.graphql`;

export function SchemaPane() {
  const tools = usePaneTools();
  const { schemas, connection } = tools;
  const endpoint = connection.graphqlEndpoint;
  const known = useKnownSchema(schemas, endpoint);
  const identity = useActiveIdentity(tools);
  const actions = useGraphiQLActions();
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<SdlProblem & { readonly fileName: string }>();
  const rules = schemas.rulesOf(endpoint);

  async function take(file: File | undefined) {
    if (file === undefined) return;
    const content = await textOfFile(file, largestSchema);
    const read = content.ok ? schemaFromText(content.text) : ({ kind: 'problem', message: content.wrong } as const);
    if (read.kind === 'problem') {
      setProblem({ ...read, fileName: file.name });
      return;
    }
    setProblem(undefined);
    schemas.set(endpoint, { brought: { fileName: file.name, schema: read.schema, rules: read.rules } });
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button does the same
    <section
      className="schema-pane"
      aria-labelledby="schema-pane-title"
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <header>
        <h2 id="schema-pane-title">Schema</h2>
      </header>
      <SchemaSource known={known} />
      <div className="schema-pane-acts">
        {known.brought ? (
          <Button onClick={() => schemas.forgetBrought(endpoint)}>Use the API’s own</Button>
        ) : (
          <Button onClick={() => void actions.introspect()} disabled={known.introspection?.state === 'asking'}>
            Read it anew
          </Button>
        )}
        <Button onClick={() => picker.current?.click()}>{known.brought ? 'Another file' : 'Bring a file'}</Button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label="Schema file"
          accept=".graphql,.graphqls,.gql,.sdl,.json,.txt"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {problem ? (
        <Notice
          kind="error"
          role="alert"
          what={`${problem.fileName} was not taken.`}
          why={`${problem.line === undefined ? '' : `Line ${problem.line}, column ${problem.column}: `}${problem.message}`}
          next="The schema is as it was before. Correct the file, or choose another."
        />
      ) : null}
      {rules ? (
        <AccessView
          rules={rules}
          identity={identity}
          api={rules.api}
          onApi={(api) => schemas.set(endpoint, { api: { ...known.api, ...api } })}
        />
      ) : (
        <WithoutMarks />
      )}
    </section>
  );
}

function WithoutMarks() {
  return (
    <div className="schema-pane-without">
      <h3>Who may call what</h3>
      <p>
        The marks that say so (@aws_cognito_user_pools, @aws_api_key …) are in the SDL only, not in what an API tells of
        itself. Drop the SDL file here, or bring it: it is read in this page and stays in its memory.
      </p>
      <Snippet title="To get it from AppSync" text={fetchSdl} />
    </div>
  );
}
