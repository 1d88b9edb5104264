/** Rows of the file turned into what the page sees. Pure. */
import type { Device, NetworkInterface } from '../../../shared/contract/devices.ts';
import type { Incident } from '../../../shared/contract/incidents.ts';
import type { Credential } from '../../../shared/contract/settings.ts';
import type { Link } from '../../../shared/contract/topology.ts';
import { stateWord, type StateWord } from '../../../shared/contract/common.ts';
import type { Sensor } from '../../../shared/contract/hardware.ts';
import { HEALTH_WORDS, type Told } from '../../../shared/model/hardware.ts';
import type {
  AddressRow,
  CredentialRow,
  DeviceRow,
  IncidentRow,
  InterfaceRow,
  LinkRow,
  SensorRow,
  StateRow,
} from '../store/rows.ts';

/** What is known of a device only while the engine runs. */
export interface DeviceRuntime {
  readonly problem: string | null;
  readonly pollIntervalMs: number | null;
}

export const deviceName = (row: DeviceRow): string => row.givenName ?? row.sysName ?? row.address;

interface DeviceStates {
  readonly device: StateRow | undefined;
  readonly icmp: StateRow | undefined;
  readonly snmp: StateRow | undefined;
  readonly ssh: StateRow | undefined;
}

export const stateWordOf = (row: StateRow | undefined): StateWord => {
  const known = stateWord.safeParse(row?.state);
  return known.success ? known.data : 'unknown';
};

const reachOf = (row: StateRow | undefined): Device['icmp'] => {
  const state = row?.state;
  return state === 'answers' || state === 'silent' || state === 'refused' || state === 'unused' ? state : 'unknown';
};

export function viewDevice(row: DeviceRow, states: DeviceStates, runtime: DeviceRuntime): Device {
  return {
    id: row.id,
    uid: row.uid,
    name: deviceName(row),
    address: row.address,
    sshPort: row.sshPort,
    site: row.site,
    kind: row.kind,
    kindPinned: row.kindPinned,
    maintenanceUntilMs: row.maintenanceUntilMs,
    managed: row.managed,
    vendor: row.vendor,
    model: row.model,
    os: row.os,
    osVersion: row.osVersion,
    serial: row.serial,
    sysName: row.sysName,
    sysDescr: row.sysDescr,
    sysObjectId: row.sysObjectId,
    location: row.location,
    contact: row.contact,
    state: stateWordOf(states.device),
    stateSinceMs: states.device?.fromMs ?? row.addedAtMs,
    stateBecause: states.device?.because ?? null,
    icmp: reachOf(states.icmp),
    snmp: reachOf(states.snmp),
    ssh: reachOf(states.ssh),
    problem: runtime.problem,
    lastAnswerAtMs: row.lastAnswerAtMs,
    bootedAtMs: row.bootedAtMs,
    pollIntervalMs: runtime.pollIntervalMs,
    addedAtMs: row.addedAtMs,
  };
}

export function viewInterface(
  row: InterfaceRow,
  state: StateRow | undefined,
  addresses: readonly AddressRow[],
): NetworkInterface {
  return {
    id: row.id,
    deviceId: row.deviceId,
    ifIndex: row.ifIndex,
    name: row.name,
    description: row.description,
    alias: row.alias,
    type: row.type,
    speedBps: row.speedBps,
    mac: row.mac,
    mtu: row.mtu,
    adminStatus: row.adminStatus,
    operStatus: row.operStatus,
    addresses: addresses.map((a) => (a.prefixLength === null ? a.address : `${a.address}/${a.prefixLength}`)),
    state: stateWordOf(state),
    stateSinceMs: state?.fromMs ?? row.firstSeenAtMs,
    removedAtMs: row.removedAtMs,
  };
}

export function viewLink(row: LinkRow, state: StateRow | undefined, flapping: boolean): Link {
  return {
    id: row.id,
    a: { deviceId: row.aDeviceId, interfaceId: row.aInterfaceId, port: row.aPort },
    b: { deviceId: row.bDeviceId, interfaceId: row.bInterfaceId, port: row.bPort },
    confidence: row.confidence,
    ageing: row.ageing,
    protocols: JSON.parse(row.protocols) as string[],
    rule: row.rule,
    state: stateWordOf(state),
    stateSinceMs: state?.fromMs ?? row.firstSeenAtMs,
    flapping,
    speedBps: row.speedBps,
    firstSeenAtMs: row.firstSeenAtMs,
    lastSeenAtMs: row.lastSeenAtMs,
  };
}

const assignedCause = ({ cause, causeText, causeBy, causeAtMs }: IncidentRow): Incident['cause'] =>
  cause === null || causeBy === null || causeAtMs === null
    ? null
    : { cause, text: causeText, by: causeBy, atMs: causeAtMs };

export function viewIncident(row: IncidentRow, notes: number): Incident {
  return {
    id: row.id,
    kind: row.kind,
    severity: row.severity,
    title: row.title,
    deviceId: row.deviceId,
    interfaceId: row.interfaceId,
    linkId: row.linkId,
    sensorId: row.sensorId,
    site: row.site,
    affected: JSON.parse(row.affected) as number[],
    openedAtMs: row.openedAtMs,
    closedAtMs: row.closedAtMs,
    acknowledgedAtMs: row.acknowledgedAtMs,
    acknowledgedBy: row.acknowledgedBy,
    cause: assignedCause(row),
    notes,
  };
}

/** The last reading of a sensor; kept in memory only. */
export interface SensorNow {
  readonly value: number | null;
  readonly word: string | null;
  readonly atMs: number;
  readonly told: Told | null;
}

export const limitsOf = (row: SensorRow): Sensor['limits'] => {
  const { lowCritical, lowWarning, highWarning, highCritical } = row;
  const known = [lowCritical, lowWarning, highWarning, highCritical].some((level) => level !== null);
  return known ? { lowCritical, lowWarning, highWarning, highCritical } : null;
};

/** Of a sensor that nobody can read now a fault is told on, for its incident is open; that it is well is not known any more. */
function healthShown(now: SensorNow | undefined, state: StateRow | undefined): Sensor['health'] {
  const known = HEALTH_WORDS.find((word) => word === state?.state) ?? 'unknown';
  return now === undefined && known === 'ok' ? 'unknown' : known;
}

export function viewSensor(row: SensorRow, now: SensorNow | undefined, state: StateRow | undefined): Sensor {
  return {
    id: row.id,
    deviceId: row.deviceId,
    kind: row.kind,
    name: row.name,
    unit: row.unit,
    value: now?.value ?? null,
    word: now?.word ?? null,
    atMs: now?.atMs ?? null,
    limits: limitsOf(row),
    health: healthShown(now, state),
    healthSinceMs: state?.fromMs ?? row.firstSeenAtMs,
    because: state?.because ?? null,
    component: row.component,
    assembly: row.assembly,
    optic: row.optic,
    partIndex: row.partIndex,
    interfaceId: row.interfaceId,
  };
}

export function viewCredential(row: CredentialRow, hasSecret: boolean, usedBy: number): Credential {
  return { id: row.id, name: row.name, kind: row.kind, summary: row.summary, hasSecret, rank: row.rank, usedBy };
}
