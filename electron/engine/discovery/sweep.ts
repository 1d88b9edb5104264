/** Asks a whole range by echo, a slice at a time, so that what answers can be read while the rest is still asked. */
import type { Pinger } from '../../host/host.ts';

const SLICE = 256;

/** `onSlice` gets the addresses of one slice that answered, and how many were asked so far. */
export async function sweep(
  pinger: Pinger,
  addresses: readonly string[],
  signal: AbortSignal,
  onSlice: (alive: readonly string[], done: number) => void,
): Promise<void> {
  for (let start = 0; start < addresses.length && !signal.aborted; start += SLICE) {
    const slice = addresses.slice(start, start + SLICE);
    const echoes = await pinger.ping(slice, { count: 1, withinMs: 1000, signal });
    onSlice(
      echoes.filter((echo) => echo.received > 0).map((echo) => echo.address),
      Math.min(start + SLICE, addresses.length),
    );
  }
}
