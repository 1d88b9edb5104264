/**
 * The log as far as it was read: newest first, older ones a page at a time as the reader scrolls on, new ones as they come.
 * New ones join the list only while its top is in sight; else they wait, counted, so that nothing moves under the reader.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LogEntry, LogFilter, LogPage, LogPlace } from '../../shared/contract/log.ts';
import { asFailure, type Failure } from '../state/use-action.ts';
import { withEntries } from './log-order.ts';

/** As many as a list needs to scroll. */
export const PAGE = 200;
/** The most that one list holds; beyond that a filter or the time bar leads further back. */
export const MOST_ENTRIES = 20_000;
/** What came lately is looked for so far back: states begin a little before they are certain. */
const LATELY_MS = 15 * 60_000;

export interface LogQuestion extends LogFilter {
  readonly fromMs: number;
  /** Only what is before; null follows now. */
  readonly toMs: number | null;
}

export interface LogRead {
  readonly entries: readonly LogEntry[];
  /** New ones that wait for the reader to come back to the top. */
  readonly waiting: readonly LogEntry[];
  /** More came than were counted: the list begins anew at the top. */
  readonly waitingMore: boolean;
  /** False until the first answer has come. */
  readonly ready: boolean;
  readonly loading: boolean;
  /** Nothing older is left. */
  readonly complete: boolean;
  /** How far back was looked. */
  readonly reachedMs: number | null;
  readonly failure: Failure | null;
}

export interface LogReading {
  readonly store: StoreApi<LogRead>;
  /** Reads on, until a page is full or the end has come. */
  readonly more: () => void;
  /** The log has something new. */
  readonly refresh: () => void;
  readonly setAtTop: (atTop: boolean) => void;
  /** Ends a long search; `more` takes it up again. */
  readonly stop: () => void;
  readonly close: () => void;
}

type Ask = (query: LogQuestionAsked, signal: AbortSignal) => Promise<LogPage>;

export interface LogQuestionAsked extends LogFilter {
  readonly fromMs: number;
  readonly toMs: number;
  readonly before?: LogPlace;
  readonly limit: number;
}

/** Later than every entry. */
export const END_MS = 8.64e15;

/** `shown`: what stands there until the first answer comes, so that nothing flickers. */
export function openLog(
  { toMs, ...question }: LogQuestion,
  { ask, now, shown }: { readonly ask: Ask; readonly now: () => number; readonly shown: readonly LogEntry[] },
): LogReading {
  const store = createStore<LogRead>(() => ({
    entries: shown,
    waiting: [],
    waitingMore: false,
    ready: false,
    loading: false,
    complete: false,
    reachedMs: null,
    failure: null,
  }));
  const closed = new AbortController();
  const range = { ...question, toMs: toMs ?? END_MS };
  /** Of what is shown or waits: a list of thousands is not gone through for each page. */
  let known = new Set<string>();
  let next: LogPlace | null = null;
  let search = new AbortController();
  let atTop = true;
  let refreshing = false;
  let again = false;

  function news(page: LogPage): readonly LogEntry[] {
    const fresh = page.entries.filter(({ id }) => !known.has(id));
    for (const { id } of fresh) known.add(id);
    return fresh;
  }

  const failed = (error: unknown): void => {
    if (!closed.signal.aborted) store.setState({ failure: asFailure(error) });
  };

  function take(page: LogPage): void {
    const { entries, ready } = store.getState();
    next = page.next;
    const fresh = news(page);
    const joined = ready ? withEntries(entries, fresh) : fresh;
    const complete = page.next === null;
    store.setState({ entries: joined, ready: true, complete, reachedMs: page.reachedMs, failure: null });
  }

  async function readOn(signal: AbortSignal): Promise<void> {
    for (let found = 0; found < PAGE;) {
      const { complete, entries, ready } = store.getState();
      if (complete || signal.aborted || (ready && entries.length >= MOST_ENTRIES)) return;
      // oxlint-disable-next-line no-await-in-loop -- each answer says where the next one begins
      const page = await ask({ ...range, limit: PAGE - found, ...(next === null ? {} : { before: next }) }, signal);
      if (signal.aborted) return;
      found += page.entries.length;
      take(page);
    }
  }

  function more(): void {
    if (store.getState().loading || closed.signal.aborted) return;
    const own = new AbortController();
    search = own;
    const signal = AbortSignal.any([own.signal, closed.signal]);
    store.setState({ loading: true });
    void readOn(signal)
      .catch((error: unknown) => signal.aborted || failed(error))
      .finally(() => {
        if (search === own) store.setState({ loading: false });
      });
  }

  /** From the newest on, as if it had just been opened; what is shown stays until the answer comes. */
  function beginAnew(): void {
    search.abort();
    known = new Set();
    next = null;
    store.setState({ waiting: [], waitingMore: false, ready: false, complete: false, loading: false });
    more();
  }

  function join(): void {
    const { entries, waiting, waitingMore } = store.getState();
    if (waitingMore) beginAnew();
    else if (waiting.length > 0) store.setState({ entries: withEntries(entries, waiting), waiting: [] });
  }

  /** What came lately, a page at most. */
  async function latest(): Promise<LogPage> {
    const fromMs = Math.max(range.fromMs, now() - LATELY_MS);
    return ask({ ...range, fromMs, limit: PAGE }, closed.signal);
  }

  async function readNew(): Promise<void> {
    const page = await latest();
    const { waiting, ready } = store.getState();
    if (!ready || closed.signal.aborted) return;
    const before = known.size;
    const fresh = news(page);
    const gap = fresh.length === PAGE && before > 0;
    // More than a page at once: what lies between is not known, and the list begins anew at its top.
    if (gap) store.setState({ waitingMore: true });
    store.setState({ waiting: withEntries(waiting, fresh), failure: null });
    if (atTop) join();
  }

  function refresh(): void {
    if (toMs !== null || closed.signal.aborted) return;
    if (refreshing) {
      again = true;
      return;
    }
    refreshing = true;
    void readNew()
      .catch(failed)
      .finally(() => {
        refreshing = false;
        const missed = again;
        again = false;
        if (missed) refresh();
      });
  }

  more();
  return {
    store,
    more,
    refresh,
    stop: () => search.abort(),
    close: () => closed.abort(),
    setAtTop: (value) => {
      atTop = value;
      if (value) join();
    },
  };
}
