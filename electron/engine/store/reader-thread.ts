/** The reader thread: graphs, history, checks and copies, on a connection that cannot write. */
import './require-node.ts';
import { canonicalPath, closeReading, hasLog, openForReading, schemaVersionOf } from './connection.ts';
import type { Connection } from './connection.ts';
import { SCHEMA_VERSION } from './migrations/all-migrations.ts';
import { backUpFile } from './reads/back-up-file.ts';
import { checkNetworkFile } from './reads/check-file.ts';
import { readChanges, readTrend } from './reads/read-changes.ts';
import { readHandover } from './reads/read-handover.ts';
import { loadNetwork } from './reads/load-network.ts';
import { measureFile } from './reads/measure-file.ts';
import { readConfigSummaries, searchConfigs } from './reads/read-configurations.ts';
import {
  readEvents,
  readIncidentNotes,
  readIncidentReasons,
  readIncidentsById,
  readIncidentsOfRange,
  readLinksOfRange,
  readRevision,
  readRevisions,
  readStates,
} from './reads/read-history.ts';
import { readLog } from './reads/read-log.ts';
import { readStack } from './reads/read-stack.ts';
import { readPercentiles, readSeries } from './reads/read-series.ts';
import { readMoment, readPortMoment } from './reads/read-moment.ts';
import { deviceSamples, interfaceSamples, sensorSamples } from './samples/sample-kinds.ts';
import { inPlainWords } from './sqlite-error.ts';
import { StoreOpenError } from './store-open-error.ts';
import type { ReaderCalls } from './threads/protocol.ts';
import { serveThread } from './threads/serve-thread.ts';

let connection: Connection | null = null;
let openFile = '';
let alone = false;

const open = (wanted: string, version: string): void => {
  const file = canonicalPath(wanted);
  openFile = file;
  alone = !hasLog(file);
  try {
    const opened = openForReading(file);
    const schemaVersion = schemaVersionOf(opened, file, version);
    if (schemaVersion < SCHEMA_VERSION) {
      closeReading(opened, file, alone);
      throw new StoreOpenError(
        schemaVersion === 0 ? 'not-a-network' : 'older',
        schemaVersion === 0
          ? `${file} is empty: it is not a Trunkline network file yet.`
          : `${file} has schema ${schemaVersion}, and this is version ${version} with schema ${SCHEMA_VERSION}. ` +
              'Open it once with "trunkline serve" to bring it up to date.',
      );
    }
    connection = opened;
  } catch (error) {
    throw inPlainWords(error, file);
  }
};

/** Runs in one read transaction, and puts SQLite's errors in plain words. */
const reading = <T>(read: (from: Connection) => T): T => {
  const from = connection;
  if (from === null) throw new Error('the network file is not open');
  try {
    return from.transaction(() => read(from)).deferred();
  } catch (error) {
    throw inPlainWords(error, openFile);
  }
};

serveThread<ReaderCalls>({
  open: ({ file, version }) => {
    open(file, version);
    return null;
  },
  load: ({ nowMs }) => reading((from) => loadNetwork(from, nowMs)),
  interfaceSeries: ({ interfaceIds, ...query }) =>
    reading((from) => interfaceIds.map((id) => [id, readSeries(from, { ...query, kind: interfaceSamples, id })])),
  deviceSeries: ({ deviceIds, ...query }) =>
    reading((from) => deviceIds.map((id) => [id, readSeries(from, { ...query, kind: deviceSamples, id })])),
  sensorSeries: ({ sensorIds, ...query }) =>
    reading((from) =>
      sensorIds.map((id) => [id, readSeries(from, { ...query, metrics: ['value'], kind: sensorSamples, id })]),
    ),
  percentiles: ({ interfaceId, ...query }) =>
    reading((from) => readPercentiles(from, { ...query, kind: interfaceSamples, id: interfaceId })),
  stack: (query) => reading((from) => readStack(from, query)),
  sparklines: ({ interfaceIds, ...query }) =>
    reading((from) =>
      interfaceIds.map((interfaceId) => {
        const metrics = ['inBps', 'outBps'];
        const { atMs, columns } = readSeries(from, { ...query, metrics, kind: interfaceSamples, id: interfaceId });
        return { interfaceId, atMs, inBps: columns['inBps']?.mean ?? [], outBps: columns['outBps']?.mean ?? [] };
      }),
    ),
  events: (query) => reading((from) => readEvents(from, query)),
  log: (query) => reading((from) => readLog(from, query)),
  incidents: (query) => reading((from) => readIncidentsOfRange(from, query)),
  changes: (query) => reading((from) => readChanges(from, query)),
  trend: ({ edges }) => reading((from) => readTrend(from, edges)),
  handover: (query) => reading((from) => readHandover(from, query)),
  incidentsById: ({ ids }) => reading((from) => readIncidentsById(from, ids)),
  incidentNotes: ({ incidentId }) => reading((from) => readIncidentNotes(from, incidentId)),
  incidentReasons: ({ incidentId }) => reading((from) => readIncidentReasons(from, incidentId)),
  revisions: ({ deviceId }) => reading((from) => readRevisions(from, deviceId)),
  revision: ({ revisionId }) => reading((from) => readRevision(from, revisionId)),
  configSummaries: () => reading((from) => readConfigSummaries(from)),
  searchConfigs: (query) => reading((from) => searchConfigs(from, query)),
  states: (query) => reading((from) => readStates(from, query)),
  links: (query) => reading((from) => readLinksOfRange(from, query)),
  moment: ({ atMs }) => reading((from) => readMoment(from, atMs)),
  portMoment: (query) => reading((from) => readPortMoment(from, query)),
  check: ({ file, version }) => checkNetworkFile(file, version),
  measure: ({ file, nowMs }) => measureFile(file, nowMs),
  backup: (args) => backUpFile(args),
  close: () => {
    if (connection !== null) closeReading(connection, openFile, alone);
    connection = null;
    return null;
  },
});
