/** What devices are, what was read of them, and what people set for them. */
import type {
  DeviceCredentialRow,
  DeviceRow,
  FactsRow,
  HardwareRow,
  HostKeyRow,
  PositionRow,
  RevisionRow,
  SensorRow,
} from '../rows.ts';
import { table } from './table.ts';

export const devices = table<DeviceRow>('devices', {
  id: 'integer',
  uid: 'text',
  address: 'text',
  snmpPort: 'integer',
  givenName: 'text',
  site: 'text',
  kind: 'text',
  kindPinned: 'boolean',
  managed: 'boolean',
  maintenance: 'boolean',
  vendor: 'text',
  model: 'text',
  os: 'text',
  osVersion: 'text',
  serial: 'text',
  sysName: 'text',
  sysDescr: 'text',
  sysObjectId: 'text',
  location: 'text',
  contact: 'text',
  chassisId: 'text',
  bootedAtMs: 'integer',
  lastAnswerAtMs: 'integer',
  addedAtMs: 'integer',
  tuning: 'text',
  lldpPorts: 'text',
  sshPort: 'integer',
  maintenanceUntilMs: 'integer',
  chosenCredentialIds: 'json',
});

export const deviceCredentials = table<DeviceCredentialRow>('device_credentials', {
  id: 'integer',
  deviceId: 'integer',
  purpose: 'text',
  credentialId: 'integer',
});

export const positions = table<PositionRow>('positions', { id: 'integer', x: 'real', y: 'real', pinned: 'boolean' });

export const facts = table<FactsRow>('facts', { id: 'integer', atMs: 'integer', facts: 'json' });

export const hardware = table<HardwareRow>('hardware', { id: 'integer', atMs: 'integer', hardware: 'json' });

export const sensors = table<SensorRow>('sensors', {
  id: 'integer',
  deviceId: 'integer',
  key: 'text',
  kind: 'text',
  name: 'text',
  unit: 'text',
  component: 'text',
  assembly: 'text',
  optic: 'text',
  partIndex: 'integer',
  interfaceId: 'integer',
  lowCritical: 'real',
  lowWarning: 'real',
  highWarning: 'real',
  highCritical: 'real',
  firstSeenAtMs: 'integer',
  removedAtMs: 'integer',
});

export const hostKeys = table<HostKeyRow>('host_keys', {
  id: 'integer',
  trusted: 'text',
  firstSeenAtMs: 'integer',
  offered: 'text',
});

export const revisions = table<RevisionRow>('revisions', {
  id: 'integer',
  deviceId: 'integer',
  atMs: 'integer',
  stableHash: 'text',
  text: 'text',
  sealed: 'blob',
  profile: 'text',
  why: 'text',
  credential: 'text',
  linesAdded: 'integer',
  linesRemoved: 'integer',
});
