/** Looks for a text in the newest configuration of every device, slice by slice: shown as found, and ended by asking no more. */
import { useEffect, useState } from 'react';
import type { ConfigMatch } from '../../shared/contract/configurations.ts';
import { call } from '../engine/connection.ts';
import { asFailure, type Failure } from '../state/use-action.ts';

export interface ConfigSearchState {
  readonly matches: readonly ConfigMatch[];
  /** Configurations that were looked through. */
  readonly searched: number;
  readonly state: 'running' | 'done' | 'full' | 'failed';
  readonly failure: Failure | null;
}

/** So many devices are more than anybody reads. */
export const MOST_DEVICES = 300;
const SHORTEST_TEXT = 2;
const WAIT_MS = 200;

const BEGINNING: ConfigSearchState = { matches: [], searched: 0, state: 'running', failure: null };

async function searchAll(
  text: string,
  signal: AbortSignal,
  onFound: (state: ConfigSearchState) => void,
): Promise<void> {
  let found = BEGINNING;
  let after: number | null = 0;
  while (after !== null && !signal.aborted) {
    const slice: Awaited<ReturnType<typeof call<'config.search'>>> = await call('config.search', {
      text,
      afterDeviceId: after,
    });
    after = slice.next;
    const matches = [...found.matches, ...slice.matches];
    const isFull = matches.length >= MOST_DEVICES && after !== null;
    const state = isFull ? 'full' : after === null ? 'done' : 'running';
    found = {
      matches: matches.slice(0, MOST_DEVICES),
      searched: found.searched + slice.searched,
      state,
      failure: null,
    };
    if (isFull) after = null;
    if (!signal.aborted) onFound(found);
  }
}

/** Null while the text is too short to look for. */
export function useConfigSearch(text: string): ConfigSearchState | null {
  const wanted = text.trim();
  const [answer, setAnswer] = useState<{ readonly text: string; readonly found: ConfigSearchState } | null>(null);
  useEffect(() => {
    if (wanted.length < SHORTEST_TEXT) return undefined;
    const cancel = new AbortController();
    const start = window.setTimeout(() => {
      searchAll(wanted, cancel.signal, (found) => setAnswer({ text: wanted, found })).catch((error: unknown) => {
        if (cancel.signal.aborted) return;
        setAnswer({ text: wanted, found: { ...BEGINNING, state: 'failed', failure: asFailure(error) } });
      });
    }, WAIT_MS);
    return () => {
      window.clearTimeout(start);
      cancel.abort();
    };
  }, [wanted]);
  if (wanted.length < SHORTEST_TEXT) return null;
  return answer?.text === wanted ? answer.found : BEGINNING;
}
