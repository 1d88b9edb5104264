/** The log of the moment that the window shows: of now it follows what happens, of the past it ends at that moment. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LogFilter } from '../../shared/contract/log.ts';
import { call, useReconnections } from '../engine/connection.ts';
import { useReloadOn } from '../engine/use-reload-on.ts';
import { useLiveTopic } from '../engine/use-topic.ts';
import { usePast } from '../past/past-moment.ts';
import { usePlayhead } from '../state/playhead.ts';
import { openLog, type LogQuestion, type LogRead, type LogReading } from './log-reading.ts';

export type LogStretch = 'all' | 'bar';

const nothing: LogRead = {
  entries: [],
  waiting: [],
  waitingMore: false,
  ready: false,
  loading: true,
  complete: false,
  reachedMs: null,
  failure: null,
};
const noStore = createStore<LogRead>(() => nothing);

const startOf = (spanMs: number, endMs: number | null): number => Math.max(0, (endMs ?? Date.now()) - spanMs);

/** `null` toMs follows now. Of the past the moment counts that the other views show, too. */
export function useLogQuestion(filter: LogFilter, stretch: LogStretch): LogQuestion {
  const spanMs = usePlayhead((state) => state.spanMs);
  const endMs = usePlayhead((state) => state.endMs);
  const wantedMs = usePlayhead((state) => state.atMs);
  const shownMs = usePast((state) => state.moment?.atMs ?? null);
  const momentMs = wantedMs === null ? null : (shownMs ?? wantedMs);
  return useMemo(() => {
    const ends = [momentMs === null ? null : momentMs + 1, stretch === 'bar' ? endMs : null];
    const known = ends.filter((end) => end !== null);
    const toMs = known.length === 0 ? null : Math.min(...known);
    // What it began with at the time of asking: a stretch that moves on does not read all anew.
    const fromMs = stretch === 'all' ? 0 : startOf(spanMs, endMs);
    return { ...filter, fromMs, toMs };
  }, [filter, stretch, spanMs, endMs, momentMs]);
}

export interface Log extends LogRead {
  readonly reading: LogReading | null;
}

export function useLog(question: LogQuestion): Log {
  const reconnections = useReconnections();
  const [reading, setReading] = useState<LogReading | null>(null);
  const shown = useRef<LogRead['entries']>([]);
  useEffect(() => {
    const opened = openLog(question, {
      ask: (query, signal) => call('log.read', query, { signal }),
      now: Date.now,
      shown: shown.current,
    });
    setReading(opened);
    return () => opened.close();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new connection may lead to another state of the file
  }, [question, reconnections]);
  const read = useStore(reading?.store ?? noStore);
  useEffect(() => {
    shown.current = read.entries;
  }, [read.entries]);
  const { version } = useLiveTopic('log', {});
  useReloadOn(
    version,
    useCallback(() => reading?.refresh(), [reading]),
  );
  return { ...read, reading };
}
