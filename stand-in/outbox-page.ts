// The pretend mailbox as a page for people: the codes that Cognito would have sent, and those an authenticator app would show.
// Plain HTML without a script. Tests read the levers instead.
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { createHash } from 'node:crypto';
import type { Message } from './cognito/code-delivery.ts';
import type { Cognito } from './cognito/cognito.ts';
import { totpAt, totpEnd } from './cognito/totp.ts';
import type { PoolUser } from './cognito/user-pool.ts';
import { outboxStyle } from './outbox-style.ts';

export const outboxPath = '/outbox';

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(outboxStyle).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The policy's hash is over this very text. */
const styleElement = raw(`<style>${outboxStyle}</style>`);

/** How often the page looks again, where that was asked for. A page that reloads unasked is a nuisance to screen readers. */
const seconds = 5;

export function outboxApp(cognito: Pick<Cognito, 'pools' | 'state' | 'now'>): Hono {
  const app = new Hono();
  app.get(outboxPath, (c) => {
    c.header('Content-Security-Policy', policy);
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Content-Type-Options', 'nosniff');
    const now = cognito.now();
    const people = cognito.pools.flatMap(({ users }) => users).filter(({ softwareToken }) => softwareToken);
    const messages = cognito.state.outbox.all.toReversed();
    return c.html(page({ now, messages, people, looksAgain: c.req.query('again') !== undefined }));
  });
  return app;
}

interface PageContent {
  readonly now: number;
  /** Newest first. */
  readonly messages: readonly Message[];
  /** Those with an authenticator app. */
  readonly people: readonly PoolUser[];
  readonly looksAgain: boolean;
}

function page({ now, messages, people, looksAgain }: PageContent) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${looksAgain ? html`<meta http-equiv="refresh" content="${seconds}" />` : ''}
        <title>Pretend mailbox</title>
        <link rel="icon" href="data:," />
        ${styleElement}
      </head>
      <body>
        <header>
          <h1>Pretend mailbox</h1>
          <p>
            Nothing was sent to anybody. This is the stand-in for Amazon Cognito on your own machine, and here is what
            the real one would have sent by SMS or e-mail.
          </p>
          <nav>
            <a href="${outboxPath}">Look again</a>
            ${
              looksAgain
                ? html`<span>Looks again every ${seconds} seconds. <a href="${outboxPath}">Stop that</a></span>`
                : html`<a href="${outboxPath}?again">Look again every ${seconds} seconds</a>`
            }
          </nav>
        </header>
        <main>
          <section aria-labelledby="messages">
            <h2 id="messages">Messages</h2>
            ${
              messages.length === 0
                ? html`<p class="empty">None yet. When somebody signs in who needs a code, it lies here.</p>`
                : html`<ol>
                    ${messages.map(messageItem)}
                  </ol>`
            }
          </section>
          ${people.length === 0 ? '' : authenticator(people, now)}
        </main>
      </body>
    </html>`;
}

function messageItem({ at, to, medium, username, code, text }: Message) {
  return html`<li>
    <p class="about">
      <strong>${username}</strong>, by ${medium === 'SMS' ? 'SMS' : 'e-mail'} to ${to}, at ${clockTime(at)}
    </p>
    <p class="code">${code}</p>
    <p class="text">${text}</p>
  </li>`;
}

function authenticator(people: readonly PoolUser[], now: number) {
  return html`<section aria-labelledby="authenticator">
    <h2 id="authenticator">Pretend authenticator app</h2>
    <p>Good until ${clockTime(totpEnd(now))}; each can be used once.</p>
    <ul>
      ${people.map(
        ({ username, softwareToken }) =>
          html`<li>
            <p class="about">
              <strong>${username}</strong>${softwareToken?.verified === false ? ', who is just setting it up' : ''}
            </p>
            <p class="code">${totpAt(softwareToken?.secret ?? '', now)}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** In the zone of this machine, which is the reader's. */
function clockTime(at: number) {
  const date = new Date(at);
  const [, time = ''] = /(\d\d:\d\d:\d\d)/.exec(date.toTimeString()) ?? [];
  return html`<time datetime="${date.toISOString()}">${time}</time>`;
}
