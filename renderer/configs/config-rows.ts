/** Rows of the list of all configurations, and their filter. Pure. */
import type { ConfigSummary } from '../../shared/contract/configurations.ts';
import type { Device } from '../../shared/contract/devices.ts';

export interface ConfigRow {
  readonly summary: ConfigSummary;
  readonly device: Device;
  /** Name, address, site, vendor, model, profile in lower case: what the filter looks in. */
  readonly words: string;
}

export function configRows(
  summaries: readonly ConfigSummary[],
  devices: ReadonlyMap<number | string, Device>,
): ConfigRow[] {
  return summaries.flatMap((summary) => {
    const device = devices.get(summary.deviceId);
    if (device === undefined) return [];
    const { name, address, site, vendor, model } = device;
    const words = [name, address, site, vendor, model, summary.profile].filter((word) => word !== null).join(' ');
    return [{ summary, device, words: words.toLowerCase() }];
  });
}

export function filterConfigs(rows: readonly ConfigRow[], text: string): readonly ConfigRow[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => wanted.every((word) => row.words.includes(word)));
}
