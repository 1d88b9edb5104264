/**
 * The rows of a network file, as the engine sees them: one interface a table, in the engine's units. Ids are given out by the
 * engine itself (`store.nextId`), because it is the file's only writer. State and links are kept as intervals
 * [fromMs, toMs), with toMs null while they last; that is what makes time travel possible.
 */
import type { Component, Health, OpticPart } from '../../../shared/model/hardware.ts';
import type { DeviceFacts, RevisionWhy } from '../../../shared/contract/devices.ts';
import type { BoardGraph } from '../../../shared/contract/boards.ts';
import type { DeviceKind, Severity, StateWord } from '../../../shared/contract/common.ts';
import type { KeptHardware } from '../../../shared/contract/hardware.ts';
import type { IncidentCause, IncidentKind } from '../../../shared/contract/incidents.ts';
import type { CredentialKind } from '../../../shared/contract/settings.ts';
import type { Quality } from '../../../shared/contract/series.ts';

export interface DeviceRow {
  readonly id: number;
  readonly uid: string;
  readonly address: string;
  readonly snmpPort: number;
  /** TCP port at which it answers SSH: 22 unless a person says otherwise. */
  readonly sshPort: number;
  /** Only these are tried, each for its purpose; null where nobody chose: all are. */
  readonly chosenCredentialIds: readonly number[] | null;
  /** What a person called it; null to use sysName or the address. */
  readonly givenName: string | null;
  readonly site: string | null;
  readonly kind: DeviceKind;
  /** True when a person chose the kind: discovery leaves it alone. */
  readonly kindPinned: boolean;
  readonly managed: boolean;
  readonly maintenance: boolean;
  /** When it ends by itself; null for one without an end. */
  readonly maintenanceUntilMs: number | null;
  readonly vendor: string | null;
  readonly model: string | null;
  readonly os: string | null;
  readonly osVersion: string | null;
  readonly serial: string | null;
  readonly sysName: string | null;
  readonly sysDescr: string | null;
  readonly sysObjectId: string | null;
  readonly location: string | null;
  readonly contact: string | null;
  /** LLDP chassis id it reports of itself, "subtype:id"; matches neighbours' rows. */
  readonly chassisId: string | null;
  readonly bootedAtMs: number | null;
  readonly lastAnswerAtMs: number | null;
  readonly addedAtMs: number;
  /** What was learnt of its agent (SnmpTuning as JSON); null before the first answer. */
  readonly tuning: string | null;
  /** Its own lldpLocPortTable (LocalLldpPort[] as JSON): neighbours' rows are matched against it. Null before it was read. */
  readonly lldpPorts: string | null;
}

export interface InterfaceRow {
  readonly id: number;
  readonly deviceId: number;
  readonly ifIndex: number | null;
  readonly name: string;
  readonly description: string | null;
  readonly alias: string | null;
  readonly type: string | null;
  readonly speedBps: number | null;
  readonly mac: string | null;
  readonly mtu: number | null;
  readonly adminStatus: string | null;
  readonly operStatus: string | null;
  readonly firstSeenAtMs: number;
  readonly removedAtMs: number | null;
}

/** Which ifIndex an interface had when. */
export interface IfIndexRow {
  readonly id: number;
  readonly interfaceId: number;
  readonly ifIndex: number;
  readonly fromMs: number;
  readonly toMs: number | null;
}

export interface AddressRow {
  readonly id: number;
  readonly deviceId: number;
  readonly interfaceId: number | null;
  readonly address: string;
  readonly prefixLength: number | null;
}

export interface EvidenceRow {
  readonly id: number;
  readonly deviceId: number;
  readonly protocol: string;
  readonly localInterfaceId: number | null;
  readonly localPort: string | null;
  readonly remoteName: string | null;
  readonly remotePort: string | null;
  readonly remotePortDescription: string | null;
  readonly remotePortSubtype: number | null;
  readonly remoteChassisId: string | null;
  readonly remoteChassisSubtype: number | null;
  readonly remoteAddress: string | null;
  readonly remoteSystemDescription: string | null;
  readonly firstSeenAtMs: number;
  readonly lastSeenAtMs: number;
  readonly missedRuns: number;
}

export interface LinkRow {
  readonly id: number;
  readonly aDeviceId: number;
  readonly aInterfaceId: number | null;
  readonly aPort: string | null;
  readonly bDeviceId: number;
  readonly bInterfaceId: number | null;
  readonly bPort: string | null;
  readonly confidence: 'confirmed' | 'one-sided' | 'inferred' | 'manual';
  readonly ageing: boolean;
  /** JSON array of protocol names. */
  readonly protocols: string;
  readonly rule: string;
  readonly speedBps: number | null;
  readonly firstSeenAtMs: number;
  readonly lastSeenAtMs: number;
  /** When it was found to be gone or replaced; null while current. */
  readonly goneAtMs: number | null;
}

/** What a state belongs to. `icmp`, `snmp`, `ssh` are facts about a device apart from its own state. */
export type StateSubject = 'device' | 'interface' | 'link' | 'sensor' | 'icmp' | 'snmp' | 'ssh';

export interface StateRow {
  readonly id: number;
  readonly subject: StateSubject;
  readonly subjectId: number;
  /** StateWord for device, interface, link; Health for sensor; reachWord for icmp, snmp, ssh. */
  readonly state: StateWord | Health | 'answers' | 'silent' | 'refused' | 'unused';
  readonly because: string | null;
  readonly fromMs: number;
  readonly toMs: number | null;
}

export interface IncidentRow {
  readonly id: number;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly title: string;
  readonly deviceId: number | null;
  readonly interfaceId: number | null;
  readonly linkId: number | null;
  /** The sensor that speaks for the part at fault. */
  readonly sensorId: number | null;
  readonly site: string | null;
  /** JSON array of device ids. */
  readonly affected: string;
  readonly openedAtMs: number;
  readonly closedAtMs: number | null;
  readonly acknowledgedAtMs: number | null;
  readonly acknowledgedBy: string | null;
  /** What a person found; all four are null while nobody has. */
  readonly cause: IncidentCause | null;
  readonly causeText: string | null;
  readonly causeBy: string | null;
  readonly causeAtMs: number | null;
}

export interface IncidentNoteRow {
  readonly id: number;
  readonly incidentId: number;
  readonly atMs: number;
  readonly author: string;
  readonly text: string;
}

export interface IncidentReasonRow {
  readonly id: number;
  readonly incidentId: number;
  readonly atMs: number;
  readonly text: string;
  readonly source: string;
  readonly weight: number;
}

export interface EventRow {
  readonly id: number;
  readonly atMs: number;
  readonly kind: string;
  readonly deviceId: number | null;
  readonly interfaceId: number | null;
  readonly text: string;
  /** The incident it tells of. */
  readonly incidentId: number | null;
}

export interface CredentialRow {
  readonly id: number;
  readonly name: string;
  readonly kind: CredentialKind;
  readonly summary: string;
  readonly sealed: Uint8Array;
  readonly rank: number;
}

/** Which credential a device answers to, one of each purpose. */
export interface DeviceCredentialRow {
  readonly id: number;
  readonly deviceId: number;
  readonly purpose: 'snmp' | 'ssh';
  readonly credentialId: number;
}

/** `id` is the device's. */
export interface PositionRow {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly pinned: boolean;
}

export interface RevisionRow {
  readonly id: number;
  readonly deviceId: number;
  readonly atMs: number;
  /** SHA-256 of the masked text without its volatile lines. */
  readonly stableHash: string;
  /** With its secrets masked: this is what may be shown and exported. */
  readonly text: string;
  /** The whole text, sealed by the vault: what the next revision is compared with. */
  readonly sealed: Uint8Array;
  /** Name of the SSH profile that read it: it knows which lines change by themselves. */
  readonly profile: string | null;
  readonly why: RevisionWhy | null;
  /** Name of the credential that logged in. */
  readonly credential: string | null;
  /** Against the one before, volatile lines left out; null for the first one. */
  readonly linesAdded: number | null;
  readonly linesRemoved: number | null;
}

/** `id` is the device's. */
export interface FactsRow {
  readonly id: number;
  readonly atMs: number;
  readonly facts: DeviceFacts;
}

/** `id` is the device's. What it is made of, as last read. */
export interface HardwareRow {
  readonly id: number;
  readonly atMs: number;
  readonly hardware: KeptHardware;
}

/** A sensor of a device: what stays the same between polls. Its values are samples. */
export interface SensorRow {
  readonly id: number;
  readonly deviceId: number;
  /** What it is known by within the device: object and name, never an index, which a restart may change. */
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly unit: string | null;
  readonly component: Component | null;
  /** Sensors of one part have the same: "fan:fan 2". */
  readonly assembly: string;
  readonly optic: OpticPart | null;
  readonly partIndex: number | null;
  readonly interfaceId: number | null;
  readonly lowCritical: number | null;
  readonly lowWarning: number | null;
  readonly highWarning: number | null;
  readonly highCritical: number | null;
  readonly firstSeenAtMs: number;
  readonly removedAtMs: number | null;
}

/** `id` is the device's. Fingerprints are "SHA256:…" as OpenSSH prints them. */
export interface HostKeyRow {
  readonly id: number;
  readonly trusted: string;
  readonly firstSeenAtMs: number;
  readonly offered: string | null;
}

export interface SettingRow {
  readonly id: string;
  /** JSON. */
  readonly value: string;
}

/** A page of graphs that a person put together. */
export interface BoardRow {
  readonly id: number;
  readonly name: string;
  readonly graphs: readonly BoardGraph[];
}

/** Rates a second of one interface at one poll. Bits and packets; null is unknown. */
export interface InterfaceSampleRow {
  readonly interfaceId: number;
  readonly atMs: number;
  readonly quality: Quality;
  readonly inBps: number | null;
  readonly outBps: number | null;
  readonly inPps: number | null;
  readonly outPps: number | null;
  readonly inErrors: number | null;
  readonly outErrors: number | null;
  readonly inDiscards: number | null;
  readonly outDiscards: number | null;
}

/** Reachability or health of one device; columns not measured by this poll are null. */
export interface DeviceSampleRow {
  readonly deviceId: number;
  readonly atMs: number;
  readonly rttMin: number | null;
  readonly rttAvg: number | null;
  readonly rttMax: number | null;
  readonly jitter: number | null;
  readonly loss: number | null;
  readonly cpu: number | null;
  readonly memory: number | null;
  readonly pollMs: number | null;
}

/** One reading of one sensor, in its unit; null is unknown. */
export interface SensorSampleRow {
  readonly sensorId: number;
  readonly atMs: number;
  readonly value: number | null;
}

/** A stretch in which an engine watched the network; `toMs` moves on while it does. */
export interface WatchRow {
  readonly id: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Rows that are kept whole in memory by the engine, by table. `put` replaces by id. */
export interface Tables {
  readonly devices: DeviceRow;
  readonly interfaces: InterfaceRow;
  readonly ifIndexes: IfIndexRow;
  readonly addresses: AddressRow;
  readonly evidence: EvidenceRow;
  readonly links: LinkRow;
  readonly states: StateRow;
  readonly incidents: IncidentRow;
  readonly incidentNotes: IncidentNoteRow;
  readonly incidentReasons: IncidentReasonRow;
  readonly events: EventRow;
  readonly credentials: CredentialRow;
  readonly deviceCredentials: DeviceCredentialRow;
  readonly positions: PositionRow;
  readonly revisions: RevisionRow;
  readonly facts: FactsRow;
  readonly hardware: HardwareRow;
  readonly sensors: SensorRow;
  readonly hostKeys: HostKeyRow;
  readonly settings: SettingRow;
  readonly boards: BoardRow;
  readonly watches: WatchRow;
}
export type TableName = keyof Tables;
