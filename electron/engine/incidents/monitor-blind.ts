/**
 * Tells "the network is down" from "this console is cut off": when at least 80 % of the devices that were up, and at least
 * three of them, fall silent within ten seconds (or one round of echoes, if that is longer), the console itself is the
 * likelier cause. When the console's own link is known to be down, nobody answering is enough. It ends as soon as fewer than that are silent.
 */
export interface BlindInput {
  /** First miss of every device that is suspect or silent. */
  readonly silentSinceMs: readonly number[];
  /** Whether any of these is beyond suspicion, so that one lost round does not blind. */
  readonly anyConfirmed: boolean;
  readonly answering: number;
  /** The console's own link or default gateway is down. */
  readonly localLinkDown: boolean;
  readonly icmpIntervalMs: number;
  readonly wasBlind: boolean;
}

const SHARE = 0.8;
const FEWEST = 3;
const WINDOW_MS = 10_000;

export function isBlind(input: BlindInput): boolean {
  // With the own link down it is sure as soon as nobody answers; who answers does so by another link of this computer.
  if (input.localLinkDown && input.answering === 0 && input.silentSinceMs.length > 0) return true;
  if (!input.anyConfirmed && !input.wasBlind) return false;
  const times = input.silentSinceMs.toSorted((a, b) => a - b);
  const together = input.wasBlind ? times.length : mostWithin(times, Math.max(WINDOW_MS, input.icmpIntervalMs));
  // Those that had been silent for long before were not "up": they count on neither side.
  const wereUp = input.answering + together;
  return together >= FEWEST && together >= SHARE * wereUp;
}

/** The most of these moments that lie within one window. */
function mostWithin(sorted: readonly number[], windowMs: number): number {
  let most = 0;
  let start = 0;
  for (const [end, atMs] of sorted.entries()) {
    while (atMs - (sorted[start] ?? atMs) > windowMs) start += 1;
    most = Math.max(most, end - start + 1);
  }
  return most;
}
