/** Rows of the list of all configurations, and their filter. Pure. */
import type { ConfigSummary } from '../../shared/contract/configurations.ts';
import type { Device } from '../../shared/contract/devices.ts';
import { fieldIds, type FilterField, type FilterSpec } from '../filter/filter-spec.ts';
import { matchingRows } from '../filter/match-terms.ts';
import { parseTerms } from '../filter/parse-terms.ts';

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

const text = (id: string, label: string, of: (row: ConfigRow) => string | null): FilterField<ConfigRow> => ({
  id,
  label,
  kind: 'text',
  of,
  offered: true,
});

export const configFilter: FilterSpec<ConfigRow> = {
  fields: [
    text('site', 'Site', ({ device }) => device.site),
    text('vendor', 'Vendor', ({ device }) => device.vendor),
    text('model', 'Model', ({ device }) => device.model),
    text('profile', 'Profile', ({ summary }) => summary.profile),
  ],
  textOf: ({ words }) => words,
};

export function filterConfigs(rows: readonly ConfigRow[], filter: string): readonly ConfigRow[] {
  return matchingRows(parseTerms(filter, fieldIds(configFilter)), configFilter, rows);
}
