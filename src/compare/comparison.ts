// The comparison of one tab: what was asked, who takes part, what has come of it, and the table made of that. Asking anew leaves
// behind whatever still comes of before. Draws nothing, and knows no session.

import type { Operation } from '../appsync/http.ts';
import { answerTable, buildAnswerTable, defaultOptions, type AnswerTable, type TableOptions } from './answer-table.ts';
import type { ToListenTo } from './browser-listening.ts';
import type { Asked } from './comparisons.ts';
import { jsonObjectFrom } from './json-object.ts';
import type { Listening, Timeline } from './listening.ts';
import type { Participant } from './participant.ts';
import { emptyColumn, runComparison, withoutAuthorization, type Column } from './run-comparison.ts';
import { operationAt, type MeantOperation } from './which-operation.ts';

export type ComparisonStage =
  /** Nothing was sent, and the sentence says why. */
  | { readonly at: 'problem'; readonly sentence: string }
  /** It changes something: the person has not said yes yet. */
  | { readonly at: 'confirm' }
  | { readonly at: 'running' }
  /** A subscription is open as each of them. */
  | { readonly at: 'listening' }
  | { readonly at: 'done' }
  | { readonly at: 'stopped' };

export interface ComparisonSnapshot {
  readonly stage: ComparisonStage;
  /** Undefined where no operation could be found. */
  readonly operation: MeantOperation | undefined;
  readonly asked: Asked | undefined;
  /** ms of the wall clock. */
  readonly startedAt: number;
  /** Headers of the tab's own that were left out, since they would say who asks. */
  readonly leftOut: readonly string[];
  /** Who could take part, the reference first. */
  readonly participants: readonly Participant[];
  /** Ids of those who do not. */
  readonly excluded: ReadonlySet<string>;
  /** Of those who do, in order. */
  readonly columns: readonly Column[];
  readonly table: AnswerTable;
  readonly options: TableOptions;
  /** Of a subscription, in place of columns and table. */
  readonly timeline: Timeline | undefined;
}

export interface Comparison {
  readonly getSnapshot: () => ComparisonSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** The same `asked` again does nothing. */
  readonly ask: (asked: Asked) => void;
  readonly askAgain: () => void;
  readonly confirm: () => void;
  readonly stop: () => void;
  readonly setParticipants: (participants: readonly Participant[]) => void;
  readonly setTakesPart: (id: string, takesPart: boolean) => void;
  readonly setAllTakePart: (takePart: boolean) => void;
  /** The others are compared with it. */
  readonly setReference: (id: string) => void;
  readonly setOptions: (options: Partial<TableOptions>) => void;
}

export interface ComparisonDeps {
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  /** A monotonic clock, in ms. */
  readonly now: () => number;
  /** ms of the wall clock. */
  readonly clock: () => number;
  /** Lets the page do something else. */
  readonly pause: () => Promise<void>;
  /** Rejects where the code for it does not arrive. */
  readonly loadListen: () => Promise<(what: ToListenTo) => Listening>;
}

const emptyTable = answerTable([]);
/** A frame has sixteen. */
const longestStep = 8;

export function createComparison({ endpoint, fetch, now, clock, pause, loadListen }: ComparisonDeps): Comparison {
  const listeners = new Set<() => void>();
  let state: ComparisonSnapshot = {
    stage: { at: 'problem', sentence: 'Nothing was compared yet.' },
    operation: undefined,
    asked: undefined,
    startedAt: 0,
    leftOut: [],
    participants: [],
    excluded: new Set(),
    columns: [],
    table: emptyTable,
    options: defaultOptions,
    timeline: undefined,
  };
  let listening: Listening | undefined;
  let request: { readonly operation: Operation; readonly headers: Readonly<Record<string, string>> } | undefined;
  let controller = new AbortController();
  let building = 0;
  let reference: string | undefined;

  function set(change: Partial<ComparisonSnapshot>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  const takingPart = () => state.participants.filter(({ id }) => !state.excluded.has(id));

  function ask(asked: Asked): void {
    if (asked === state.asked) return;
    controller.abort();
    controller = new AbortController();
    building += 1;
    request = undefined;
    listening?.stop();
    listening = undefined;
    const empty = { asked, columns: [], table: emptyTable, leftOut: [], operation: undefined, timeline: undefined };
    const which = operationAt(asked.query, asked.cursor);
    if (!which.ok) return set({ ...empty, stage: { at: 'problem', sentence: which.sentence } });
    const { operation } = which;
    const variables = jsonObjectFrom(asked.variables, 'variables');
    const headers = jsonObjectFrom(asked.headers, 'headers');
    const unread = [variables, headers].find((each) => !each.ok);
    if (unread?.ok === false) {
      return set({ ...empty, operation, stage: { at: 'problem', sentence: unread.sentence } });
    }
    const own = Object.fromEntries(
      Object.entries(headers.ok ? headers.value : {}).map(([name, value]) => [name, String(value)]),
    );
    const kept = withoutAuthorization(own);
    request = {
      operation: { query: asked.query, variables: variables.ok ? variables.value : {}, operationName: operation.name },
      headers: kept,
    };
    set({ ...empty, operation, leftOut: Object.keys(own).filter((name) => !(name in kept)) });
    if (operation.kind === 'mutation') set({ stage: { at: 'confirm' } });
    else start();
  }

  function start(): void {
    const participants = takingPart();
    if (participants.length === 0) {
      set({ stage: { at: 'problem', sentence: 'Nobody takes part: choose at least one identity above.' } });
      return;
    }
    if (state.operation?.kind === 'subscription') {
      void listen();
      return;
    }
    set({ stage: { at: 'running' }, startedAt: clock(), columns: participants.map(emptyColumn) });
    void run(participants, state.operation?.kind === 'mutation');
  }

  async function run(participants: readonly Participant[], inTurn: boolean): Promise<void> {
    if (request === undefined) return;
    const { signal } = controller;
    const onAnswer = (_index: number, column: Column) => {
      const columns = state.columns.map((each) => (each.participant.id === column.participant.id ? column : each));
      set({ columns });
      void rebuild();
    };
    await runComparison({ endpoint, ...request, participants, inTurn, signal, fetch, now, onAnswer });
    if (signal.aborted || state.columns.some(({ answer }) => answer.kind === 'waiting')) return;
    set({ stage: { at: 'done' } });
  }

  async function listen(): Promise<void> {
    const { signal } = controller;
    set({ stage: { at: 'listening' }, startedAt: clock(), timeline: { listeners: [], events: [] } });
    try {
      const listenTo = await loadListen();
      if (signal.aborted || request === undefined) return;
      const onChange = (timeline: Timeline) => {
        if (!signal.aborted || state.stage.at === 'stopped') set({ timeline });
      };
      listening = listenTo({ endpoint, ...request, onChange });
      listening.setParticipants(takingPart());
    } catch {
      set({ stage: { at: 'problem', sentence: noCode } });
    }
  }

  /** In steps; the newest answers and options count, whatever is half built. */
  async function rebuild(): Promise<void> {
    building += 1;
    const mine = building;
    const steps = buildAnswerTable(
      state.columns.map(({ answer }) => answer),
      state.options,
    );
    let began = now();
    for (;;) {
      const step = steps.next();
      if (step.done) {
        set({ table: step.value });
        return;
      }
      if (now() - began < longestStep) continue;
      // oxlint-disable-next-line no-await-in-loop -- that it waits is the point
      await pause();
      if (mine !== building) return;
      began = now();
    }
  }

  /** The columns follow who takes part and in which order; answers that are there stay. */
  function align(): void {
    if (state.stage.at === 'problem' || state.stage.at === 'confirm') return;
    if (state.timeline !== undefined) {
      if (state.stage.at === 'listening') listening?.setParticipants(takingPart());
      return;
    }
    const before = new Map(state.columns.map((column) => [column.participant.id, column]));
    const columns = takingPart().map((participant) => {
      const column = before.get(participant.id);
      return column === undefined ? emptyColumn(participant) : { ...column, participant };
    });
    const added = columns.flatMap(({ participant }) => (before.has(participant.id) ? [] : [participant]));
    set({ columns });
    void rebuild();
    // Who joins a mutation is asked for again, as the others were.
    if (added.length === 0 || state.operation?.kind !== 'query') return;
    if (controller.signal.aborted) controller = new AbortController();
    set({ stage: { at: 'running' } });
    void run(added, false);
  }

  function inOrder(participants: readonly Participant[]): readonly Participant[] {
    const first = participants.find(({ id }) => id === reference);
    return first === undefined ? participants : [first, ...participants.filter((each) => each !== first)];
  }

  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask,
    askAgain: () => {
      if (state.asked !== undefined) ask({ ...state.asked });
    },
    confirm: () => {
      if (state.stage.at === 'confirm') start();
    },
    stop: () => {
      controller.abort();
      listening?.stop();
      const columns = state.columns.map((column) =>
        column.answer.kind === 'waiting'
          ? { ...column, answer: { kind: 'none', short: 'stopped', sentence: stoppedSentence } as const }
          : column,
      );
      set({ columns, stage: { at: 'stopped' } });
      void rebuild();
    },
    setParticipants: (participants) => {
      set({ participants: inOrder(participants) });
      // Who has signed out since keeps what came; nobody new is asked unasked.
      const there = new Set(participants.map(({ id }) => id));
      const gone = state.columns
        .filter(({ participant }) => !there.has(participant.id))
        .map(({ participant }) => participant);
      // Who is gone hears nothing more.
      if (state.stage.at === 'listening') listening?.setParticipants(takingPart());
      if (gone.length > 0) set({ participants: inOrder([...participants, ...gone]) });
    },
    setTakesPart: (id, takesPart) => {
      const excluded = new Set(state.excluded);
      if (takesPart) excluded.delete(id);
      else excluded.add(id);
      set({ excluded });
      align();
    },
    setAllTakePart: (takePart) => {
      set({ excluded: new Set(takePart ? [] : state.participants.map(({ id }) => id)) });
      align();
    },
    setReference: (id) => {
      reference = id;
      set({ participants: inOrder(state.participants) });
      align();
    },
    setOptions: (options) => {
      set({ options: { ...state.options, ...options } });
      void rebuild();
    },
  };
}

const stoppedSentence = 'It was stopped before an answer came.';
const noCode =
  'Nothing was sent: the page’s code for subscriptions did not arrive. See that npm start is running, then ask again.';
