import { UNKNOWN, scaled } from './number-text.ts';

const RATE_UNITS = ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s', 'Pbit/s'] as const;
const PACKET_UNITS = ['packets/s', 'k packets/s', 'M packets/s', 'G packets/s'] as const;

/** 71812345678 gives "71.8 Gbit/s"; null gives "unknown". */
export function formatBits(bitsPerSecond: number | null): string {
  return bitsPerSecond === null ? UNKNOWN : scaled(bitsPerSecond, RATE_UNITS, 1000);
}

/** 14880 gives "14.9 k packets/s". */
export function formatPackets(packetsPerSecond: number | null): string {
  return packetsPerSecond === null ? UNKNOWN : scaled(packetsPerSecond, PACKET_UNITS, 1000);
}

/** A port's speed as people say it: "10 G", "2.5 G", "100 M". */
export function formatSpeed(bitsPerSecond: number | null): string {
  if (bitsPerSecond === null) return UNKNOWN;
  const units = ['bit', 'k', 'M', 'G', 'T'] as const;
  let rest = bitsPerSecond;
  let index = 0;
  while (rest >= 1000 && index < units.length - 1) {
    rest /= 1000;
    index += 1;
  }
  return `${Number(rest.toFixed(1))} ${units[index] ?? ''}`;
}
