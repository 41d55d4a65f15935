import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createTerminal, Interrupted } from './terminal.ts';

/** A terminal as two streams: what a person types, and what stands on the screen. */
function screen({ isTTY = true } = {}) {
  const [input, output] = [Object.assign(new PassThrough(), { isTTY }), Object.assign(new PassThrough(), { isTTY })];
  let shown = '';
  output.on('data', (data: Buffer) => (shown += data.toString()));
  return {
    terminal: createTerminal(input, output),
    type: (keys: string) => input.write(keys),
    end: () => input.end(),
    shown: () => shown,
  };
}

describe('a question at the terminal', () => {
  it('is answered by a line', async () => {
    const { terminal, type, shown } = screen();
    const answer = terminal.ask('User name: ');
    type('alice\r');
    expect(await answer).toBe('alice');
    expect(shown()).toContain('User name: ');
    expect(shown()).toContain('alice');
  });

  it('that asks for a secret shows nothing of the answer, however it is corrected', async () => {
    const { terminal, type, shown } = screen();
    const answer = terminal.ask('Password: ', { hidden: true });
    type('Pass');
    type('w0rxd');
    type('\u007F\u007F');
    type('d! é\r');
    expect(await answer).toBe('Passw0rd! é');
    expect(shown()).toBe('Password: \n');
  });

  it('can be followed by another', async () => {
    const { terminal, type, shown } = screen();
    const first = terminal.ask('Password: ', { hidden: true });
    type('one\r');
    await first;
    const second = terminal.ask('Code: ', { hidden: true });
    type('two\r');
    expect(await second).toBe('two');
    expect(shown()).toBe('Password: \nCode: \n');
  });

  it('that was shown leaves nothing behind which would show a secret', async () => {
    const { terminal, type, shown } = screen();
    const first = terminal.ask('Which? ');
    type('2\r');
    await first;
    const before = shown();
    const second = terminal.ask('Code: ', { hidden: true });
    type('123456\r');
    expect(await second).toBe('123456');
    expect(shown().slice(before.length)).toBe('Code: \n');
  });

  it('an empty line is an empty answer', async () => {
    const { terminal, type } = screen();
    const answer = terminal.ask('Name: ');
    type('\r');
    expect(await answer).toBe('');
  });

  it.each([
    ['Ctrl-C', '\u0003', Interrupted],
    ['Ctrl-D', '\u0004', /^The input ended/],
  ])('ends with %s', async (_, key, failure) => {
    const { terminal, type } = screen();
    const answer = terminal.ask('Password: ', { hidden: true });
    type(key);
    await expect(answer).rejects.toThrow(failure);
  });

  it('ends with the input', async () => {
    const { terminal, end } = screen();
    const answer = terminal.ask('Password: ', { hidden: true });
    end();
    await expect(answer).rejects.toMatchObject({ exitCode: 4 });
  });
});

it('nobody is there where one of the streams is no terminal', () => {
  expect(screen().terminal.isInteractive).toBe(true);
  expect(screen({ isTTY: false }).terminal.isInteractive).toBe(false);
});
