/**
 * The network as the engine knows it: its rows in memory and their states (`network-tables.ts`), and the collections that the
 * page follows. Every change goes through here, so that memory, file and page cannot disagree.
 */
import type { Device, NetworkInterface } from '../../../shared/contract/devices.ts';
import type { Sensor } from '../../../shared/contract/hardware.ts';
import type { Incident } from '../../../shared/contract/incidents.ts';
import type { TopicItem } from '../../../shared/contract/index.ts';
import type { DeviceLatest, InterfaceLatest } from '../../../shared/contract/series.ts';
import type { Link, Position } from '../../../shared/contract/topology.ts';
import type { WatchLine } from '../../../shared/model/watch-line.ts';
import type { LoadedNetwork } from '../store/store.ts';
import type {
  DeviceRow,
  IncidentRow,
  InterfaceRow,
  LinkRow,
  SensorRow,
  StateRow,
  StateSubject,
} from '../store/rows.ts';
import { Collection } from './collection.ts';
import { FaultySensors } from './faulty-sensors.ts';
import { NetworkTables } from './network-tables.ts';
import type { StateChange } from './state-intervals.ts';
import {
  deviceName,
  viewDevice,
  viewIncident,
  viewInterface,
  viewLink,
  viewSensor,
  type DeviceRuntime,
  type SensorNow,
} from './views.ts';
import { watchLineOfState } from './watch-lines.ts';

/** What these ids are is no device. */
const OF_PARTS: ReadonlySet<StateSubject> = new Set(['interface', 'link', 'sensor']);

const NO_RUNTIME: DeviceRuntime = { problem: null, pollIntervalMs: null };

export class Network extends NetworkTables {
  readonly deviceItems = new Collection<Device>();
  readonly interfaceItems = new Collection<NetworkInterface>();
  readonly linkItems = new Collection<Link>();
  readonly sensorItems = new Collection<Sensor>();
  readonly positionItems = new Collection<Position>();
  readonly incidentItems = new Collection<Incident>();
  readonly logItems = new Collection<TopicItem<'log'>>();
  readonly interfaceLatest = new Collection<InterfaceLatest>();
  readonly deviceLatest = new Collection<DeviceLatest>();

  /** Last readings of sensors by their ids. */
  readonly sensorsNow = new Map<number, SensorNow>();
  readonly faultySensors = new FaultySensors();

  readonly #runtime = new Map<number, DeviceRuntime>();
  readonly #flapping = new Set<number>();
  readonly #noteCounts = new Map<number, number>();
  readonly #watchers = new Set<(line: WatchLine) => void>();
  readonly #stateListeners = new Set<(change: StateChange) => void>();

  /** Takes what the file holds, and makes the collections from it. */
  override load(loaded: LoadedNetwork): void {
    super.load(loaded);
    this.logItems.put([{ id: 'log', changes: 0 }]);
    for (const { id, notes } of loaded.incidents) this.#noteCounts.set(id, notes);
    this.publishDevices([...this.devices.all()].map((row) => row.id));
    this.publishInterfaces([...this.interfaces.all()]);
    this.publishLinks([...this.links.all()]);
    const sensors = [...this.sensors.all()].filter((row) => row.removedAtMs === null);
    for (const row of sensors) this.#noteFault(row.id, this.states.get('sensor', row.id)?.state);
    this.publishSensors(sensors);
    this.positionItems.put([...this.positions.all()]);
    this.publishIncidents([...this.incidents.all()]);
  }

  nameOf(deviceId: number): string {
    const row = this.devices.get(deviceId);
    return row === undefined ? `device ${deviceId}` : deviceName(row);
  }

  putDevices(rows: readonly DeviceRow[]): void {
    this.devices.put(rows);
    this.publishDevices(rows.map((row) => row.id));
  }

  /**
   * The device answered. A network of thousands hears some hundred answers a second, and each would be a row for the file and
   * an item for the page: the time is written when the last one is `everyMs` old. Who knows better at the moment the device
   * falls silent (the incident keeper) gives 0.
   */
  noteAnswer(deviceId: number, atMs: number, everyMs: number): void {
    const row = this.devices.get(deviceId);
    if (row === undefined || atMs - (row.lastAnswerAtMs ?? -Infinity) < Math.max(1, everyMs)) return;
    this.putDevices([{ ...row, lastAnswerAtMs: atMs }]);
  }

  putInterfaces(rows: readonly InterfaceRow[]): void {
    this.interfaces.put(rows);
    this.publishInterfaces(rows);
  }

  putLinks(rows: readonly LinkRow[]): void {
    this.links.put(rows);
    this.publishLinks(rows);
  }

  /** A link that is gone leaves the map but stays in the file as history. */
  endLinks(rows: readonly LinkRow[], atMs: number): void {
    if (rows.length === 0) return;
    this.store.put(
      'links',
      rows.map((row) => ({ ...row, goneAtMs: atMs })),
    );
    for (const row of rows) {
      this.states.end('link', row.id, atMs);
      this.#flapping.delete(row.id);
    }
    this.links.forget(rows.map((row) => row.id));
    this.linkItems.remove(rows.map((row) => row.id));
  }

  putIncidents(rows: readonly IncidentRow[]): void {
    this.incidents.put(rows);
    this.publishIncidents(rows);
  }

  /** What people did with incidents, also with such as closed too long ago to be in memory: those go to the file only. */
  changeIncidents(rows: readonly IncidentRow[]): void {
    const isRecent = ({ id }: IncidentRow): boolean => this.incidents.get(id) !== undefined;
    this.putIncidents(rows.filter(isRecent));
    this.store.put(
      'incidents',
      rows.filter((row) => !isRecent(row)),
    );
  }

  countNote(incidentId: number): void {
    this.#noteCounts.set(incidentId, (this.#noteCounts.get(incidentId) ?? 0) + 1);
    const row = this.incidents.get(incidentId);
    if (row !== undefined) this.publishIncidents([row]);
  }

  setRuntime(deviceId: number, change: Partial<DeviceRuntime>): void {
    const before = this.runtime(deviceId);
    const after = { ...before, ...change };
    if (after.problem === before.problem && after.pollIntervalMs === before.pollIntervalMs) return;
    this.#runtime.set(deviceId, after);
    this.publishDevices([deviceId]);
  }

  runtime(deviceId: number): DeviceRuntime {
    return this.#runtime.get(deviceId) ?? NO_RUNTIME;
  }

  setFlapping(linkId: number, flapping: boolean): void {
    if (flapping === this.#flapping.has(linkId)) return;
    if (flapping) this.#flapping.add(linkId);
    else this.#flapping.delete(linkId);
    const row = this.links.get(linkId);
    if (row !== undefined) this.publishLinks([row]);
  }

  /** Sets a state, and tells page, file and watchers when it is a change. */
  setState(
    subject: StateSubject,
    id: number,
    state: StateRow['state'],
    because: string | null,
    atMs: number,
  ): StateChange | null {
    const before = this.states.get(subject, id);
    if (before?.state === state && before.because === because) return null;
    // A poll that was under way when its device was removed must not leave a state of nothing in the file.
    if (!OF_PARTS.has(subject) && this.devices.get(id) === undefined) return null;
    const change = this.states.set(subject, id, state, because, atMs);
    if (subject === 'sensor') this.#noteFault(id, state);
    this.#publishSubject(subject, id);
    if (change === null) return null;
    if (change.from !== null) this.#noteLog();
    for (const listener of this.#stateListeners) listener(change);
    const line = watchLineOfState(this, change);
    if (line !== null) this.tellWatchers(line);
    return change;
  }

  /** A sensor that is no more: its row stays, so that it is known again when it comes back. */
  endSensors(rows: readonly SensorRow[], atMs: number): void {
    if (rows.length === 0) return;
    this.sensors.put(rows.map((row) => ({ ...row, removedAtMs: atMs })));
    for (const row of rows) {
      this.states.end('sensor', row.id, atMs);
      this.sensorsNow.delete(row.id);
      this.#noteFault(row.id, undefined);
    }
    this.sensorItems.remove(rows.map((row) => row.id));
  }

  #noteFault(sensorId: number, state: StateRow['state'] | undefined): void {
    const deviceId = this.sensors.get(sensorId)?.deviceId;
    if (deviceId !== undefined) this.faultySensors.note(deviceId, sensorId, state);
  }

  onState(listener: (change: StateChange) => void): () => void {
    this.#stateListeners.add(listener);
    return () => void this.#stateListeners.delete(listener);
  }

  watch(listener: (line: WatchLine) => void): () => void {
    this.#watchers.add(listener);
    return () => void this.#watchers.delete(listener);
  }

  tellWatchers(line: WatchLine): void {
    for (const watcher of this.#watchers) watcher(line);
  }

  /** Writes down that something happened. `kind` is noun.verb. */
  addEvent(event: {
    kind: string;
    deviceId: number | null;
    interfaceId?: number | null;
    incidentId?: number | null;
    text: string;
    atMs: number;
  }): void {
    const { kind, deviceId, interfaceId = null, incidentId = null, text, atMs } = event;
    const id = this.store.nextId('events');
    this.store.put('events', [{ id, atMs, kind, deviceId, interfaceId, incidentId, text }]);
    this.#noteLog();
    this.tellWatchers({
      at: new Date(atMs).toISOString(),
      kind: 'event',
      event: kind,
      device: deviceId === null ? undefined : this.nameOf(deviceId),
      interface: interfaceId === null ? undefined : this.interfaces.get(interfaceId)?.name,
      text,
    });
  }

  /** The log has something new: whoever reads it asks again. */
  #noteLog(): void {
    const changes = (this.logItems.get('log')?.changes ?? 0) + 1;
    this.logItems.put([{ id: 'log', changes }]);
  }

  /** Drops incidents that closed before a moment from memory and page; the file keeps them. */
  forgetIncidentsBefore(atMs: number): void {
    const old = [...this.incidents.all()].filter((row) => row.closedAtMs !== null && row.closedAtMs < atMs);
    const ids = old.map((row) => row.id);
    for (const id of ids) this.#noteCounts.delete(id);
    this.incidents.forget(ids);
    this.incidentItems.remove(ids);
  }

  /** Removes a device, what hangs on it, and its history. Its neighbours' links to it end. */
  removeDevice(deviceId: number, atMs: number): void {
    this.endLinks(this.links.of(deviceId), atMs);
    const interfaces = this.interfaces.of(deviceId).map((row) => row.id);
    for (const id of interfaces) {
      this.states.drop('interface', id);
      this.ifIndexes.forget(this.ifIndexes.of(id).map((row) => row.id));
    }
    for (const subject of ['device', 'icmp', 'snmp', 'ssh'] as const) this.states.drop(subject, deviceId);
    const sensors = this.sensors.of(deviceId).map((row) => row.id);
    for (const id of sensors) {
      this.states.drop('sensor', id);
      this.sensorsNow.delete(id);
    }
    this.sensors.forget(sensors);
    this.faultySensors.forget(deviceId);
    const incidents = this.incidents.of(deviceId).map((row) => row.id);
    this.interfaces.forget(interfaces);
    this.addresses.forget(this.addresses.of(deviceId).map((row) => row.id));
    this.evidence.forget(this.evidence.of(deviceId).map((row) => row.id));
    this.deviceCredentials.forget(this.deviceCredentials.of(deviceId).map((row) => row.id));
    this.incidents.forget(incidents);
    for (const table of [this.positions, this.facts, this.hardware, this.hostKeys, this.devices])
      table.forget([deviceId]);
    this.#runtime.delete(deviceId);
    for (const id of incidents) this.#noteCounts.delete(id);
    this.store.removeDevice(deviceId);
    this.interfaceItems.remove(interfaces);
    this.interfaceLatest.remove(interfaces);
    this.incidentItems.remove(incidents);
    this.sensorItems.remove(sensors);
    for (const items of [this.positionItems, this.deviceLatest, this.deviceItems]) items.remove([deviceId]);
  }

  publishDevices(ids: readonly number[]): void {
    this.deviceItems.put(ids.flatMap((id) => this.#viewOfDevice(id) ?? []));
  }

  publishInterfaces(rows: readonly InterfaceRow[]): void {
    this.interfaceItems.put(rows.map((row) => this.#viewOfInterface(row)));
  }

  publishLinks(rows: readonly LinkRow[]): void {
    this.linkItems.put(rows.map((row) => viewLink(row, this.states.get('link', row.id), this.#flapping.has(row.id))));
  }

  publishSensors(rows: readonly SensorRow[]): void {
    this.sensorItems.put(
      rows.map((row) => viewSensor(row, this.sensorsNow.get(row.id), this.states.get('sensor', row.id))),
    );
  }

  publishIncidents(rows: readonly IncidentRow[]): void {
    this.incidentItems.put(rows.map((row) => viewIncident(row, this.#noteCounts.get(row.id) ?? 0)));
  }

  #viewOfDevice(id: number): Device | null {
    const row = this.devices.get(id);
    if (row === undefined) return null;
    const of = (subject: StateSubject): StateRow | undefined => this.states.get(subject, id);
    const states = { device: of('device'), icmp: of('icmp'), snmp: of('snmp'), ssh: of('ssh') };
    return viewDevice(row, states, this.runtime(id));
  }

  #viewOfInterface(row: InterfaceRow): NetworkInterface {
    const addresses = this.addresses.of(row.deviceId).filter((address) => address.interfaceId === row.id);
    return viewInterface(row, this.states.get('interface', row.id), addresses);
  }

  #publishSubject(subject: StateSubject, id: number): void {
    if (subject === 'interface') {
      const row = this.interfaces.get(id);
      if (row !== undefined) this.publishInterfaces([row]);
    } else if (subject === 'link') {
      const row = this.links.get(id);
      if (row !== undefined) this.publishLinks([row]);
    } else if (subject === 'sensor') {
      const row = this.sensors.get(id);
      if (row !== undefined) this.publishSensors([row]);
    } else this.publishDevices([id]);
  }
}
