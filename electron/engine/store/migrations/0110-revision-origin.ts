import type { Migration } from './migration.ts';

/**
 * Null in all of them for what was kept before: nobody wrote it down. The columns stand behind two long ones, so the index
 * holds them too: the list of all configurations is read from it alone.
 */
export const revisionOrigin: Migration = {
  number: 110,
  purpose: 'where a kept configuration came from, and how much of it is new',
  sql: `
    ALTER TABLE revisions ADD COLUMN profile TEXT;
    ALTER TABLE revisions ADD COLUMN why TEXT;
    ALTER TABLE revisions ADD COLUMN credential TEXT;
    ALTER TABLE revisions ADD COLUMN lines_added INTEGER;
    ALTER TABLE revisions ADD COLUMN lines_removed INTEGER;
    DROP INDEX revisions_by_device;
    CREATE INDEX revisions_by_device
      ON revisions (device_id, at_ms, id, profile, why, credential, lines_added, lines_removed);
  `,
};
