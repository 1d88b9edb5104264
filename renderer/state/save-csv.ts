/** Hands a table to the host as a file that the reader chooses a place for. */
import { hostShell } from '../engine/shell.ts';
import { toastFailure } from './use-action.ts';

/** "trunkline-devices-2026-11-28-1503.csv", in the reader's time. */
function fileName(what: string, nowMs: number): string {
  const offsetMs = new Date(nowMs).getTimezoneOffset() * 60_000;
  const [date = '', time = ''] = new Date(nowMs - offsetMs).toISOString().split('T');
  const plain = what.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');
  return `trunkline-${plain}-${date}-${time.slice(0, 5).replace(':', '')}.csv`;
}

export function saveCsv(what: string, csv: string): void {
  const name = fileName(what, Date.now());
  hostShell()
    .saveFile({ name, text: csv })
    .catch((error: unknown) => toastFailure(`${name} was not written`, error));
}
