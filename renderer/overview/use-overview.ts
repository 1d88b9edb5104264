/** Gathers from the topics what the overview is computed of, at the pace of a reader and not of the engine. */
import { useMemo } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { useItem } from '../engine/use-topic.ts';
import { useTopicEvery } from '../engine/use-topic-every.ts';
import { incidentsAt } from '../past/incidents-at.ts';
import { usePlayhead } from '../state/playhead.ts';
import { useNow } from '../ui/use-now.ts';
import {
  busiestLinks,
  countDevices,
  devicesNotUp,
  openIncidents,
  worstAnswers,
  type BusyLink,
  type DeviceCounts,
  type Measured,
  type NotUp,
  type OpenIncidents,
} from './overview-model.ts';

/** Devices, links and samples of a big network change many times a second; nobody reads faster than this. */
const EVERY_MS = 1000;
/** A sample that is older than this many of its intervals tells of another time. */
const STALE_INTERVALS = 3;
const STALE_AT_LEAST_MS = 120_000;
const ROWS = 7;
const FEW_ROWS = 4;

export interface Overview {
  readonly ready: boolean;
  readonly error: { readonly message: string; readonly hint?: string | undefined } | null;
  readonly counts: DeviceCounts;
  readonly open: OpenIncidents;
  readonly notUp: NotUp;
  /** The open incident that makes a device unreachable. */
  readonly incidentOver: (deviceId: number) => Incident | undefined;
  readonly busiest: readonly BusyLink[];
  readonly slowest: readonly Measured[];
  readonly lossiest: readonly Measured[];
  readonly nameOf: (deviceId: number) => string;
  /** Changes when there are new incidents. */
  readonly newestIncidentId: number;
  /** Changes when devices or links came or went. */
  readonly networkVersion: string;
}

/** From when on a sample counts. */
function useFreshFrom(): { readonly counters: number; readonly echoes: number } {
  const settings = useItem('settings', {}, 'settings');
  const atMs = usePlayhead((state) => state.atMs);
  const presentMs = useNow(10_000);
  const nowMs = atMs ?? presentMs;
  const from = (intervalS: number | undefined): number =>
    nowMs - Math.max(STALE_AT_LEAST_MS, STALE_INTERVALS * (intervalS ?? 0) * 1000);
  return { counters: from(settings?.counterIntervalS), echoes: from(settings?.icmpIntervalS) };
}

export function useOverview(): Overview {
  const devices = useTopicEvery('devices', {}, EVERY_MS);
  const incidents = useTopicEvery('incidents', {}, EVERY_MS);
  const links = useTopicEvery('links', {}, EVERY_MS);
  const ports = useTopicEvery('samples.interfaces', {}, EVERY_MS);
  const latest = useTopicEvery('samples.devices', {}, EVERY_MS);
  const atMs = usePlayhead((state) => state.atMs);
  const fresh = useFreshFrom();
  const counts = useMemo(() => countDevices(devices.items), [devices]);
  const notUp = useMemo(() => devicesNotUp(devices.items, ROWS), [devices]);
  const open = useMemo(
    () => openIncidents(atMs === null ? incidents.items : incidentsAt(incidents.items, atMs), ROWS),
    [incidents, atMs],
  );
  const busiest = useMemo(
    () => busiestLinks(links.items, (id) => ports.byId.get(id), ROWS, fresh.counters),
    [links, ports, fresh.counters],
  );
  const worst = useMemo(() => {
    const of = (metric: 'rttAvg' | 'loss') =>
      worstAnswers(devices.items, (id) => latest.byId.get(id), metric, FEW_ROWS, fresh.echoes);
    return { slowest: of('rttAvg'), lossiest: of('loss') };
  }, [devices, latest, fresh.echoes]);
  return {
    ready: devices.ready && incidents.ready,
    error: devices.error ?? incidents.error ?? links.error,
    counts,
    open,
    notUp,
    incidentOver: (deviceId) =>
      incidents.items.find(({ closedAtMs, affected }) => closedAtMs === null && affected.includes(deviceId)),
    busiest,
    ...worst,
    nameOf: (deviceId) => devices.byId.get(deviceId)?.name ?? `device ${deviceId}`,
    newestIncidentId: incidents.items.reduce((newest, { id }) => Math.max(newest, id), 0),
    networkVersion: `${devices.items.length} ${links.items.length}`,
  };
}
