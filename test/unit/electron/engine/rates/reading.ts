import type { CounterReading } from '../../../../../shared/model/reading.ts';

/** A reading with quiet values; tests say only what matters to them. */
export const reading = (change: Partial<CounterReading> = {}): CounterReading => ({
  ifIndex: 1,
  name: 'eth0',
  description: 'eth0',
  alias: null,
  speedBps: 1_000_000_000,
  adminStatus: 'up',
  operStatus: 'up',
  discontinuity: 0,
  octetBits: 64,
  packetBits: 64,
  inOctets: 0n,
  outOctets: 0n,
  inPackets: 0n,
  outPackets: 0n,
  inErrors: 0n,
  outErrors: 0n,
  inDiscards: 0n,
  outDiscards: 0n,
  monotonicMs: 0,
  uptimeHundredths: 100_000,
  ...change,
});
