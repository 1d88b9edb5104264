import type { BoardGraph } from '../../shared/contract/boards.ts';
import { useItem, useTopic } from '../engine/use-topic.ts';
import { trafficViews } from '../graphs/interface-metrics.ts';
import { deviceGraphNames } from './new-graph.ts';

export interface GraphNames {
  /** What stands in its head. */
  readonly title: string;
  /** What it shows is not in the network any more: which, in words. */
  readonly vanished: string | null;
}

interface Subject {
  readonly deviceId: number;
  readonly interfaceId: number | null;
  readonly lastName: string;
}

function firstSubject(graph: BoardGraph): Subject {
  if (graph.about === 'device') return { deviceId: graph.deviceId, interfaceId: null, lastName: graph.name };
  const [port] = graph.ports;
  return {
    deviceId: port?.deviceId ?? 0,
    interfaceId: port?.interfaceId ?? null,
    lastName: port?.name ?? '',
  };
}

function standardTitle(graph: BoardGraph, name: string): string {
  if (graph.about === 'device') return `${name}: ${deviceGraphNames[graph.kind].toLowerCase()}`;
  const kind = trafficViews[graph.kind].name.toLowerCase();
  const more = graph.ports.length - 1;
  return more === 0 ? `${name}: ${kind}` : `${name} and ${more} more: ${kind}`;
}

/** Parts of a stack whose device is gone; of those that are there the stack itself tells what is unknown. */
function useGoneDevices(graph: BoardGraph): readonly string[] {
  const { ready, byId } = useTopic('devices', {});
  if (!ready) return [];
  const subjects = graph.about === 'device' ? [{ deviceId: graph.deviceId, name: graph.name }] : graph.ports;
  return subjects.filter(({ deviceId }) => !byId.has(deviceId)).map(({ name }) => name);
}

export function useGraphNames(graph: BoardGraph): GraphNames {
  const subject = firstSubject(graph);
  const device = useItem('devices', {}, subject.deviceId);
  const gone = useGoneDevices(graph);
  const single = graph.about === 'interfaces' && graph.ports.length === 1;
  // A device without interfaces (not read yet) is no proof that this one is gone.
  const ports = useTopic('interfaces', device === undefined ? null : { deviceId: subject.deviceId });
  const port = subject.interfaceId === null ? undefined : ports.byId.get(subject.interfaceId);
  const now = [device?.name, port?.name].filter((word) => word !== undefined).join(' ');
  const known = device !== undefined && (subject.interfaceId === null || port !== undefined);
  const title = graph.title ?? standardTitle(graph, known ? now : subject.lastName);
  if (gone.length > 0) return { title, vanished: `${gone.join(', ')}: the device was removed from the network.` };
  const lost = single && ports.ready && ports.items.length > 0 && port === undefined;
  return { title, vanished: lost ? `${subject.lastName}: the device has no such interface any more.` : null };
}
