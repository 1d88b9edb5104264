/** Round trips in milliseconds in the order of sending, null for a lost probe, and what ICMP said of the target. */
export interface FpingAnswer {
  readonly probes: readonly (number | null)[];
  readonly note: string | null;
}

// "127.0.0.1  : 0.053 - 0.043", the summary of fping -C
const SUMMARY = /^(\S{1,64}) {0,64}: ((?:-|[0-9.]{1,16})(?: (?:-|[0-9.]{1,16}))*)$/;
// "ICMP Host Unreachable from 10.0.0.1 for ICMP Echo sent to 10.0.0.9"
const ICMP_ERROR = /^(ICMP [^\n]{1,80}?) from (\S{1,64}) for ICMP Echo sent to (\S{1,64})(?: \([^)]{1,80}\))?$/;

const milliseconds = (word: string): number | null => {
  const value = word === '-' ? Number.NaN : Number(word);
  return Number.isFinite(value) ? value : null;
};

/** Reads what `fping -C` writes to its error stream (summaries and ICMP errors; without -q, which would hide the errors). */
export const parseFping = (text: string): ReadonlyMap<string, FpingAnswer> => {
  const notes = new Map<string, string>();
  const probes = new Map<string, readonly (number | null)[]>();
  for (const line of text.split('\n')) {
    const error = ICMP_ERROR.exec(line);
    if (error !== null) {
      notes.set(error[3] ?? '', `${error[1]} from ${error[2]}`);
      continue;
    }
    const summary = SUMMARY.exec(line.trimEnd());
    if (summary !== null) probes.set(summary[1] ?? '', (summary[2] ?? '').split(' ').map(milliseconds));
  }
  return new Map([...probes].map(([address, list]) => [address, { probes: list, note: notes.get(address) ?? null }]));
};
