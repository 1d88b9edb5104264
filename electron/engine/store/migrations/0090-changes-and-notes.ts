import type { Migration } from './migration.ts';

/** What changed in a day must not be looked for among all that happened, nor the notes of a shift among all ever written. */
export const changesAndNotes: Migration = {
  number: 90,
  purpose: 'events by kind, notes by time',
  sql: `
    CREATE INDEX events_by_kind ON events (kind, at_ms);
    CREATE INDEX incident_notes_by_time ON incident_notes (at_ms, incident_id);
  `,
};
