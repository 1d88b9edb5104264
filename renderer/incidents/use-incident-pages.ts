/** All incidents that the file holds, page by page, newest first. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Incident } from '../../shared/contract/incidents.ts';
import { call, useReconnections } from '../engine/connection.ts';
import { asFailure, type Failure } from '../state/use-action.ts';
import { useLastDeed } from './incident-deeds.ts';

const PAGE = 500;
/** The most that one answer holds. */
const MOST = 5000;
/** Later than every incident. */
const END_MS = 8.64e15;

interface Read {
  readonly items: readonly Incident[];
  /** The last page has come. */
  readonly complete: boolean;
  readonly loading: boolean;
  readonly failure: Failure | null;
}

export interface IncidentPages extends Read {
  /** Asks for the next page; nothing while one is under way or none is left. */
  readonly more: () => void;
}

interface Reading {
  readonly store: StoreApi<Read>;
  readonly more: () => void;
  /** Reads anew what was read: something was done to it. */
  readonly again: () => void;
  readonly follow: () => () => void;
}

const nothing: Read = { items: [], complete: false, loading: false, failure: null };
const noStore = createStore<Read>(() => nothing);
const noMore = (): void => undefined;

function openReading(): Reading {
  const store = createStore<Read>(() => nothing);
  let followed = false;
  const ask = (limit: number, last: Incident | undefined, take: (page: readonly Incident[]) => Partial<Read>): void => {
    if (store.getState().loading) return;
    store.setState({ loading: true, failure: null });
    const before = last === undefined ? {} : { before: { openedAtMs: last.openedAtMs, id: last.id } };
    call('incident.list', { fromMs: 0, toMs: END_MS, limit, ...before }).then(
      (page) => {
        if (followed) store.setState({ loading: false, ...take(page) });
      },
      (error: unknown) => store.setState({ loading: false, failure: asFailure(error) }),
    );
  };
  const more = (): void => {
    const { items, complete } = store.getState();
    if (complete) return;
    ask(PAGE, items.at(-1), (page) => ({ items: [...items, ...page], complete: page.length < PAGE }));
  };
  const again = (): void => {
    const { items } = store.getState();
    const count = Math.min(items.length, MOST);
    if (count > 0) ask(count, undefined, (page) => ({ items: [...page, ...items.slice(count)] }));
  };
  const follow = (): (() => void) => {
    followed = true;
    more();
    return () => {
      followed = false;
    };
  };
  return { store, more, again, follow };
}

/** With `wanted` false nothing is asked, and what was read is forgotten. */
export function useIncidentPages(wanted: boolean): IncidentPages {
  const reconnections = useReconnections();
  // oxlint-disable-next-line react/exhaustive-deps -- a new connection may lead to another state of the file
  const reading = useMemo(() => (wanted ? openReading() : null), [wanted, reconnections]);
  useEffect(() => reading?.follow(), [reading]);
  const deed = useLastDeed((state) => state.deed);
  useEffect(() => reading?.again(), [reading, deed]);
  return { ...useStore(reading?.store ?? noStore), more: reading?.more ?? noMore };
}
