// Where an API's real-time endpoint is, from its GraphQL endpoint. Pure.
// https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html

/** The hosts AppSync gives out itself; China's end in .cn. Everything else is a custom domain to its clients, localhost too. */
const standardHost = /^(\w{26})\.appsync-api(\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?)$/;

/** AppSync's own hosts have another one for real-time; any other host serves it itself. */
export function realtimeHostOf(host: string): string {
  return host.replace(standardHost, '$1.appsync-realtime-api$2');
}

/** `wss://…` of an https endpoint, `ws://…` of an http one (loopback). Throws a TypeError for what is no URL. */
export function realtimeUrlOf(graphqlEndpoint: string): string {
  const url = new URL(graphqlEndpoint);
  const host = realtimeHostOf(url.host);
  const path = url.pathname.replace(/\/+$/, '');
  const scheme = url.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${host}${path}${host === url.host ? '/realtime' : ''}`;
}
