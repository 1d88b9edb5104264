/** The rows that the engine keeps in memory, and the states that go with them. Each table writes to the file by itself. */
import type { LoadedNetwork, Store } from '../store/store.ts';
import { KeptTable } from './kept-table.ts';
import { StateIntervals } from './state-intervals.ts';

export class NetworkTables {
  readonly store: Store;
  readonly devices: KeptTable<'devices'>;
  readonly interfaces: KeptTable<'interfaces'>;
  readonly ifIndexes: KeptTable<'ifIndexes'>;
  readonly addresses: KeptTable<'addresses'>;
  readonly evidence: KeptTable<'evidence'>;
  readonly links: KeptTable<'links'>;
  readonly incidents: KeptTable<'incidents'>;
  readonly credentials: KeptTable<'credentials'>;
  readonly deviceCredentials: KeptTable<'deviceCredentials'>;
  readonly positions: KeptTable<'positions'>;
  readonly facts: KeptTable<'facts'>;
  readonly hardware: KeptTable<'hardware'>;
  readonly sensors: KeptTable<'sensors'>;
  readonly hostKeys: KeptTable<'hostKeys'>;
  readonly settings: KeptTable<'settings'>;
  readonly boards: KeptTable<'boards'>;
  readonly states: StateIntervals;

  constructor(store: Store) {
    this.store = store;
    this.devices = new KeptTable('devices', store);
    this.interfaces = new KeptTable('interfaces', store, (row) => [row.deviceId]);
    this.ifIndexes = new KeptTable('ifIndexes', store, (row) => [row.interfaceId]);
    this.addresses = new KeptTable('addresses', store, (row) => [row.deviceId]);
    this.evidence = new KeptTable('evidence', store, (row) => [row.deviceId]);
    this.links = new KeptTable('links', store, (row) => [row.aDeviceId, row.bDeviceId]);
    this.incidents = new KeptTable('incidents', store, (row) => [row.deviceId]);
    this.credentials = new KeptTable('credentials', store);
    this.deviceCredentials = new KeptTable('deviceCredentials', store, (row) => [row.deviceId]);
    this.positions = new KeptTable('positions', store);
    this.facts = new KeptTable('facts', store);
    this.hardware = new KeptTable('hardware', store);
    this.sensors = new KeptTable('sensors', store, (row) => [row.deviceId]);
    this.hostKeys = new KeptTable('hostKeys', store);
    this.settings = new KeptTable('settings', store);
    this.boards = new KeptTable('boards', store);
    this.states = new StateIntervals(store);
  }

  /** Takes what the file holds. */
  load(loaded: LoadedNetwork): void {
    this.devices.load(loaded.devices);
    this.interfaces.load(loaded.interfaces);
    this.ifIndexes.load(loaded.ifIndexes);
    this.addresses.load(loaded.addresses);
    this.evidence.load(loaded.evidence);
    this.links.load(loaded.links);
    this.incidents.load(loaded.incidents.map(({ notes: _notes, ...row }) => row));
    this.credentials.load(loaded.credentials);
    this.deviceCredentials.load(loaded.deviceCredentials);
    this.positions.load(loaded.positions);
    this.facts.load(loaded.facts);
    this.hardware.load(loaded.hardware);
    this.sensors.load(loaded.sensors);
    this.hostKeys.load(loaded.hostKeys);
    this.settings.load(loaded.settings);
    this.boards.load(loaded.boards);
    this.states.load(loaded.states);
  }
}
