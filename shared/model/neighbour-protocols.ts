/** Discovery protocols that neighbours are heard by, from sure to less sure, with their names in full. */
export const NEIGHBOUR_PROTOCOLS = {
  LLDP: 'Link Layer Discovery Protocol, IEEE 802.1AB',
  CDP: 'Cisco Discovery Protocol',
  ISDP: 'Industry Standard Discovery Protocol: CDP of switches with Broadcom FASTPATH software',
  FDP: 'Foundry Discovery Protocol: Brocade and Ruckus',
  EDP: 'Extreme Discovery Protocol',
  NDP: 'Neighbor Discovery Protocol of Huawei and H3C',
  SONMP: 'SynOptics Network Management Protocol: Nortel, Avaya and Extreme ERS and VOSS',
  MNDP: 'MikroTik Neighbor Discovery Protocol',
} as const;

export type NeighbourProtocol = keyof typeof NEIGHBOUR_PROTOCOLS;

export const NEIGHBOUR_PROTOCOL_WORDS = Object.keys(NEIGHBOUR_PROTOCOLS) as readonly NeighbourProtocol[];

/** Its name in full; the word itself where nobody knows it (a file of a newer version). */
export const protocolTitle = (word: string): string =>
  (NEIGHBOUR_PROTOCOLS as Readonly<Record<string, string>>)[word.toUpperCase()] ?? word;

/** Each once, in the order above; words of a newer version last. */
export const inProtocolOrder = (words: readonly string[]): string[] => {
  const known: readonly string[] = NEIGHBOUR_PROTOCOL_WORDS;
  const strangers = words.filter((word) => !known.includes(word));
  return [...known.filter((word) => words.includes(word)), ...new Set(strangers)];
};

/** How far its tables were read: to their end, in part, or not there. */
export type TableRun = 'complete' | 'partial' | 'absent';

/** A protocol that stands nowhere here was not asked for. */
export type NeighbourRuns = Readonly<Partial<Record<NeighbourProtocol, TableRun>>>;
