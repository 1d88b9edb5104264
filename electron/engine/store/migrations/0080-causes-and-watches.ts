import type { Migration } from './migration.ts';

/** `watches`: stretches in which an engine watched this network, so that what is not known of a moment can be told. */
export const causesAndWatches: Migration = {
  number: 80,
  purpose: 'causes that people assign to incidents, and when the network was watched',
  sql: `
    ALTER TABLE incidents ADD COLUMN cause TEXT;
    ALTER TABLE incidents ADD COLUMN cause_text TEXT;
    ALTER TABLE incidents ADD COLUMN cause_by TEXT;
    ALTER TABLE incidents ADD COLUMN cause_at_ms INTEGER;
    CREATE TABLE watches (
      id INTEGER PRIMARY KEY AUTOINCREMENT, from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX watches_by_start ON watches (from_ms);
  `,
};
