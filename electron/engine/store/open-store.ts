import './require-node.ts';
import type { Clock, Log } from '../../host/host.ts';
import type { ReadOnlyStore, Store } from './store.ts';

export { StoreOpenError } from './store-open-error.ts';
export type { StoreOpenCode } from './store-open-error.ts';
export type { LoadedNetwork, ReadOnlyStore, Store } from './store.ts';

export interface OpenStoreOptions {
  readonly file: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Version of the application: written into the file, named in messages. */
  readonly version: string;
}

/** Opens a network file for writing, making or migrating it as needed. Throws StoreOpenError. */
export function openStore(options: OpenStoreOptions): Promise<Store> {
  return Promise.reject(new Error(`not built yet: ${options.file}`));
}

/** Opens a network file to look at it, beside a running engine or without one. Throws StoreOpenError. */
export function openStoreReadOnly(options: OpenStoreOptions): Promise<ReadOnlyStore> {
  return Promise.reject(new Error(`not built yet: ${options.file}`));
}
