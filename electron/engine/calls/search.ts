/** Finds devices, interfaces, addresses, MACs and incidents by a part of their text. Pure but for reading the network. */
import type { SearchHit } from '../../../shared/contract/settings.ts';
import type { Network } from '../network/network.ts';

/** Best first: names that begin with the text, then names that hold it, then the rest. */
export function findInNetwork(network: Network, text: string, limit: number): SearchHit[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const hits: { hit: SearchHit; score: number }[] = [];
  for (const hit of candidates(network, wanted)) {
    hits.push({ hit, score: scoreOf(hit, wanted) });
    if (hits.length >= 2000) break;
  }
  return hits
    .sort((a, b) => a.score - b.score || a.hit.title.localeCompare(b.hit.title))
    .slice(0, limit)
    .map(({ hit }) => hit);
}

const scoreOf = (hit: SearchHit, wanted: string): number => {
  const title = hit.title.toLowerCase();
  const place = title === wanted ? 0 : title.startsWith(wanted) ? 1 : title.includes(wanted) ? 2 : 3;
  return place * 10 + ['device', 'incident', 'address', 'interface', 'mac'].indexOf(hit.kind);
};

function* candidates(network: Network, wanted: string): Generator<SearchHit> {
  for (const device of network.deviceItems.all()) {
    const subtitle = [device.address, device.vendor, device.model, device.site]
      .filter((part) => part !== null)
      .join(', ');
    if (holds(wanted, device.name, subtitle, device.serial, device.sysName)) {
      yield { kind: 'device', id: device.id, deviceId: device.id, title: device.name, subtitle };
    }
  }
  for (const incident of network.incidentItems.all()) {
    if (!holds(wanted, incident.title, `${incident.id}`)) continue;
    const subtitle = `Incident ${incident.id}, ${incident.closedAtMs === null ? 'open' : 'closed'}`;
    yield { kind: 'incident', id: incident.id, deviceId: incident.deviceId, title: incident.title, subtitle };
  }
  for (const row of network.addresses.all()) {
    if (!holds(wanted, row.address)) continue;
    yield {
      kind: 'address',
      id: row.deviceId,
      deviceId: row.deviceId,
      title: row.address,
      subtitle: network.nameOf(row.deviceId),
    };
  }
  for (const row of network.interfaces.all()) yield* interfaceHits(network, row, wanted);
}

function* interfaceHits(
  network: Network,
  row: {
    id: number;
    deviceId: number;
    name: string;
    alias: string | null;
    description: string | null;
    mac: string | null;
  },
  wanted: string,
): Generator<SearchHit> {
  const subtitle = [network.nameOf(row.deviceId), row.alias].filter((part) => part !== null && part !== '').join(', ');
  if (holds(wanted, row.name, row.alias, row.description)) {
    yield { kind: 'interface', id: row.id, deviceId: row.deviceId, title: row.name, subtitle };
  } else if (row.mac !== null && holds(wanted.replaceAll(/[.\-:]/g, ''), row.mac.replaceAll(':', ''))) {
    yield { kind: 'mac', id: row.id, deviceId: row.deviceId, title: row.mac, subtitle: `${subtitle}, ${row.name}` };
  }
}

const holds = (wanted: string, ...texts: (string | null)[]): boolean =>
  wanted !== '' && texts.some((text) => text !== null && text.toLowerCase().includes(wanted));
