// A subscription for the bare page, as its README's socket client would give it to GraphiQL: every event, as it comes. Speaks just
// enough of AppSync's protocol to be sent the same events as our page.

interface Target {
  readonly url: string;
  readonly token: string;
}

interface Message {
  readonly type: string;
  readonly payload?: object;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export async function* listen(operation: object, { url, token }: Target): AsyncGenerator<object> {
  const authorization = { host: new URL(url).host, Authorization: token };
  const header = btoa(JSON.stringify(authorization)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/realtime`, ['graphql-ws', `header-${header}`]);
  const events: object[] = [];
  let wake = () => undefined as void;
  socket.addEventListener('open', () => socket.send('{"type":"connection_init"}'));
  socket.addEventListener('message', ({ data }) => {
    const message: unknown = JSON.parse(String(data));
    if (!isMessage(message)) return;
    const { type, payload } = message;
    if (type === 'connection_ack') {
      const start = { data: JSON.stringify(operation), extensions: { authorization } };
      socket.send(JSON.stringify({ id: '1', type: 'start', payload: start }));
    }
    // The bench waits for it.
    if (type === 'start_ack') document.documentElement.dataset['listens'] = 'true';
    if (type === 'data' && payload) events.push(payload);
    wake();
  });
  try {
    for (;;) {
      const event = events.shift();
      if (event) yield event;
      // oxlint-disable-next-line no-await-in-loop -- events come one after another
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    socket.close();
  }
}
