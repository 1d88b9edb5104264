/** Notes, causes and saved configurations of the stretch shown, as small marks on the axis. */
import { useEffect } from 'react';
import type { NetworkEvent } from '../../shared/contract/incidents.ts';
import { useCall } from '../engine/use-call.ts';
import { useLiveTopic } from '../engine/use-topic.ts';

const KINDS = ['incident.noted', 'incident.cause', 'config.saved'];
/** More marks than the bar has pixels for are no use. */
const LIMIT = 500;
const STEPS_A_STRETCH = 60;
const NONE: readonly NetworkEvent[] = [];

/** Asked anew when the stretch has moved by a little, and when a note or a cause came to an incident. */
export function useMarks(fromMs: number, toMs: number): readonly NetworkEvent[] {
  const stepMs = Math.max(60_000, Math.round((toMs - fromMs) / STEPS_A_STRETCH));
  const { items } = useLiveTopic('incidents', {});
  const written = items.reduce((sum, { notes, cause }) => sum + notes + (cause?.atMs ?? 0), 0);
  const range = {
    fromMs: Math.max(0, Math.floor(fromMs / stepMs) * stepMs),
    toMs: Math.ceil(toMs / stepMs) * stepMs,
  };
  const { data, reload } = useCall('event.list', { ...range, kinds: KINDS, limit: LIMIT });
  useEffect(reload, [written, reload]);
  return data ?? NONE;
}
