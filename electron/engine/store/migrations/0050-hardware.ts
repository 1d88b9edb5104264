import type { Migration } from './migration.ts';

const value = 'value INTEGER';
const rolled = ['min', 'max', 'sum', 'n'].map((part) => `value_${part} INTEGER`).join(', ');

/** Samples of sensors lie like those of interfaces: samples/README.md. */
export const hardware: Migration = {
  number: 50,
  purpose: 'parts of devices, sensors with their limits and samples; incidents of parts',
  sql: `
    CREATE TABLE hardware (
      id INTEGER PRIMARY KEY REFERENCES devices (id) ON DELETE CASCADE, at_ms INTEGER NOT NULL, hardware TEXT NOT NULL
    ) STRICT;
    CREATE TABLE sensors (
      id INTEGER PRIMARY KEY AUTOINCREMENT, device_id INTEGER NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
      key TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, unit TEXT, component TEXT, assembly TEXT NOT NULL,
      optic TEXT, part_index INTEGER, interface_id INTEGER REFERENCES interfaces (id) ON DELETE SET NULL,
      low_critical REAL, low_warning REAL, high_warning REAL, high_critical REAL,
      first_seen_at_ms INTEGER NOT NULL, removed_at_ms INTEGER
    ) STRICT;
    CREATE INDEX sensors_by_device ON sensors (device_id);
    CREATE INDEX sensors_by_interface ON sensors (interface_id);
    ALTER TABLE incidents ADD COLUMN sensor_id INTEGER REFERENCES sensors (id) ON DELETE SET NULL;
    CREATE INDEX incidents_by_sensor ON incidents (sensor_id);
    CREATE TABLE sensor_hot (
      slot INTEGER NOT NULL, id INTEGER NOT NULL, at INTEGER NOT NULL, quality INTEGER NOT NULL, ${value},
      PRIMARY KEY (slot, id, at)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sensor_late (
      id INTEGER NOT NULL, at INTEGER NOT NULL, quality INTEGER NOT NULL, ${value}, PRIMARY KEY (id, at)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sensor_packed (
      id INTEGER NOT NULL, at INTEGER NOT NULL, samples INTEGER NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (id, at)
    ) STRICT, WITHOUT ROWID;
    ${['5m', '1h', '1d']
      .map(
        (level) => `CREATE TABLE sensor_${level} (
          id INTEGER NOT NULL, at INTEGER NOT NULL, samples INTEGER NOT NULL, suspects INTEGER NOT NULL, ${rolled},
          PRIMARY KEY (id, at)
        ) STRICT, WITHOUT ROWID;`,
      )
      .join('\n')}
  `,
};
