/** Follows what the map shows, outside of React: samples come several times a second and draw, but never re-render. */
import type { Device } from '../../../shared/contract/devices.ts';
import type { DiscoveryRun } from '../../../shared/contract/discovery.ts';
import type { Incident } from '../../../shared/contract/incidents.ts';
import type { InterfaceLatest } from '../../../shared/contract/series.ts';
import type { Link, Position } from '../../../shared/contract/topology.ts';
import { followTopic, topicStore } from '../../engine/topic-store.ts';
import { incidentsShown } from '../../past/past-incidents.ts';

export interface NetworkNow {
  readonly devices: readonly Device[];
  readonly links: readonly Link[];
  readonly positions: readonly Position[];
  readonly incidents: readonly Incident[];
  /** Devices are being found: more will come, and their links later still. */
  readonly discovering: boolean;
  readonly ready: boolean;
}

export interface NetworkFeed {
  now(): NetworkNow;
  /** Newest rates of an interface at an end of a link; undefined while unknown. */
  sample(interfaceId: number): InterfaceLatest | undefined;
  close(): void;
}

export interface FeedListener {
  /** Devices, links, positions or incidents are different. */
  readonly networkChanged: () => void;
  readonly samplesChanged: () => void;
}

/** The map of a topic is changed in place: what it said before is not to be had from an earlier state of its store. */
const isRunning = ({ items }: { readonly items: readonly DiscoveryRun[] }): boolean => items[0]?.state === 'running';

export function followNetwork({ networkChanged, samplesChanged }: FeedListener): NetworkFeed {
  const devices = topicStore('devices', {});
  const links = topicStore('links', {});
  const positions = topicStore('positions', {});
  const incidents = topicStore('incidents', {});
  const runs = topicStore('discovery.run', {});
  const samples = topicStore('samples.interfaces', {});
  const stops = [
    followTopic('devices', {}),
    followTopic('links', {}),
    followTopic('positions', {}),
    followTopic('incidents', {}),
    followTopic('discovery.run', {}),
    followTopic('samples.interfaces', {}),
    devices.subscribe(networkChanged),
    links.subscribe(networkChanged),
    positions.subscribe(networkChanged),
    incidents.subscribe(networkChanged),
    runs.subscribe((now, before) => {
      // Its progress changes several times a second and means nothing to the map.
      if (isRunning(now) !== isRunning(before) || now.ready !== before.ready) networkChanged();
    }),
    samples.subscribe(samplesChanged),
  ];
  return {
    now: () => ({
      devices: devices.getState().items,
      links: links.getState().items,
      positions: positions.getState().items,
      incidents: incidentsShown(incidents.getState().items),
      discovering: isRunning(runs.getState()),
      ready: [devices, links, positions, runs].every((store) => store.getState().ready),
    }),
    sample: (interfaceId) => samples.getState().byId.get(interfaceId),
    close: () => {
      for (const stop of stops) stop();
    },
  };
}
