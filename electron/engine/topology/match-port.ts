/**
 * Says which interface of a known device a neighbour row means by its port. The device's own lldpLocPortTable is asked
 * first, since there the very same id stands beside the port; then the id is read by its LLDP subtype (IEEE 802.1AB: 1
 * alias, 3 MAC, 4 address, 5 name, 7 local); then the description. What fits several interfaces fits none, and an
 * unresolved port is no reason to drop the link: it is drawn with the raw text.
 */
import { normaliseMac } from '../../../shared/units/mac.ts';
import { slotAndPort } from '../../../shared/units/slot-port.ts';
import type { EvidenceRow, InterfaceRow } from '../store/rows.ts';
import type { TopologyDevice } from './device-index.ts';
import { cleanText, expandInterfaceName } from './normalise.ts';

export interface PortMatch {
  readonly port: InterfaceRow;
  readonly by: string;
}

export type PortOwner = Pick<TopologyDevice, 'interfaces' | 'lldpPorts' | 'addresses'>;
type PortText = Pick<EvidenceRow, 'remotePort' | 'remotePortSubtype' | 'remotePortDescription'>;

export function matchRemotePort(device: PortOwner, row: PortText): PortMatch | null {
  const live = device.interfaces.filter((port) => port.removedAtMs === null);
  const id = cleanText(row.remotePort);
  const description = cleanText(row.remotePortDescription);
  if (id !== null) {
    const own = byOwnTable(device, live, id, row.remotePortSubtype) ?? bySubtype(device, live, id, row, description);
    if (own !== null) return own;
  }
  const described = description === null ? null : named(live, description, 'port description');
  return described ?? bySlot(live, id);
}

/** The local port of a row that came without an interface: by its text. */
export function matchLocalPort(device: PortOwner, localPort: string | null): PortMatch | null {
  const text = cleanText(localPort);
  if (text === null) return null;
  const live = device.interfaces.filter((port) => port.removedAtMs === null);
  return named(live, text, 'local port name') ?? bySlot(live, text);
}

function byOwnTable(
  device: PortOwner,
  live: readonly InterfaceRow[],
  id: string,
  subtype: number | null,
): PortMatch | null {
  const wanted = portKey(subtype, id);
  const rows = device.lldpPorts.filter((port) => port.id !== null && portKey(port.subtype, port.id) === wanted);
  const [row] = rows;
  if (row === undefined || rows.length > 1) return null;
  const by = "the neighbour's own port table";
  const byIndex =
    row.ifIndex === null
      ? null
      : only(
          live.filter((port) => port.ifIndex === row.ifIndex),
          by,
        );
  return byIndex ?? (row.description === null ? null : named(live, row.description, by));
}

const portKey = (subtype: number | null, id: string): string =>
  `${subtype ?? 0}:${subtype === 3 ? (normaliseMac(id) ?? id) : id.trim().toLowerCase()}`;

function bySubtype(
  device: PortOwner,
  live: readonly InterfaceRow[],
  id: string,
  row: PortText,
  description: string | null,
): PortMatch | null {
  switch (row.remotePortSubtype) {
    case 1:
      return aliased(live, id, 'alias') ?? named(live, id, 'name');
    case 3:
      return byMac(live, id);
    case 4:
      return byAddress(device, live, id);
    case 7:
      return byNumber(live, id, description) ?? named(live, id, 'local name');
    default:
      return named(live, id, 'name') ?? byMac(live, id) ?? byNumber(live, id, description);
  }
}

/** Bond members and VLANs share their parent's MAC: the physical port is meant, if there is exactly one. */
function byMac(live: readonly InterfaceRow[], id: string): PortMatch | null {
  const mac = normaliseMac(id);
  if (mac === null) return null;
  const owners = live.filter((port) => normaliseMac(port.mac) === mac);
  return (
    only(owners, 'MAC') ??
    only(
      owners.filter((port) => port.type === 'ethernetCsmacd'),
      'MAC',
    )
  );
}

function byAddress(device: PortOwner, live: readonly InterfaceRow[], id: string): PortMatch | null {
  const owner = device.addresses.find((row) => row.address === id)?.interfaceId;
  return only(
    live.filter((port) => port.id === owner),
    'address',
  );
}

/** A bare number is an ifIndex only if the description agrees with that interface (the Juniper rule of NAV). */
function byNumber(live: readonly InterfaceRow[], id: string, description: string | null): PortMatch | null {
  if (!/^\d+$/.test(id) || description === null) return null;
  const agrees = (port: InterfaceRow) =>
    port.alias === description || namesOf(port).has(expandInterfaceName(description));
  return only(
    live.filter((port) => port.ifIndex === Number(id) && agrees(port)),
    'number and description',
  );
}

/** Name, then description, then alias last, because people edit it. */
function named(live: readonly InterfaceRow[], text: string, by: string): PortMatch | null {
  const wanted = expandInterfaceName(text);
  const byName = only(
    live.filter((port) => expandInterfaceName(port.name) === wanted),
    by,
  );
  return (
    byName ??
    only(
      live.filter((port) => namesOf(port).has(wanted)),
      by,
    ) ??
    aliased(live, text, by)
  );
}

/** "1/7" of a port that is called "ifc7 (Slot: 1 Port: 7)" or "… Unit 1 Port 7" on its own device: SONMP tells numbers only. */
function bySlot(live: readonly InterfaceRow[], text: string | null): PortMatch | null {
  const wanted = slotAndPort(text);
  if (wanted === null) return null;
  return only(
    live.filter((port) => (slotAndPort(port.name) ?? slotAndPort(port.description)) === wanted),
    'slot and port',
  );
}

const namesOf = (port: InterfaceRow): Set<string> =>
  new Set([port.name, port.description].filter((text) => text !== null).map(expandInterfaceName));

const aliased = (live: readonly InterfaceRow[], text: string, by: string): PortMatch | null =>
  only(
    live.filter((port) => cleanText(port.alias) === text),
    by,
  );

function only(ports: readonly InterfaceRow[], by: string): PortMatch | null {
  const [port, ...more] = ports;
  return port === undefined || more.length > 0 ? null : { port, by };
}
