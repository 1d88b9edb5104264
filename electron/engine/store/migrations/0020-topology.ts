import type { Migration } from './migration.ts';

export const topology: Migration = {
  number: 20,
  purpose: 'evidence of neighbours, and links as intervals',
  sql: `
    CREATE TABLE evidence (
      id INTEGER PRIMARY KEY AUTOINCREMENT, device_id INTEGER NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
      protocol TEXT NOT NULL, local_interface_id INTEGER REFERENCES interfaces (id) ON DELETE SET NULL, local_port TEXT,
      remote_name TEXT, remote_port TEXT, remote_port_description TEXT, remote_port_subtype INTEGER,
      remote_chassis_id TEXT, remote_chassis_subtype INTEGER, remote_address TEXT, remote_system_description TEXT,
      first_seen_at_ms INTEGER NOT NULL, last_seen_at_ms INTEGER NOT NULL, missed_runs INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX evidence_by_device ON evidence (device_id);
    CREATE INDEX evidence_by_interface ON evidence (local_interface_id);
    CREATE TABLE links (
      id INTEGER PRIMARY KEY AUTOINCREMENT, a_device_id INTEGER NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
      a_interface_id INTEGER REFERENCES interfaces (id) ON DELETE SET NULL, a_port TEXT,
      b_device_id INTEGER NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
      b_interface_id INTEGER REFERENCES interfaces (id) ON DELETE SET NULL, b_port TEXT, confidence TEXT NOT NULL,
      ageing INTEGER NOT NULL, protocols TEXT NOT NULL, rule TEXT NOT NULL, speed_bps INTEGER,
      first_seen_at_ms INTEGER NOT NULL, last_seen_at_ms INTEGER NOT NULL, gone_at_ms INTEGER
    ) STRICT;
    CREATE INDEX links_by_a ON links (a_device_id);
    CREATE INDEX links_by_b ON links (b_device_id);
    CREATE INDEX links_by_a_interface ON links (a_interface_id);
    CREATE INDEX links_by_b_interface ON links (b_interface_id);
    CREATE INDEX links_gone ON links (gone_at_ms, first_seen_at_ms);
  `,
};
