/** Gathers the topology from a network file, as it is or as it was. */
import type { ReadOnlyStore } from '../../engine/store/store.ts';
import { topologyDocument, type TopologyDocument } from './topology-document.ts';

/** With `atMs`: links, states and ifIndex of that moment. A device is there from when it was added. */
export async function readTopology(store: ReadOnlyStore, atMs: number | null): Promise<TopologyDocument> {
  const loaded = await store.load();
  if (atMs === null) return topologyDocument(loaded);
  const moment = { fromMs: atMs, toMs: atMs + 1 };
  const [links, states] = await Promise.all([store.readLinks(moment), store.readStates(moment)]);
  const devices = loaded.devices.filter((row) => row.addedAtMs <= atMs);
  return topologyDocument({ ...loaded, devices, links, states });
}
