// A file of Amplify's fills the form: dropped, pasted or chosen. Where it tells of several app clients or APIs, one is chosen. What
// reads it is fetched with the first file.
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Notice } from '../ui/notice.tsx';
import { textOfFile, type TextOfFile } from '../ui/text-of-file.ts';
import type { Found, FoundApi, FoundClient, Imported } from './importers/importer.ts';
import { isConnectionFile } from './is-connection-file.ts';
import './connection-file.css';

export interface ConnectionFileProps {
  /** One that was dropped elsewhere, or its text. */
  initial?: File | string | undefined;
  /** Called with each choice; `api` is absent where the file has none. */
  onFound: (client: FoundClient, api: FoundApi | undefined) => void;
}

export function ConnectionFile({ initial, onFound }: ConnectionFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [imported, setImported] = useState<Imported>();
  const [over, setOver] = useState(false);

  async function read(file: File | string) {
    const text = await textFrom(file);
    const now = text.ok ? await importedLater(text.text) : text;
    setImported(now);
    if (now.ok) onFound(now.found.clients[0], now.found.apis[0]);
  }

  useEffect(() => {
    if (initial !== undefined) void read(initial);
    // oxlint-disable-next-line react/exhaustive-deps -- once, what it was opened with
  }, [initial]);

  // A file on the clipboard, or its text, wherever the keyboard is but in a field of one line.
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const file = event.clipboardData?.files[0];
      if (file === undefined && !isConnectionFile(text)) return;
      event.preventDefault();
      void read(file ?? text);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
    // oxlint-disable-next-line react/exhaustive-deps -- what it calls does the same each time
  }, []);

  return (
    <div
      className="connection-file"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        void read(file ?? event.dataTransfer.getData('text/plain'));
      }}
    >
      <p className="connection-file-ask">
        <span>
          From a file: drop or paste <code>amplify_outputs.json</code>, <code>aws-exports.js</code> or{' '}
          <code>amplifyconfiguration.json</code> here.
        </span>
        <Button onClick={() => input.current?.click()}>Choose a file</Button>
      </p>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="Connection file"
        accept=".json,.js,.ts,.mjs,.cjs,application/json,text/javascript"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (file) void read(file);
        }}
      />
      <div role="status">
        {imported?.ok === false ? <Notice kind="error" what="This file cannot be used." why={imported.wrong} /> : null}
        {imported?.ok ? <FoundWords found={imported.found} /> : null}
      </div>
      {imported?.ok ? <Choices found={imported.found} onFound={onFound} /> : null}
    </div>
  );
}

/** Bytes. Such files are some kilobytes; a film dropped by mistake is not read. */
const largest = 1_000_000;

async function textFrom(file: File | string): Promise<TextOfFile> {
  return typeof file === 'string' ? { ok: true, text: file } : textOfFile(file, largest);
}

async function importedLater(text: string): Promise<Imported> {
  try {
    return (await import('./importers/index.ts')).importedFrom(text);
  } catch {
    const wrong =
      'The part of this page that reads it did not arrive. See that npm start is running, then bring the file again.';
    return { ok: false, wrong };
  }
}

function FoundWords({ found: { clients, apis } }: { found: Found }) {
  const keys = apis.filter(({ apiKey }) => apiKey !== undefined).length;
  const what = [
    clients.length === 1 ? 'the user pool and its app client' : `${clients.length} app clients`,
    apis.length === 0 ? 'no GraphQL API' : apis.length === 1 ? 'the GraphQL API' : `${apis.length} GraphQL APIs`,
  ].join(' and ');
  return (
    <Notice
      kind="done"
      what={`Found: ${what}.`}
      why={
        keys > 0
          ? 'Its API key becomes an identity: it is kept in the page’s memory, and in no file. Whether it has expired, the first request tells.'
          : undefined
      }
      next={apis.length === 0 ? 'Type the GraphQL endpoint below.' : undefined}
    />
  );
}

function Choices({ found: { clients, apis }, onFound }: { found: Found } & Pick<ConnectionFileProps, 'onFound'>) {
  const [client, setClient] = useState(clients[0]);
  const [api, setApi] = useState(apis[0]);
  return (
    <>
      {clients.length > 1 ? (
        <Choice
          legend="App client"
          name="found-client"
          value={client.name}
          options={clients.map(({ name, appClientId, hasClientSecret }) => ({
            value: name,
            label: name,
            help: `${appClientId}${hasClientSecret ? ', has a secret' : ''}`,
          }))}
          onChange={(name) => {
            const chosen = clients.find((each) => each.name === name) ?? client;
            setClient(chosen);
            onFound(chosen, api);
          }}
        />
      ) : null}
      {apis.length > 1 && api ? (
        <Choice
          legend="GraphQL API"
          name="found-api"
          value={api.name}
          options={apis.map(({ name, graphqlEndpoint, modes }) => ({
            value: name,
            label: name,
            help: [new URL(graphqlEndpoint).host, ...modes].join(', '),
          }))}
          onChange={(name) => {
            const chosen = apis.find((each) => each.name === name);
            setApi(chosen);
            onFound(client, chosen);
          }}
        />
      ) : null}
    </>
  );
}
