/**
 * Where a port sits, out of its name: "1/23", "1:7", "1/22/1", "ifc24 (Slot: 1 Port: 24)", "… Unit 1 Port 24". For protocols that tell
 * ports by number of slot and port only.
 */
const PATTERNS: readonly RegExp[] = [
  /(?:slot|unit):?\s{0,4}(\d{1,4})[\s,]{0,4}port:?\s{0,4}(\d{1,4})\)?$/i,
  /^(?:port\s{0,4})?(\d{1,4})[/:](\d{1,4})(?:[/:](\d{1,4}))?$/i,
];

/** "1/23" or, of a channel of a port, "1/22/1"; null where the text does not say it. */
export function slotAndPort(text: string | null): string | null {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text?.trim() ?? '');
    if (match !== null)
      return match
        .slice(1)
        .filter((part) => part !== undefined)
        .map(Number)
        .join('/');
  }
  return null;
}
