/** What the engine's side and the two threads say to each other. Values are structured clones. */
import type { TableName } from '../rows.ts';
import type {
  ChangeQuery,
  ChangesOfRange,
  DeviceSeriesQuery,
  EventQuery,
  HandoverQuery,
  HandoverRows,
  IncidentQuery,
  IncidentWithNotes,
  InterfaceSeriesQuery,
  LoadedNetwork,
  LogQuery,
  MomentRows,
  NumberedTable,
  PercentileQuery,
  PortMoment,
  PruneOptions,
  RevisionSummary,
  SensorSeriesQuery,
  Sparkline,
  SparklineQuery,
  StackQuery,
  StateQuery,
  TimeRange,
} from '../store.ts';
import type { StorageUse } from '../../../../shared/contract/storage.ts';
import type { IncidentBucket } from '../../../../shared/contract/overview.ts';
import type { ConfigSummary } from '../../../../shared/contract/configurations.ts';
import type { ConfigFound, ConfigSearch } from '../reads/read-configurations.ts';
import type { LogPage } from '../../../../shared/contract/log.ts';
import type { Series, Stack } from '../../../../shared/contract/series.ts';
import type { EventRow, IncidentNoteRow, IncidentReasonRow, LinkRow, RevisionRow, StateRow } from '../rows.ts';
import type { KindName } from '../samples/sample-kinds.ts';
import type { SqlValue } from '../tables/table.ts';

/** One change of the file. Operations are applied in the order they were queued. */
export type Operation =
  | { readonly kind: 'put'; readonly table: TableName; readonly rows: SqlValue[][] }
  | { readonly kind: 'remove'; readonly table: TableName; readonly ids: readonly (number | string)[] }
  | { readonly kind: 'remove-device'; readonly deviceId: number }
  /** STRIDE numbers a row, as writeInterfaceSample and writeDeviceSample lay them out. */
  | { readonly kind: 'samples'; readonly of: KindName; readonly numbers: Float64Array };

export interface OpenArguments {
  readonly file: string;
  readonly version: string;
  readonly nowMs: number;
}

export interface Opened {
  /** The file by its one true name. */
  readonly file: string;
  /** Highest id ever used, by table. */
  readonly highestIds: Readonly<Record<NumberedTable, number>>;
  readonly migratedFrom: number;
  readonly copy: string | null;
  readonly fileBytes: number;
}

/** A row that the file cannot take: it refers to what does not exist (any more), or has a value missing. */
export interface RefusedRow {
  readonly table: string;
  readonly id: string;
  readonly reason: string;
  /** True when it only refers to something removed in the meantime: no fault. */
  readonly orphan: boolean;
}

export interface Committed {
  readonly ms: number;
  readonly fileBytes: number;
  readonly refused: readonly RefusedRow[];
  /** Samples older than what prune has removed: their place in the roll-ups is closed. */
  readonly tooOld: number;
}

type Calls<Shape> = { readonly [K in keyof Shape]: Shape[K] };

/** What the writer thread does, by name. */
export type WriterCalls = Calls<{
  open: (args: OpenArguments) => Opened;
  batch: (args: { operations: readonly Operation[]; nowMs: number }) => Committed;
  prune: (args: PruneOptions) => { removed: number };
  /** Finishes the roll-ups that are due. */
  settle: (args: { nowMs: number }) => null;
  /** Writes the file anew without its free pages. */
  compact: (args: Record<string, never>) => { beforeBytes: number; afterBytes: number };
  close: (args: Record<string, never>) => null;
}>;

/** What the reader thread does, by name. */
export type ReaderCalls = Calls<{
  open: (args: { file: string; version: string }) => null;
  load: (args: { nowMs: number }) => LoadedNetwork;
  interfaceSeries: (args: InterfaceSeriesQuery) => [number, Series][];
  deviceSeries: (args: DeviceSeriesQuery) => [number, Series][];
  sensorSeries: (args: SensorSeriesQuery) => [number, Series][];
  percentiles: (args: PercentileQuery) => Record<string, number | null>;
  stack: (args: StackQuery) => Stack;
  sparklines: (args: SparklineQuery) => Sparkline[];
  events: (args: EventQuery) => EventRow[];
  log: (args: LogQuery) => LogPage;
  changes: (args: ChangeQuery) => ChangesOfRange;
  trend: (args: { edges: readonly number[] }) => IncidentBucket[];
  handover: (args: HandoverQuery) => HandoverRows;
  incidents: (args: IncidentQuery) => IncidentWithNotes[];
  incidentsById: (args: { ids: readonly number[] }) => IncidentWithNotes[];
  incidentNotes: (args: { incidentId: number }) => IncidentNoteRow[];
  incidentReasons: (args: { incidentId: number }) => IncidentReasonRow[];
  revisions: (args: { deviceId: number }) => RevisionSummary[];
  revision: (args: { revisionId: number }) => RevisionRow | null;
  configSummaries: (args: Record<string, never>) => ConfigSummary[];
  searchConfigs: (args: ConfigSearch) => ConfigFound;
  states: (args: StateQuery) => StateRow[];
  links: (args: TimeRange) => LinkRow[];
  moment: (args: { atMs: number }) => MomentRows;
  portMoment: (args: { atMs: number; deviceId: number }) => PortMoment;
  check: (args: { file: string; version: string }) => FileCheck;
  measure: (args: { file: string; nowMs: number }) => StorageUse;
  backup: (args: { file: string; to: string; overwrite: boolean; version: string }) => { bytes: number };
  close: (args: Record<string, never>) => null;
}>;

export interface FileCheck {
  readonly ok: boolean;
  /** In words; empty when all is well. */
  readonly problems: readonly string[];
  readonly schemaVersion: number | null;
  readonly fileBytes: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** An error on its way between threads. */
export interface Failure {
  /** StoreOpenCode, or null for any other error. */
  readonly code: string | null;
  readonly sqlite: string | null;
  readonly message: string;
}

export interface Request {
  readonly id: number;
  readonly name: string;
  readonly args: unknown;
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: Failure }
  /** Trouble that belongs to no request: a roll-up that could not be written. */
  | { readonly id: null; readonly failure: Failure };
