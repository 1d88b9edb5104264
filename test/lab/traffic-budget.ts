/** Ethernet 14, IPv4 20, UDP 8: what Linux counts in an interface's octets beside the payload (no frame check, no preamble). */
const HEADER_BYTES = 42;
const PAYLOAD_BYTES = 1400;

export interface TrafficBudget {
  readonly packets: number;
  readonly payloadBytes: number;
  readonly wireBytes: number;
}

/** How many packets make the wanted load, headers included. */
export const trafficBudget = (bitsPerSecond: number, seconds: number): TrafficBudget => {
  const wireBytes = PAYLOAD_BYTES + HEADER_BYTES;
  return { packets: Math.round((bitsPerSecond * seconds) / 8 / wireBytes), payloadBytes: PAYLOAD_BYTES, wireBytes };
};
