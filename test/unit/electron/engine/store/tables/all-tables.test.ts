import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { allMigrations } from '../../../../../../electron/engine/store/migrations/all-migrations.ts';
import { allTables, numberedTables, tableNames } from '../../../../../../electron/engine/store/tables/all-tables.ts';
import {
  deviceSamples,
  interfaceSamples,
  sensorSamples,
} from '../../../../../../electron/engine/store/samples/sample-kinds.ts';
import {
  insertHot,
  insertLate,
  replaceRolled,
} from '../../../../../../electron/engine/store/samples/sample-statements.ts';
import { deviceRow } from '../../../../../helpers/store.ts';

const fresh = (): Database.Database => {
  const connection = new Database(':memory:');
  for (const { sql } of allMigrations) connection.exec(sql);
  return connection;
};

test.each(tableNames)('%s: the declared columns are those of the file', (name) => {
  const columns = fresh().pragma(`table_info(${allTables[name].sqlName})`) as readonly { name: string }[];
  expect(columns.map((column) => column.name)).toEqual(allTables[name].columns);
});

test('tables that get ids from the store never use one twice', () => {
  const connection = fresh();
  for (const name of numberedTables) {
    const sql = connection.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(allTables[name].sqlName);
    expect(sql, name).toContain('AUTOINCREMENT');
  }
});

test('statements of samples fit the file', () => {
  const connection = fresh();
  for (const kind of [interfaceSamples, deviceSamples, sensorSamples]) {
    connection.prepare(insertHot(kind));
    connection.prepare(insertLate(kind));
    for (const level of ['5m', '1h', '1d'] as const) connection.prepare(replaceRolled(kind, level));
  }
});

test('migrations are numbered upwards', () => {
  const numbers = allMigrations.map((migration) => migration.number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});

test('a row survives its way to values and back; unknown stays null', () => {
  const row = deviceRow(7, { kindPinned: true, sysName: "r'7; DROP TABLE devices", bootedAtMs: 5 });
  expect(allTables.devices.decode(allTables.devices.encode(row))).toEqual(row);
});

test('a clock with fractions of a millisecond does not break a column of integers', () => {
  const values = allTables.devices.encode(deviceRow(1, { addedAtMs: 12.4 }));
  expect(values).toContain(12);
  expect(values).not.toContain(12.4);
});
