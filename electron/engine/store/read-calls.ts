/** The reading half of a store: each call goes to the reader thread. */
import type { Clock, Log } from '../../host/host.ts';
import type { Slowest } from './queue/slowest.ts';
import type { ReadOnlyStore } from './store.ts';
import type { ReaderCalls } from './threads/protocol.ts';
import type { ThreadLink } from './threads/thread-link.ts';

/** Longer reads are named in the log. */
const SLOW_MS = 500;

export interface ReadCallsOptions {
  readonly reader: ThreadLink<ReaderCalls>;
  readonly clock: Clock;
  readonly log: Log;
  readonly slowest: Slowest;
  /** Awaited before history is read, so that a read sees what was put before it. */
  readonly settled: () => Promise<void>;
}

export type ReadCalls = Omit<ReadOnlyStore, 'file' | 'close'>;

export function readCalls({ reader, clock, log, slowest, settled }: ReadCallsOptions): ReadCalls {
  const ask = async <N extends keyof ReaderCalls>(
    name: N,
    args: Parameters<ReaderCalls[N]>[0],
  ): Promise<ReturnType<ReaderCalls[N]>> => {
    const started = clock.monotonic();
    const answer = await reader.request(name, args);
    const ms = clock.monotonic() - started;
    slowest.note(`read ${name}`, ms);
    if (ms > SLOW_MS) log.warn('slow read', { name, ms: Math.round(ms) });
    return answer;
  };
  const askSettled: typeof ask = async (name, args) => {
    await settled();
    return ask(name, args);
  };
  return {
    load: () => askSettled('load', { nowMs: clock.now() }),
    readInterfaceSeries: async (query) => new Map(await ask('interfaceSeries', query)),
    readDeviceSeries: async (query) => new Map(await ask('deviceSeries', query)),
    readSensorSeries: async (query) => new Map(await ask('sensorSeries', query)),
    readPercentiles: (query) => ask('percentiles', query),
    readStack: (query) => ask('stack', query),
    readSparklines: (query) => ask('sparklines', query),
    readEvents: (query) => askSettled('events', query),
    readLog: (query) => askSettled('log', query),
    readIncidents: (query) => askSettled('incidents', query),
    readChanges: (query) => askSettled('changes', query),
    readTrend: (edges) => askSettled('trend', { edges }),
    readHandover: (query) => askSettled('handover', query),
    readIncidentsById: (ids) => askSettled('incidentsById', { ids }),
    readIncidentNotes: (incidentId) => askSettled('incidentNotes', { incidentId }),
    readIncidentReasons: (incidentId) => askSettled('incidentReasons', { incidentId }),
    readRevisions: (deviceId) => askSettled('revisions', { deviceId }),
    readRevision: (revisionId) => askSettled('revision', { revisionId }),
    readConfigSummaries: () => askSettled('configSummaries', {}),
    searchConfigs: (query) => askSettled('searchConfigs', query),
    readStates: (query) => askSettled('states', query),
    readLinks: (query) => askSettled('links', query),
    readMoment: (atMs) => askSettled('moment', { atMs }),
    readPortMoment: (query) => askSettled('portMoment', query),
  };
}
