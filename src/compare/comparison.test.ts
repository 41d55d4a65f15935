import { describe, expect, test } from 'vitest';
import { createComparison, type Comparison, type ComparisonDeps } from './comparison.ts';
import type { Asked } from './comparisons.ts';
import type { Participant } from './participant.ts';

const participant = (id: string): Participant => ({
  id,
  name: id,
  mark: { letter: id.slice(0, 1), hue: 0 },
  groups: [],
  authMode: 'API_KEY',
  authorize: async () => ({ 'x-api-key': id }),
});
const asked = (query: string, more: Partial<Asked> = {}): Asked => ({
  query,
  cursor: 0,
  variables: '',
  headers: '',
  ...more,
});

/** Each request waits until it is answered here, by who asks. */
function bench(...names: string[]) {
  return benchWith({}, ...names);
}

function benchWith(deps: Partial<ComparisonDeps>, ...names: string[]) {
  const waiting: { who: string; answer: (data: object) => void }[] = [];
  const comparison = createComparison({
    endpoint: 'https://api.example/graphql',
    fetch: (_input, init) =>
      new Promise((resolve, reject) => {
        const who = new Headers(init?.headers).get('x-api-key') ?? '';
        waiting.push({ who, answer: (data) => resolve(new Response(JSON.stringify({ data }))) });
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      }),
    now: () => 0,
    clock: () => 0,
    pause: () => Promise.resolve(),
    loadListen: () => Promise.reject(new Error('not here')),
    ...deps,
  });
  comparison.setParticipants(names.map((name) => participant(name)));
  return { comparison, waiting };
}

/** Resolves once it holds, at a change. */
function until(comparison: Comparison, holds: (now: ReturnType<Comparison['getSnapshot']>) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(comparison.getSnapshot())) return;
      stop();
      resolve();
    };
    const stop = comparison.subscribe(look);
    queueMicrotask(look);
  });
}
const settled = () => new Promise((resolve) => setTimeout(resolve));
const kinds = (comparison: Comparison) =>
  comparison.getSnapshot().columns.map(({ participant: { id }, answer }) => `${id} ${answer.kind}`);

describe('a comparison', () => {
  test('fills each column as its answer comes, and the table with it', async () => {
    const { comparison, waiting } = bench('carol', 'bob');
    comparison.ask(asked('{ a }'));
    await settled();
    waiting.find(({ who }) => who === 'bob')?.answer({ a: 2 });
    await until(comparison, ({ table }) => table.size === 1);
    expect(kinds(comparison)).toEqual(['carol waiting', 'bob answered']);
    waiting.find(({ who }) => who === 'carol')?.answer({ a: 1 });
    await until(comparison, ({ stage, table }) => stage.at === 'done' && table.root.differsWithin);
  });

  test('takes nothing of what was asked before', async () => {
    const { comparison, waiting } = bench('carol');
    comparison.ask(asked('{ old }'));
    await settled();
    comparison.ask(asked('{ new }'));
    await settled();
    waiting[0]?.answer({ old: 1 });
    waiting[1]?.answer({ new: 1 });
    await until(comparison, ({ table }) => table.size === 1);
    await settled();
    expect(comparison.getSnapshot().table.root.children.map(({ segment }) => segment)).toEqual([
      { kind: 'field', name: 'new' },
    ]);
  });

  test('leaves a table half built behind, however late that one would be done', async () => {
    // Every look at the clock is a step too long, so that each pauses, until it is let go on here.
    let time = 0;
    const paused: (() => void)[] = [];
    const pause = () => new Promise<void>((resolve) => paused.push(resolve));
    const { comparison, waiting } = benchWith({ now: () => (time += 100), pause }, 'carol');
    comparison.ask(asked('{ items }'));
    await settled();
    waiting[0]?.answer({ items: Array.from({ length: 120 }, (_each, index) => ({ id: index })) });
    await until(comparison, ({ stage }) => stage.at === 'done');
    expect(paused).toHaveLength(1);
    const stale = paused.splice(0);
    comparison.setOptions({ matchBy: { by: 'place' } });
    const goOn = async (steps: (() => void)[]) => {
      for (let next = steps.shift(); next !== undefined; next = steps.shift()) {
        next();
        // oxlint-disable-next-line no-await-in-loop -- a step after the other
        await settled();
        steps.push(...paused.splice(0));
      }
    };
    const matchedBy = () => comparison.getSnapshot().table.root.children[0]?.matchedBy;
    await goOn(paused.splice(0));
    expect(matchedBy()).toEqual({ by: 'place' });
    await goOn(stale);
    expect(matchedBy()).toEqual({ by: 'place' });
  });

  test('asks only who joins, keeps who is gone, and puts the reference first', async () => {
    const { comparison, waiting } = bench('carol', 'bob', 'eve');
    comparison.setTakesPart('eve', false);
    comparison.ask(asked('{ a }'));
    await settled();
    for (const { answer } of waiting) answer({ a: 1 });
    await until(comparison, ({ stage }) => stage.at === 'done');
    comparison.setTakesPart('eve', true);
    await settled();
    expect(waiting.map(({ who }) => who)).toEqual(['carol', 'bob', 'eve']);
    waiting[2]?.answer({ a: 1 });
    await until(comparison, ({ stage }) => stage.at === 'done');
    comparison.setReference('bob');
    comparison.setParticipants([participant('bob'), participant('eve')]);
    expect(kinds(comparison)).toEqual(['bob answered', 'carol answered', 'eve answered']);
  });

  test('sends nothing of a mutation before it is confirmed', async () => {
    const { comparison, waiting } = bench('carol', 'bob');
    comparison.ask(asked('mutation { a }'));
    await settled();
    expect(comparison.getSnapshot().stage).toEqual({ at: 'confirm' });
    expect(waiting).toHaveLength(0);
    comparison.confirm();
    await settled();
    expect(waiting.map(({ who }) => who)).toEqual(['carol']);
  });

  const problems: readonly (readonly [what: string, names: string[], asked: Asked, sentence: RegExp])[] = [
    ['nobody', [], asked('{ a }'), /choose at least one identity/],
    ['no operation', ['carol'], asked('fragment F on T { a }'), /no operation/],
    [
      'variables that are not JSON',
      ['carol'],
      asked('{ a }', { variables: '{ "a": 1,,}' }),
      /variables are not JSON \(.*line 1\)/,
    ],
    ['headers that are a list', ['carol'], asked('{ a }', { headers: '[1]' }), /headers are JSON, but no object/],
    ['code that does not arrive', ['carol'], asked('subscription { a }'), /did not arrive/],
  ];
  test.each(problems)('with %s is a sentence', async (_what, names, what, sentence) => {
    const { comparison, waiting } = bench(...names);
    comparison.ask(what);
    await until(comparison, ({ stage }) => stage.at === 'problem');
    expect(comparison.getSnapshot().stage).toMatchObject({ sentence: expect.stringMatching(sentence) as unknown });
    expect(waiting).toHaveLength(0);
  });
});
