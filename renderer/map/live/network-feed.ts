/** Follows what the map shows, outside of React: samples come several times a second and draw, but never re-render. */
import type { Device } from '../../../shared/contract/devices.ts';
import type { Incident } from '../../../shared/contract/incidents.ts';
import type { InterfaceLatest } from '../../../shared/contract/series.ts';
import type { Link, Position } from '../../../shared/contract/topology.ts';
import { followTopic, topicStore } from '../../engine/topic-store.ts';

export interface NetworkNow {
  readonly devices: readonly Device[];
  readonly links: readonly Link[];
  readonly positions: readonly Position[];
  readonly incidents: readonly Incident[];
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

export function followNetwork({ networkChanged, samplesChanged }: FeedListener): NetworkFeed {
  const devices = topicStore('devices', {});
  const links = topicStore('links', {});
  const positions = topicStore('positions', {});
  const incidents = topicStore('incidents', {});
  const samples = topicStore('samples.interfaces', {});
  const stops = [
    followTopic('devices', {}),
    followTopic('links', {}),
    followTopic('positions', {}),
    followTopic('incidents', {}),
    followTopic('samples.interfaces', {}),
    devices.subscribe(networkChanged),
    links.subscribe(networkChanged),
    positions.subscribe(networkChanged),
    incidents.subscribe(networkChanged),
    samples.subscribe(samplesChanged),
  ];
  return {
    now: () => ({
      devices: devices.getState().items,
      links: links.getState().items,
      positions: positions.getState().items,
      incidents: incidents.getState().items,
      ready: devices.getState().ready && links.getState().ready && positions.getState().ready,
    }),
    sample: (interfaceId) => samples.getState().byId.get(interfaceId),
    close: () => {
      for (const stop of stops) stop();
    },
  };
}
