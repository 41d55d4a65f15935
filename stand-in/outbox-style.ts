// How the pretend mailbox looks, in light and dark. One text, so that the page's policy can name its hash.

export const outboxStyle = /* CSS */ `
:root { color-scheme: light dark; --ink: #1c2127; --soft: #57606a; --paper: #f6f7f9; --card: #fff; --line: #d5dae1; --link: #0b57b8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ebef; --soft: #a4adb8; --paper: #15181c; --card: #1e2329; --line: #363d46; --link: #86b7fe; }
}
* { box-sizing: border-box; margin: 0; }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
header p { margin: .5rem 0 1rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
ol, ul { display: grid; gap: .75rem; padding: 0; margin-top: .5rem; list-style: none; }
li { padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; overflow-wrap: anywhere; }
ol li:first-child { border-inline-start: .3rem solid var(--link); }
.about, .text, .empty { color: var(--soft); font-size: .9375rem; }
.about strong { color: var(--ink); }
.code { width: fit-content; font: 600 1.625rem/1.4 ui-monospace, monospace; letter-spacing: .12em; user-select: all; }
`;
