import type { Migration } from './migration.ts';

/** Events keep no reference: their words stay true after the device is gone. */
export const history: Migration = {
  number: 30,
  purpose: 'states as intervals, incidents, events',
  sql: `
    CREATE TABLE states (
      id INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, subject_id INTEGER NOT NULL, state TEXT NOT NULL,
      because TEXT, from_ms INTEGER NOT NULL, to_ms INTEGER
    ) STRICT;
    CREATE INDEX states_by_subject ON states (subject, subject_id, from_ms);
    CREATE INDEX states_by_end ON states (to_ms, from_ms);
    CREATE TABLE incidents (
      id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, severity TEXT NOT NULL, title TEXT NOT NULL,
      device_id INTEGER REFERENCES devices (id) ON DELETE CASCADE,
      interface_id INTEGER REFERENCES interfaces (id) ON DELETE SET NULL,
      link_id INTEGER REFERENCES links (id) ON DELETE SET NULL, site TEXT, affected TEXT NOT NULL,
      opened_at_ms INTEGER NOT NULL, closed_at_ms INTEGER, acknowledged_at_ms INTEGER, acknowledged_by TEXT
    ) STRICT;
    CREATE INDEX incidents_by_device ON incidents (device_id);
    CREATE INDEX incidents_by_interface ON incidents (interface_id);
    CREATE INDEX incidents_by_link ON incidents (link_id);
    CREATE INDEX incidents_by_end ON incidents (closed_at_ms, opened_at_ms);
    CREATE INDEX incidents_by_start ON incidents (opened_at_ms);
    CREATE TABLE incident_notes (
      id INTEGER PRIMARY KEY AUTOINCREMENT, incident_id INTEGER NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
      at_ms INTEGER NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX incident_notes_by_incident ON incident_notes (incident_id, at_ms);
    CREATE TABLE incident_reasons (
      id INTEGER PRIMARY KEY AUTOINCREMENT, incident_id INTEGER NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
      at_ms INTEGER NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, weight INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX incident_reasons_by_incident ON incident_reasons (incident_id, at_ms);
    CREATE TABLE events (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, kind TEXT NOT NULL, device_id INTEGER,
      interface_id INTEGER, text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX events_by_time ON events (at_ms, id);
    CREATE INDEX events_by_device ON events (device_id, at_ms);
  `,
};
