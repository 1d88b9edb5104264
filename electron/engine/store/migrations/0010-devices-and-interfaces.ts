import type { Migration } from './migration.ts';

/** AUTOINCREMENT, so that the id of a removed row is never given to another one. */
export const devicesAndInterfaces: Migration = {
  number: 10,
  purpose: 'devices, their interfaces and addresses, credentials, settings',
  sql: `
    CREATE TABLE file_info (id TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE settings (id TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE credentials (
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, kind TEXT NOT NULL, summary TEXT NOT NULL,
      sealed BLOB NOT NULL, rank INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE devices (
      id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, address TEXT NOT NULL, snmp_port INTEGER NOT NULL,
      given_name TEXT, site TEXT, kind TEXT NOT NULL, kind_pinned INTEGER NOT NULL, managed INTEGER NOT NULL,
      maintenance INTEGER NOT NULL, vendor TEXT, model TEXT, os TEXT, os_version TEXT, serial TEXT, sys_name TEXT,
      sys_descr TEXT, sys_object_id TEXT, location TEXT, contact TEXT, chassis_id TEXT, booted_at_ms INTEGER,
      last_answer_at_ms INTEGER, added_at_ms INTEGER NOT NULL, tuning TEXT, lldp_ports TEXT
    ) STRICT;
    CREATE TABLE device_credentials (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      device_id INTEGER NOT NULL REFERENCES devices (id) ON DELETE CASCADE, purpose TEXT NOT NULL,
      credential_id INTEGER NOT NULL REFERENCES credentials (id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX device_credentials_by_device ON device_credentials (device_id);
    CREATE INDEX device_credentials_by_credential ON device_credentials (credential_id);
    CREATE TABLE positions (
      id INTEGER PRIMARY KEY REFERENCES devices (id) ON DELETE CASCADE, x REAL NOT NULL, y REAL NOT NULL,
      pinned INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE facts (
      id INTEGER PRIMARY KEY REFERENCES devices (id) ON DELETE CASCADE, at_ms INTEGER NOT NULL, facts TEXT NOT NULL
    ) STRICT;
    CREATE TABLE host_keys (
      id INTEGER PRIMARY KEY REFERENCES devices (id) ON DELETE CASCADE, trusted TEXT NOT NULL,
      first_seen_at_ms INTEGER NOT NULL, offered TEXT
    ) STRICT;
    CREATE TABLE revisions (
      id INTEGER PRIMARY KEY AUTOINCREMENT, device_id INTEGER NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
      at_ms INTEGER NOT NULL, stable_hash TEXT NOT NULL, text TEXT NOT NULL, sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX revisions_by_device ON revisions (device_id, at_ms);
    CREATE TABLE interfaces (
      id INTEGER PRIMARY KEY AUTOINCREMENT, device_id INTEGER NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
      if_index INTEGER, name TEXT NOT NULL, description TEXT, alias TEXT, type TEXT, speed_bps INTEGER, mac TEXT,
      mtu INTEGER, admin_status TEXT, oper_status TEXT, first_seen_at_ms INTEGER NOT NULL, removed_at_ms INTEGER
    ) STRICT;
    CREATE INDEX interfaces_by_device ON interfaces (device_id);
    CREATE TABLE if_indexes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      interface_id INTEGER NOT NULL REFERENCES interfaces (id) ON DELETE CASCADE, if_index INTEGER NOT NULL,
      from_ms INTEGER NOT NULL, to_ms INTEGER
    ) STRICT;
    CREATE INDEX if_indexes_by_interface ON if_indexes (interface_id);
    CREATE INDEX if_indexes_current ON if_indexes (interface_id) WHERE to_ms IS NULL;
    CREATE TABLE addresses (
      id INTEGER PRIMARY KEY AUTOINCREMENT, device_id INTEGER NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
      interface_id INTEGER REFERENCES interfaces (id) ON DELETE SET NULL, address TEXT NOT NULL, prefix_length INTEGER
    ) STRICT;
    CREATE INDEX addresses_by_device ON addresses (device_id);
    CREATE INDEX addresses_by_interface ON addresses (interface_id);
  `,
};
