/** What the engine may ask of its network file: the interfaces only. `open-store.ts` makes them. */
import type { RetentionSettings } from '../../../shared/model/storage-forecast.ts';
import type { IncidentBucket } from '../../../shared/contract/overview.ts';
import type { LogFilter, LogPage, LogPlace } from '../../../shared/contract/log.ts';
import type { ConfigSummary } from '../../../shared/contract/configurations.ts';
import type { ConfigFound, ConfigSearch } from './reads/read-configurations.ts';
import type { DeviceMetric, InterfaceMetric, Series, Stack } from '../../../shared/contract/series.ts';
import type {
  AddressRow,
  BoardRow,
  CredentialRow,
  DeviceCredentialRow,
  DeviceRow,
  DeviceSampleRow,
  EventRow,
  EvidenceRow,
  FactsRow,
  HardwareRow,
  HostKeyRow,
  IfIndexRow,
  IncidentNoteRow,
  IncidentReasonRow,
  IncidentRow,
  InterfaceRow,
  InterfaceSampleRow,
  LinkRow,
  PositionRow,
  RevisionRow,
  SensorRow,
  SensorSampleRow,
  SettingRow,
  StateRow,
  StateSubject,
  TableName,
  Tables,
  WatchRow,
} from './rows.ts';

/** Tables whose rows get their ids from `nextId`; in the others the id is a device's or a setting's name. */
export type NumberedTable = Exclude<TableName, 'settings' | 'positions' | 'facts' | 'hardware' | 'hostKeys'>;

/** An incident with how many notes it has. */
export interface IncidentWithNotes extends IncidentRow {
  readonly notes: number;
}

/** All that the engine keeps in memory. */
export interface LoadedNetwork {
  readonly devices: readonly DeviceRow[];
  readonly interfaces: readonly InterfaceRow[];
  /** Current ones. */
  readonly ifIndexes: readonly IfIndexRow[];
  readonly addresses: readonly AddressRow[];
  readonly evidence: readonly EvidenceRow[];
  /** Current ones. */
  readonly links: readonly LinkRow[];
  /** Current ones: toMs is null. */
  readonly states: readonly StateRow[];
  /** Open ones, and those closed in the last seven days. */
  readonly incidents: readonly IncidentWithNotes[];
  readonly credentials: readonly CredentialRow[];
  readonly deviceCredentials: readonly DeviceCredentialRow[];
  readonly positions: readonly PositionRow[];
  readonly facts: readonly FactsRow[];
  readonly hardware: readonly HardwareRow[];
  readonly sensors: readonly SensorRow[];
  readonly hostKeys: readonly HostKeyRow[];
  readonly settings: readonly SettingRow[];
  readonly boards: readonly BoardRow[];
}

export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A graph's range, half-open [fromMs, toMs), and how many points it can show: 2 to 4,000. */
export interface GraphRange extends TimeRange {
  readonly maxPoints: number;
}

/** False: no 95th percentile is computed. Default true. */
export interface PercentileWish {
  readonly percentile?: boolean | undefined;
}

export interface PercentileQuery extends TimeRange {
  readonly interfaceId: number;
  readonly metrics: readonly InterfaceMetric[];
}

export interface InterfaceSeriesQuery extends GraphRange, PercentileWish {
  readonly interfaceIds: readonly number[];
  readonly metrics: readonly InterfaceMetric[];
}

export interface DeviceSeriesQuery extends GraphRange, PercentileWish {
  readonly deviceIds: readonly number[];
  readonly metrics: readonly DeviceMetric[];
}

export interface SensorSeriesQuery extends GraphRange {
  readonly sensorIds: readonly number[];
}

export interface StackQuery extends GraphRange {
  readonly interfaceIds: readonly number[];
  readonly metrics: readonly InterfaceMetric[];
}

export interface SparklineQuery extends GraphRange {
  readonly interfaceIds: readonly number[];
}

export interface Sparkline {
  readonly interfaceId: number;
  readonly atMs: number[];
  readonly inBps: (number | null)[];
  readonly outBps: (number | null)[];
}

export interface EventQuery extends TimeRange {
  readonly deviceId?: number | undefined;
  /** Only these; all where absent. */
  readonly kinds?: readonly string[] | undefined;
  readonly limit: number;
}

/** A page of the log: what passes the filter before a place, newest first. */
export interface LogQuery extends TimeRange, LogFilter {
  readonly before?: LogPlace | undefined;
  readonly limit: number;
}

export interface ChangeQuery extends TimeRange {
  /** Kinds of events that are counted. */
  readonly kinds: readonly string[];
  /** The one kind whose rows are wanted; absent: of all. */
  readonly only?: string | undefined;
  readonly limit: number;
}

export interface ChangesOfRange {
  /** By kind. */
  readonly counts: Readonly<Record<string, number>>;
  /** Newest first. */
  readonly rows: EventRow[];
}

export interface HandoverQuery extends TimeRange {
  readonly limit: number;
}

export interface HandoverRows {
  /** Open at any moment of the range, or noted on in it; newest first. */
  readonly incidents: IncidentWithNotes[];
  /** More than the limit. */
  readonly more: boolean;
  /** All notes of those incidents. */
  readonly notes: IncidentNoteRow[];
  readonly endedMaintenance: StateRow[];
}

export interface StateQuery extends TimeRange {
  readonly subject?: StateSubject | undefined;
  readonly subjectId?: number | undefined;
}

/** Newest first: a page begins after the last incident of the one before. */
export interface IncidentQuery extends TimeRange {
  readonly limit: number;
  readonly before?: { readonly openedAtMs: number; readonly id: number } | undefined;
}

/** Mean rates around a moment, in bit/s; null is unknown. */
export interface UseRow {
  readonly id: number;
  readonly inBps: number | null;
  readonly outBps: number | null;
}

/** Means around a moment: round trip in milliseconds, the rest in percent; null is unknown. */
export interface HealthRow {
  readonly id: number;
  readonly rttAvg: number | null;
  readonly loss: number | null;
  readonly cpu: number | null;
  readonly memory: number | null;
}

/** What the file knows of one moment. */
export interface MomentRows {
  /** The last watch that had begun by then, and the one after it. */
  readonly watches: readonly WatchRow[];
  /** Of the devices that were known then; those without a state have none. */
  readonly devices: readonly { readonly id: number; readonly state: StateRow | null }[];
  readonly links: readonly { readonly row: LinkRow; readonly state: StateRow | null }[];
  readonly incidents: readonly IncidentWithNotes[];
  /** Of the ports at the ends of these links. */
  readonly use: readonly UseRow[];
  readonly health: readonly HealthRow[];
}

export interface PortMoment {
  /** The last watch that had begun by then. */
  readonly watches: readonly WatchRow[];
  readonly ports: readonly { readonly id: number; readonly state: StateRow | null }[];
  readonly use: readonly UseRow[];
}

/** A kept configuration without its text. */
export interface RevisionSummary extends Omit<RevisionRow, 'text' | 'sealed'> {
  readonly lines: number;
  readonly bytes: number;
}

/** What only looks at a network file. Works beside a running engine, and sees what that one has committed. */
export interface ReadOnlyStore {
  readonly file: string;
  load(): Promise<LoadedNetwork>;
  /** One series an interface asked for, by its id. A bucket without samples is null: a gap is never bridged. */
  readInterfaceSeries(query: InterfaceSeriesQuery): Promise<ReadonlyMap<number, Series>>;
  /** One series a device asked for, by its id. */
  readDeviceSeries(query: DeviceSeriesQuery): Promise<ReadonlyMap<number, Series>>;
  /** One series a sensor asked for, by its id; its column is `value`. */
  readSensorSeries(query: SensorSeriesQuery): Promise<ReadonlyMap<number, Series>>;
  /** 95th percentiles by metric; null where too few means of 5 minutes exist. */
  readPercentiles(query: PercentileQuery): Promise<Record<string, number | null>>;
  /** Several interfaces on one grid of time, to be added up. */
  readStack(query: StackQuery): Promise<Stack>;
  /** In the order of the ids asked for. */
  readSparklines(query: SparklineQuery): Promise<Sparkline[]>;
  /** Newest first. */
  readEvents(query: EventQuery): Promise<EventRow[]>;
  /** Events and changes of state. An answer looks at so much and no more; see LogPage. */
  readLog(query: LogQuery): Promise<LogPage>;
  /** Incidents that were open at any moment of the range, newest first. */
  readIncidents(query: TimeRange & { readonly limit: number }): Promise<IncidentWithNotes[]>;
  readChanges(query: ChangeQuery): Promise<ChangesOfRange>;
  /** Incidents that opened between each edge and the next. */
  readTrend(edges: readonly number[]): Promise<IncidentBucket[]>;
  readHandover(query: HandoverQuery): Promise<HandoverRows>;
  readIncidents(query: IncidentQuery): Promise<IncidentWithNotes[]>;
  /** Those of these ids that exist, in no order. */
  readIncidentsById(ids: readonly number[]): Promise<IncidentWithNotes[]>;
  readIncidentNotes(incidentId: number): Promise<IncidentNoteRow[]>;
  readIncidentReasons(incidentId: number): Promise<IncidentReasonRow[]>;
  /** Newest first. */
  readRevisions(deviceId: number): Promise<RevisionSummary[]>;
  readRevision(revisionId: number): Promise<RevisionRow | null>;
  /** The newest of every device that has one, in order of the devices' ids. */
  readConfigSummaries(): Promise<ConfigSummary[]>;
  /** One slice of a search; see ConfigFound. */
  searchConfigs(query: ConfigSearch): Promise<ConfigFound>;
  /** Intervals that overlap the range, in order of their start. */
  readStates(query: StateQuery): Promise<StateRow[]>;
  /** Links that existed at any moment of the range. */
  readLinks(query: TimeRange): Promise<LinkRow[]>;
  /** The network at a moment. */
  readMoment(atMs: number): Promise<MomentRows>;
  /** The ports of a device at a moment. */
  readPortMoment(query: { readonly atMs: number; readonly deviceId: number }): Promise<PortMoment>;
  close(): Promise<void>;
}

export interface StoreStats {
  /** Rows queued or on their way to the file, not yet committed. */
  readonly writeQueue: number;
  readonly fileBytes: number;
  /** How long the last commit took. */
  readonly lastCommitMs: number;
  /** The slowest reads and writes since the start, slowest first. */
  readonly slowest: readonly { readonly name: string; readonly ms: number }[];
}

/** For how many days what is kept. */
export interface PruneOptions extends RetentionSettings {
  readonly nowMs: number;
}

/**
 * A network file open for writing; there is one such at a time, in all processes. What is put is queued and committed within
 * 100 ms; `flush` tells when. History that is read (events, notes, states …) includes what was put before.
 */
export interface Store extends ReadOnlyStore {
  /** A fresh id, never used before in this file. */
  nextId(table: NumberedTable): number;
  /** Inserts or replaces by id. */
  put<N extends TableName>(table: N, rows: readonly Tables[N][]): void;
  remove(table: TableName, ids: readonly (number | string)[]): void;
  /** Removes the device with its interfaces, links, samples and all its history. */
  removeDevice(deviceId: number): void;
  addInterfaceSamples(rows: readonly InterfaceSampleRow[]): void;
  /** Several polls may write the same device and millisecond: columns that are not null win. */
  addDeviceSamples(rows: readonly DeviceSampleRow[]): void;
  addSensorSamples(rows: readonly SensorSampleRow[]): void;
  /** Resolves when everything queued before is committed and safe from a crash. Waits as long as the disk is full. */
  flush(): Promise<void>;
  /** Removes what is older than is to be kept; samples only after they went into the roll-ups. */
  prune(options: PruneOptions): Promise<{ removed: number }>;
  /** Flushes, then finishes the roll-ups that are due by the clock. They come by themselves; this waits for them. */
  finishRollUps(): Promise<void>;
  stats(): StoreStats;
  /** Hears of a full disk, a damaged file, a refused row. What is queued is kept and tried again. */
  onFailure(listener: (error: Error) => void): void;
  /** Flushes, checkpoints, releases the lock. Rejects when something could not be written, saying how much. */
  close(): Promise<void>;
}
