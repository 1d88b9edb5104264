/** Compares two configurations in a worker, so that the page stays alive however little they have in common. */
import { useEffect, useState } from 'react';
import type { ConfigLines, DiffRow } from './diff-rows.ts';

export interface Comparison {
  /** Null while it is being made. */
  readonly rows: readonly DiffRow[] | null;
  readonly error: string | null;
}

const NOTHING: Comparison = { rows: null, error: null };

export function useDiff(older: ConfigLines | undefined, newer: ConfigLines | undefined): Comparison {
  const [made, setMade] = useState<Comparison & { readonly older?: ConfigLines; readonly newer?: ConfigLines }>(
    NOTHING,
  );
  useEffect(() => {
    if (older === undefined || newer === undefined) return undefined;
    const worker = new Worker(new URL('./diff-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<readonly DiffRow[]>) =>
      setMade({ rows: event.data, error: null, older, newer }),
    );
    worker.addEventListener('error', (event) =>
      setMade({ rows: null, error: `These two could not be compared: ${event.message}`, older, newer }),
    );
    worker.postMessage({ older, newer });
    return () => worker.terminate();
  }, [older, newer]);
  return made.older === older && made.newer === newer ? made : NOTHING;
}
