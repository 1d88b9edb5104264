import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openForWriting } from '../../../electron/engine/store/connection.ts';
import { allMigrations, SCHEMA_VERSION } from '../../../electron/engine/store/migrations/all-migrations.ts';
import { runMigrations } from '../../../electron/engine/store/migrations/run-migrations.ts';
import { backupFile, checkFile, openStore, openStoreReadOnly } from '../../../electron/engine/store/open-store.ts';
import { keptLog, setClock, START_MS, temporaryStore } from '../../helpers/store.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const options = (file: string) => ({ file, log: keptLog(), clock: setClock(START_MS), version: '1.2.3' });

const schemaOf = (file: string): unknown => {
  const connection = new Database(file, { readonly: true });
  try {
    return connection
      .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name <> 'sqlite_sequence' ORDER BY name")
      .all();
  } finally {
    connection.close();
  }
};

/** Rows that each schema holds from its beginning, to be found again at the end. */
const ROWS: Readonly<Record<number, string>> = {
  10: `INSERT INTO settings VALUES ('networkName', '"Lab"');
       INSERT INTO devices (id, uid, address, snmp_port, kind, kind_pinned, managed, maintenance, added_at_ms)
         VALUES (1, 'u', '192.0.2.1', 161, 'router', 1, 1, 0, 5);
       INSERT INTO interfaces (id, device_id, name, first_seen_at_ms) VALUES (1, 1, 'Gi1', 5);`,
  20: `INSERT INTO links (id, a_device_id, b_device_id, confidence, ageing, protocols, rule, first_seen_at_ms, last_seen_at_ms)
         VALUES (1, 1, 1, 'manual', 0, '[]', 'manual', 5, 5);`,
  30: `INSERT INTO states (id, subject, subject_id, state, from_ms) VALUES (1, 'device', 1, 'up', 5);
       INSERT INTO incidents (id, kind, severity, title, device_id, affected, opened_at_ms, acknowledged_by, acknowledged_at_ms)
         VALUES (1, 'device-down', 'critical', 'r1 is down', 1, '[]', 5, 'A. Berg', 6);`,
  40: `INSERT INTO interface_hot (slot, id, at, quality, in_bps) VALUES (5907744, 1, 0, 0, 77);`,
  50: `INSERT INTO hardware VALUES (1, 5, '{"parts":[],"vlans":[],"vlanSource":null,"tables":[],"notes":[]}');
       INSERT INTO sensors (id, device_id, key, kind, name, assembly, high_warning, first_seen_at_ms)
         VALUES (1, 1, 'temperature Inlet', 'temperature', 'Inlet', 'sensor:1', 65.5, 5);
       INSERT INTO sensor_hot (slot, id, at, quality, value) VALUES (5907744, 1, 0, 0, 385000);`,
  80: `INSERT INTO watches (id, from_ms, to_ms) VALUES (1, 5, 9);`,
  90: `INSERT INTO events (id, at_ms, kind, text) VALUES (1, 5, 'link.gone', 'Link is gone');
       INSERT INTO events (id, at_ms, kind, device_id, text) VALUES (3, 5, 'incident.opened', 1, 'r1 is down: no answer');`,
  100: `UPDATE devices SET ssh_port = 2222;`,
  110: `INSERT INTO revisions (id, device_id, at_ms, stable_hash, text, sealed, why)
         VALUES (1, 1, 5, 'h', 'hostname r', x'00', 'asked');`,
  120: `INSERT INTO boards (id, name, graphs) VALUES (3, 'Uplinks', '[]');`,
  130: `UPDATE devices SET maintenance = 1, maintenance_until_ms = 7;`,
  160: `INSERT INTO events (id, at_ms, kind, text, incident_id) VALUES (2, 6, 'incident.noted', 'r1 is down: seen', 1);`,
  170: `UPDATE devices SET chosen_credential_ids = '[4,7]';`,
};

/** A file as an earlier Trunkline left it at schema `last`, with rows in it. */
const fileOfSchema = (file: string, last: number): void => {
  const connection = openForWriting(file);
  for (const step of allMigrations.filter((migration) => migration.number <= last)) {
    const from = Number(connection.pragma('user_version', { simple: true }));
    runMigrations(connection, { file: `${file}.never`, from: 0, version: '0.0.1', steps: [step] });
    expect(from).toBeLessThan(step.number);
    connection.exec(ROWS[step.number] ?? '');
  }
  connection.close();
};

describe('migrations', () => {
  test.each(allMigrations.map(({ number, purpose }) => [number, purpose] as const))(
    'a file of schema %d (%s) keeps its rows, and ends like a fresh one',
    async (number) => {
      await using folder = await temporaryFolder('migrate');
      await using fresh = await temporaryStore();
      const file = folder.file('old.trunkline');
      fileOfSchema(file, number);
      const store = await openStore(options(file));
      const loaded = await store.load();
      expect(loaded.devices.map((row) => row.address)).toEqual(['192.0.2.1']);
      expect(loaded.devices.map((row) => row.sshPort)).toEqual([number >= 100 ? 2222 : 22]);
      const revisions = (await store.readRevisions(1)).map(({ why, profile }) => ({ why, profile }));
      expect(revisions).toEqual(number >= 110 ? [{ why: 'asked', profile: null }] : []);
      expect(loaded.interfaces).toHaveLength(1);
      expect(loaded.settings).toEqual([{ id: 'networkName', value: '"Lab"' }]);
      expect(loaded.links).toHaveLength(number >= 20 ? 1 : 0);
      expect(loaded.states).toHaveLength(number >= 30 ? 1 : 0);
      expect(loaded.sensors.map((row) => row.highWarning)).toEqual(number >= 50 ? [65.5] : []);
      expect(loaded.hardware).toHaveLength(number >= 50 ? 1 : 0);
      expect(loaded.boards).toEqual(number >= 120 ? [{ id: 3, name: 'Uplinks', graphs: [] }] : []);
      expect(store.nextId('boards')).toBe(number >= 120 ? 4 : 1);
      const acknowledged = { acknowledgedBy: 'A. Berg', acknowledgedAtMs: 6, cause: null, causeBy: null };
      expect(loaded.incidents).toMatchObject(number >= 30 ? [{ id: 1, ...acknowledged }] : []);
      expect((await store.readMoment(7)).watches).toEqual(number >= 80 ? [{ id: 1, fromMs: 5, toMs: 9 }] : []);
      const leads = (await store.readEvents({ fromMs: 0, toMs: 9, limit: 9 })).map(({ id, incidentId }) => [
        id,
        incidentId,
      ]);
      const told = [
        [3, 1],
        [1, null],
      ];
      expect(leads).toEqual(number < 90 ? [] : number < 160 ? told : [[2, 1], ...told]);
      expect(store.nextId('devices')).toBe(2);
      await store.close();
      expect(schemaOf(file)).toEqual(schemaOf(fresh.file));
      expect(await checkFile(file)).toMatchObject({ ok: true, schemaVersion: SCHEMA_VERSION });
      const copy = `${file}.before-schema-${SCHEMA_VERSION}`;
      expect(existsSync(copy)).toBe(number < SCHEMA_VERSION);
      if (number < SCHEMA_VERSION) expect(await checkFile(copy)).toMatchObject({ ok: true, schemaVersion: number });
    },
  );

  test('a failing migration changes nothing, and says where the copy is', async () => {
    await using folder = await temporaryFolder('migrate');
    const file = folder.file('old.trunkline');
    fileOfSchema(file, SCHEMA_VERSION);
    const before = schemaOf(file);
    const connection = openForWriting(file);
    const broken = {
      number: SCHEMA_VERSION + 10,
      purpose: 'to fail',
      sql: 'CREATE TABLE extra (id); SELECT nonsense;',
    };
    const run = () => runMigrations(connection, { file, from: SCHEMA_VERSION, version: '9', steps: [broken] });
    const steps = `from schema ${SCHEMA_VERSION} to ${broken.number}`;
    expect(run).toThrow(`could not be brought ${steps}. The file is unchanged; a copy is `);
    expect(run).toThrow(`before-schema-${broken.number}`);
    connection.close();
    expect(schemaOf(file)).toEqual(before);
    expect(await checkFile(file)).toMatchObject({ ok: true, schemaVersion: SCHEMA_VERSION });
  });

  test('a file from a newer Trunkline is refused, naming both versions, and is not touched', async () => {
    await using folder = await temporaryFolder('newer');
    const file = folder.file('new.trunkline');
    await (await openStore({ ...options(file), version: '7.0.0' })).close();
    const connection = new Database(file);
    connection.pragma('user_version = 990');
    connection.close();
    for (const open of [openStore, openStoreReadOnly]) {
      const refused = open(options(file));
      await expect(refused).rejects.toMatchObject({ code: 'newer' });
      await expect(refused).rejects.toThrow(/newer Trunkline \(version 7\.0\.0, schema 990\); this is version 1\.2\.3/);
    }
    expect(existsSync(`${file}-lock`)).toBe(false);
  });

  test('an older file is not changed by a command that only reads', async () => {
    await using folder = await temporaryFolder('older');
    const file = folder.file('old.trunkline');
    fileOfSchema(file, 20);
    await expect(openStoreReadOnly(options(file))).rejects.toMatchObject({ code: 'older' });
    expect(await checkFile(file)).toMatchObject({ ok: true, schemaVersion: 20 });
  });

  test('another database is refused, and left as it is', async () => {
    await using folder = await temporaryFolder('foreign');
    const file = folder.file('places.sqlite');
    const connection = new Database(file);
    connection.exec('CREATE TABLE bookmarks (id INTEGER PRIMARY KEY)');
    connection.close();
    const refused = openStore(options(file));
    await expect(refused).rejects.toMatchObject({ code: 'not-a-network' });
    await expect(refused).rejects.toThrow('is a database, but not a Trunkline network file');
    expect(schemaOf(file)).toHaveLength(1);
  });
});

test('a backup of a file that is being written is whole, and overwrites nothing unasked', async () => {
  await using temporary = await temporaryStore();
  const { store, file, folder } = temporary;
  store.put('settings', [{ id: 'a', value: '1' }]);
  await store.flush();
  const copy = folder.file('copy.trunkline');
  const { bytes } = await backupFile(file, copy);
  expect(bytes).toBeGreaterThan(4096);
  expect(await checkFile(copy)).toMatchObject({ ok: true, rows: { settings: 1 } });
  await expect(backupFile(file, copy)).rejects.toMatchObject({ code: 'exists' });
  await expect(backupFile(file, file, { overwrite: true })).rejects.toMatchObject({ code: 'exists' });
  store.put('settings', [{ id: 'b', value: '2' }]);
  await store.flush();
  await backupFile(file, copy, { overwrite: true });
  expect(await checkFile(copy)).toMatchObject({ rows: { settings: 2 } });
});
