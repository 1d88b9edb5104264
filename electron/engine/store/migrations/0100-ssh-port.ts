import type { Migration } from './migration.ts';

/** 22 was asked of every device before it could be said. */
export const sshPort: Migration = {
  number: 100,
  purpose: 'the TCP port of each device at which SSH answers',
  sql: 'ALTER TABLE devices ADD COLUMN ssh_port INTEGER NOT NULL DEFAULT 22;',
};
