import type { ReactNode } from 'react';
import { formatAge } from '../../shared/units/durations.ts';
import { formatMoment, formatUtc } from './format-time.ts';
import { useMoment, useNow } from './use-now.ts';

export interface TimeProps {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly seconds?: boolean | undefined;
}

/** A moment in the reader's zone; UTC on hover. */
export function Time({ atMs, seconds = false }: TimeProps): ReactNode {
  const nowMs = useNow(60_000);
  return (
    <time className="num" dateTime={new Date(atMs).toISOString()} title={formatUtc(atMs)}>
      {formatMoment(atMs, nowMs, seconds)}
    </time>
  );
}

/** How long ago, or how long until `untilMs`; counts by itself, to the moment that is shown. */
export function Age({ sinceMs, untilMs }: { readonly sinceMs: number; readonly untilMs?: number | null }): ReactNode {
  const nowMs = useMoment();
  return (
    <span className="num" title={formatUtc(sinceMs)}>
      {formatAge((untilMs ?? nowMs) - sinceMs)}
    </span>
  );
}
