import type { EventRow, InterfaceSampleRow } from '../../../electron/engine/store/rows.ts';
import { interfaceSample, START_MS } from '../../helpers/store.ts';

const MINUTE_MS = 60_000;
export const ROUND_MS = 40 * MINUTE_MS;
export const INTERFACES: readonly number[] = Array.from({ length: 20 }, (_, index) => index + 1);

/** What the writing process writes in a round: the same each time it is asked. */
export const roundOf = (round: number): { samples: InterfaceSampleRow[]; event: EventRow } => {
  const fromMs = START_MS + round * ROUND_MS;
  const samples = INTERFACES.flatMap((id) =>
    Array.from({ length: 40 }, (_, minute) =>
      interfaceSample(id, fromMs + minute * MINUTE_MS, { inBps: round * 1000 + minute, outBps: id }),
    ),
  );
  const event = {
    id: round + 1,
    atMs: fromMs,
    kind: 'round.done',
    deviceId: 1,
    interfaceId: null,
    incidentId: null,
    text: `${round}`,
  };
  return { samples, event };
};
