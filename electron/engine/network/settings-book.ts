/** The settings of this network file: standard values, overlaid with what a person changed. Changes act at once. */
import {
  settingsValues,
  standardSettings,
  type Settings,
  type SettingsValues,
} from '../../../shared/contract/settings.ts';
import { Collection } from './collection.ts';
import type { Network } from './network.ts';

/** Fields that are absent or undefined stay as they are. */
export type SettingsChange = { readonly [K in keyof SettingsValues]?: SettingsValues[K] | undefined };

export class SettingsBook {
  readonly items = new Collection<Settings>();
  readonly #network: Network;
  readonly #listeners = new Set<(values: SettingsValues) => void>();
  #values: SettingsValues;

  constructor(network: Network) {
    this.#network = network;
    const kept = [...network.settings.all()].flatMap((row) => readKept(row.id, row.value));
    this.#values = settingsValues.parse({ ...standardSettings, ...Object.assign({}, ...kept) });
    this.items.put([{ id: 'settings', ...this.#values }]);
  }

  get values(): SettingsValues {
    return this.#values;
  }

  change(change: SettingsChange): void {
    const known = Object.entries(change).filter(([, value]) => value !== undefined);
    this.#values = settingsValues.parse({ ...this.#values, ...Object.fromEntries(known) });
    this.#network.settings.put(known.map(([id, value]) => ({ id, value: JSON.stringify(value) })));
    this.items.put([{ id: 'settings', ...this.#values }]);
    for (const listener of this.#listeners) listener(this.#values);
  }

  /** Lets these ranges be asked, beside those that are allowed already. */
  allow(ranges: readonly string[]): void {
    const missing = ranges.filter((range) => !this.#values.allowedRanges.includes(range));
    if (missing.length > 0) this.change({ allowedRanges: [...this.#values.allowedRanges, ...missing] });
  }

  onChange(listener: (values: SettingsValues) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** A kept value that this version does not accept any more falls back to the standard, alone. */
function readKept(id: string, value: string): Record<string, unknown>[] {
  if (!Object.hasOwn(settingsValues.shape, id)) return [];
  const one = settingsValues.partial().safeParse({ [id]: parsed(value) });
  return one.success ? [{ [id]: (one.data as Record<string, unknown>)[id] }] : [];
}

/** Undefined for what is no JSON. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}
