import type { EchoResult } from '../../host/host.ts';

/** What is left to say of an address that was not asked: `sent` 0, so that nobody takes it for loss. */
export const notAsked = (address: string, note: string): EchoResult => ({
  address,
  sent: 0,
  received: 0,
  rttMinMs: null,
  rttAvgMs: null,
  rttMaxMs: null,
  jitterMs: null,
  note,
});

/** Three decimals: nanoseconds of a round trip are noise of the clock. */
const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : rounded(values.reduce((sum, value) => sum + value, 0) / values.length);

/** Mean absolute difference of successive round trips; a lost probe between two of them does not count as a change. */
const jitter = (rttsMs: readonly number[]): number | null => {
  const changes = rttsMs.slice(1).map((rtt, index) => Math.abs(rtt - (rttsMs[index] ?? rtt)));
  return mean(changes);
};

/** Sums up one address. `probes` holds a round trip in milliseconds, or null for a lost probe, in the order of sending. */
export const echoResult = (address: string, probes: readonly (number | null)[], note: string | null): EchoResult => {
  const rttsMs = probes.filter((rtt) => rtt !== null);
  return {
    address,
    sent: probes.length,
    received: rttsMs.length,
    rttMinMs: rttsMs.length === 0 ? null : Math.min(...rttsMs),
    rttAvgMs: mean(rttsMs),
    rttMaxMs: rttsMs.length === 0 ? null : Math.max(...rttsMs),
    jitterMs: jitter(rttsMs),
    note,
  };
};
