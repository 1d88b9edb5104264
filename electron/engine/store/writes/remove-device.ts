/** Removes a device and all that is known only through it, inside the caller's transaction. */
import type { Connection } from '../connection.ts';
import type { KindName } from '../samples/sample-kinds.ts';

const OF_ITS_LINKS = 'SELECT id FROM links WHERE a_device_id = ? OR b_device_id = ?';

const removeStates = (connection: Connection, deviceId: number): void => {
  const ofDevice = "DELETE FROM states WHERE subject IN ('device', 'icmp', 'snmp', 'ssh') AND subject_id = ?";
  const ofInterfaces =
    "DELETE FROM states WHERE subject = 'interface' AND subject_id IN (SELECT id FROM interfaces WHERE device_id = ?)";
  const ofSensors =
    "DELETE FROM states WHERE subject = 'sensor' AND subject_id IN (SELECT id FROM sensors WHERE device_id = ?)";
  for (const remove of [ofDevice, ofInterfaces, ofSensors]) connection.prepare(remove).run(deviceId);
  connection
    .prepare(`DELETE FROM states WHERE subject = 'link' AND subject_id IN (${OF_ITS_LINKS})`)
    .run(deviceId, deviceId);
};

/** Hot samples lie by time first, so each of the few open slots is visited. */
const removeHot = (connection: Connection, kind: KindName, ids: readonly number[]): void => {
  const edge = (order: string): unknown =>
    connection.prepare(`SELECT slot FROM ${kind}_hot ORDER BY slot ${order} LIMIT 1`).pluck().get();
  const [first, last] = [edge('ASC'), edge('DESC')];
  if (typeof first !== 'number' || typeof last !== 'number') return;
  const remove = connection.prepare(`DELETE FROM ${kind}_hot WHERE slot = ? AND id = ?`);
  const next = connection.prepare(`SELECT slot FROM ${kind}_hot WHERE slot > ? ORDER BY slot LIMIT 1`).pluck();
  for (let slot: unknown = first; typeof slot === 'number'; slot = next.get(slot)) {
    for (const id of ids) remove.run(slot, id);
  }
};

const removeSamples = (connection: Connection, kind: KindName, ids: readonly number[]): void => {
  removeHot(connection, kind, ids);
  for (const part of ['late', 'packed', '5m', '1h', '1d']) {
    const remove = connection.prepare(`DELETE FROM ${kind}_${part} WHERE id = ?`);
    for (const id of ids) remove.run(id);
  }
};

export function removeDevice(connection: Connection, deviceId: number): void {
  const interfaceIds = connection
    .prepare('SELECT id FROM interfaces WHERE device_id = ?')
    .pluck()
    .all(deviceId) as number[];
  const sensorIds = connection.prepare('SELECT id FROM sensors WHERE device_id = ?').pluck().all(deviceId) as number[];
  removeStates(connection, deviceId);
  removeSamples(connection, 'sensor', sensorIds);
  removeSamples(connection, 'interface', interfaceIds);
  removeSamples(connection, 'device', [deviceId]);
  connection.prepare('DELETE FROM events WHERE device_id = ?').run(deviceId);
  // The rest goes with it by its references: interfaces, addresses, evidence, links, incidents, revisions …
  connection.prepare('DELETE FROM devices WHERE id = ?').run(deviceId);
}
