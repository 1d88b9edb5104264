import type { Migration } from './migration.ts';

/** Nobody chose for a device of an older file: every credential may be tried, as it was. */
export const chosenCredentials: Migration = {
  number: 170,
  purpose: 'which credentials a person chose for each device',
  sql: 'ALTER TABLE devices ADD COLUMN chosen_credential_ids TEXT;',
};
