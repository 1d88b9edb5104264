import type { Migration } from './migration.ts';

const INTERFACE = 'in_bps out_bps in_pps out_pps in_errors out_errors in_discards out_discards'.split(' ');
const DEVICE = 'rtt_min rtt_avg rtt_max jitter loss cpu memory poll_ms'.split(' ');
const integers = (columns: readonly string[]): string => columns.map((column) => `${column} INTEGER`).join(', ');
const rolled = (columns: readonly string[]): string =>
  integers(columns.flatMap((column) => ['min', 'max', 'sum', 'n'].map((part) => `${column}_${part}`)));

const samplesOf = (kind: string, columns: readonly string[]): string => `
  CREATE TABLE ${kind}_hot (
    slot INTEGER NOT NULL, id INTEGER NOT NULL, at INTEGER NOT NULL, quality INTEGER NOT NULL, ${integers(columns)},
    PRIMARY KEY (slot, id, at)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ${kind}_late (
    id INTEGER NOT NULL, at INTEGER NOT NULL, quality INTEGER NOT NULL, ${integers(columns)}, PRIMARY KEY (id, at)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ${kind}_packed (
    id INTEGER NOT NULL, at INTEGER NOT NULL, samples INTEGER NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (id, at)
  ) STRICT, WITHOUT ROWID;
  ${['5m', '1h', '1d']
    .map(
      (level) => `CREATE TABLE ${kind}_${level} (
        id INTEGER NOT NULL, at INTEGER NOT NULL, samples INTEGER NOT NULL, suspects INTEGER NOT NULL, ${rolled(columns)},
        PRIMARY KEY (id, at)
      ) STRICT, WITHOUT ROWID;`,
    )
    .join('\n')}
`;

/** Why three tables of samples: samples/README.md. */
export const samples: Migration = {
  number: 40,
  purpose: 'samples: hot, late and packed; roll-ups of 5 minutes, an hour, a day',
  sql: `
    CREATE TABLE marks (id TEXT PRIMARY KEY NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    ${samplesOf('interface', INTERFACE)}
    ${samplesOf('device', DEVICE)}
  `,
};
