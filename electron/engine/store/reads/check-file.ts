/** Looks a network file over: SQLite's own checks, references, the schema, and that intervals make sense. */
import { statSync } from 'node:fs';
import { canonicalPath, closeReading, hasLog, openForReading, schemaVersionOf } from '../connection.ts';
import type { Connection } from '../connection.ts';
import { SCHEMA_VERSION } from '../migrations/all-migrations.ts';
import { inPlainWords } from '../sqlite-error.ts';
import { allTables, tableNames } from '../tables/all-tables.ts';
import type { FileCheck } from '../threads/protocol.ts';

/** Each finds rows that cannot be; the number of them is put before the words. */
const INTERVALS: readonly (readonly [string, string])[] = [
  ['SELECT count(*) FROM states WHERE to_ms < from_ms', 'states end before they begin'],
  ['SELECT count(*) FROM if_indexes WHERE to_ms < from_ms', 'ifIndex intervals end before they begin'],
  ['SELECT count(*) FROM links WHERE gone_at_ms < first_seen_at_ms', 'links are gone before they were seen'],
  ['SELECT count(*) FROM incidents WHERE closed_at_ms < opened_at_ms', 'incidents are closed before they were opened'],
  [
    `SELECT count(*) FROM (SELECT 1 FROM states WHERE to_ms IS NULL GROUP BY subject, subject_id HAVING count(*) > 1)`,
    'subjects have more than one current state',
  ],
];

const problemsOf = (connection: Connection): string[] => {
  const integrity = connection.pragma('integrity_check') as readonly { integrity_check: string }[];
  const damage = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  const orphans = connection.pragma('foreign_key_check') as readonly { table: string; parent: string }[];
  const pairs = [
    ...new Set(orphans.map(({ table, parent }) => `rows of ${table} refer to ${parent} that do not exist`)),
  ];
  const impossible = INTERVALS.flatMap(([query, words]) => {
    const count = Number(connection.prepare(query).pluck().get());
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return [...damage, ...pairs, ...impossible];
};

const countRows = (connection: Connection): Record<string, number> => {
  const count = (sqlName: string): number =>
    Number(connection.prepare(`SELECT count(*) FROM ${sqlName}`).pluck().get());
  return Object.fromEntries(tableNames.map((name) => [name, count(allTables[name].sqlName)]));
};

const look = (connection: Connection, file: string, version: string): FileCheck => {
  const schemaVersion = schemaVersionOf(connection, file, version);
  const fileBytes = statSync(file).size;
  if (schemaVersion < SCHEMA_VERSION) {
    const integrity = connection.pragma('integrity_check', { simple: true });
    const problems = integrity === 'ok' ? [] : [String(integrity)];
    return { ok: problems.length === 0, problems, schemaVersion, fileBytes, rows: {} };
  }
  const problems = problemsOf(connection);
  return { ok: problems.length === 0, problems, schemaVersion, fileBytes, rows: countRows(connection) };
};

/** Damage is an answer, not an error; a file that is no network file at all is an error. */
export function checkNetworkFile(wanted: string, version: string): FileCheck {
  const file = canonicalPath(wanted);
  const alone = !hasLog(file);
  let connection: Connection | null = null;
  try {
    connection = openForReading(file);
    return look(connection, file, version);
  } catch (error) {
    const plain = inPlainWords(error, file);
    if (plain.code !== 'damaged') throw plain;
    return { ok: false, problems: [plain.message], schemaVersion: null, fileBytes: statSync(file).size, rows: {} };
  } finally {
    if (connection !== null) closeReading(connection, file, alone);
  }
}
