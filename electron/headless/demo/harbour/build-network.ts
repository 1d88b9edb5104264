/** Puts inventory, port layouts and cabling together into one network, checked: a wrong port name throws at start. */
import { fraction, makeFlow } from '../world/traffic.ts';
import type { Flow } from '../world/traffic.ts';
import { CABLES, OUTSIDE_CABLES } from './cabling.ts';
import type { Cable } from './cabling.ts';
import { CONSOLE_DEVICE, INVENTORY } from './inventory.ts';
import type { InventoryLine } from './inventory.ts';
import type { DemoDevice, DemoLink, DemoPort, HarbourNetwork, PortAddress, PortUse } from './network-types.ts';
import { MANAGEMENT_PORT, PORT_LAYOUTS } from './port-layouts.ts';
import type { PortLayout } from './port-layouts.ts';
import { PRODUCTS } from './products.ts';

const DAY_MS = 86_400_000;

/** What a cable brings to the port at one of its ends. */
interface Plug {
  readonly linkId: string;
  readonly alias: string;
  readonly outFlow: Flow;
  readonly inFlow: Flow;
  readonly address: PortAddress | null;
}

interface Build {
  readonly seed: string;
  readonly midnightMs: number;
  /** By `device port`. */
  readonly plugs: ReadonlyMap<string, Plug>;
}

interface CableEnd {
  readonly place: readonly [string, string];
  readonly peer: string;
  readonly percent: readonly [out: number, into: number];
  readonly address: PortAddress | null;
}

const placeOf = (device: string, port: string): string => `${device} ${port}`;

function nextAddress(even: string): string {
  const parts = even.split('.');
  return [...parts.slice(0, 3), String(Number(parts[3]) + 1)].join('.');
}

function endsOf(cable: Cable): CableEnd[] {
  const [fromA, fromB] = cable.percent;
  const slash31 = (address: string): PortAddress => ({ address, prefixLength: 31 });
  const { transfer } = cable;
  const a = transfer === undefined ? null : slash31(nextAddress(transfer));
  const b = transfer === undefined ? null : slash31(transfer);
  return [
    { place: cable.a, peer: cable.b[0], percent: [fromA, fromB], address: a },
    { place: cable.b, peer: cable.a[0], percent: [fromB, fromA], address: b },
  ];
}

function speedOf(place: readonly [string, string]): number {
  const line = INVENTORY.find((candidate) => candidate.name === place[0]);
  const layout = line && PORT_LAYOUTS[line.product].find((port) => port.name === place[1]);
  if (layout === undefined) throw new Error(`demo cabling names ${place.join(' ')}, which does not exist`);
  return layout.speedBps;
}

const linkIdOf = (a: readonly [string, string], b: readonly [string, string]): string =>
  `${a.join(' ')} = ${b.join(' ')}`;

/** The same flow is one end's out and the other end's in: keyed by the end it leaves. */
function plugOf(linkId: string, end: CableEnd, far: string, flat: boolean, seed: string, midnightMs: number): Plug {
  const speedBps = speedOf(end.place);
  const flow = (from: string, percent: number): Flow =>
    makeFlow({ key: `${seed} ${linkId} from ${from}`, speedBps, percent, flat, midnightMs });
  const [out, into] = end.percent;
  const alias = end.peer.includes('-acc-') ? end.peer : `to ${end.peer}`;
  return {
    linkId,
    alias,
    outFlow: flow(placeOf(...end.place), out),
    inFlow: flow(far, into),
    address: end.address,
  };
}

function plugAll(seed: string, midnightMs: number): Map<string, Plug> {
  const plugs = new Map<string, Plug>();
  const put = (place: readonly [string, string], plug: Plug): void => {
    const key = placeOf(...place);
    if (plugs.has(key)) throw new Error(`demo cabling uses ${key} twice`);
    plugs.set(key, plug);
  };
  for (const cable of CABLES) {
    const linkId = linkIdOf(cable.a, cable.b);
    if (speedOf(cable.a) !== speedOf(cable.b)) throw new Error(`demo cable ${linkId} joins two speeds`);
    for (const end of endsOf(cable)) {
      const far = end.place === cable.a ? placeOf(...cable.b) : placeOf(...cable.a);
      put(end.place, plugOf(linkId, end, far, cable.flat ?? false, seed, midnightMs));
    }
  }
  for (const cable of OUTSIDE_CABLES) {
    const end: CableEnd = { place: cable.a, peer: cable.name, percent: cable.percent, address: null };
    put(cable.a, plugOf(linkIdOf(cable.a, [cable.name, 'outside']), end, cable.name, false, seed, midnightMs));
  }
  return plugs;
}

interface Plan {
  readonly use: PortUse;
  readonly alias: string;
  readonly adminUp: boolean;
  readonly percent: readonly [out: number, into: number] | null;
}

const LOOPBACK = 24;

/** What is in a port that no cable of the plan uses. */
function planOf(line: InventoryLine, layout: PortLayout, seed: string): Plan {
  const chance = fraction(`${seed} ${line.name} ${layout.name}`);
  if (line.name === CONSOLE_DEVICE && layout.name === 'Te1/0/16') {
    return { use: 'host', alias: 'This console', adminUp: true, percent: [0.05, 0.01] };
  }
  // The aggregate of ng-dist-2 is known by name only: its agent answers nothing about it.
  if (layout.name === 'Po1' && line.name === 'ng-dist-2') {
    return { use: 'mute', alias: 'members Te1/1/3, Te1/1/4', adminUp: true, percent: null };
  }
  if (layout.members !== undefined) {
    const cabled = line.name === 'rv-dist-2' || line.product === 'synology';
    const alias = cabled ? `members ${layout.members.join(', ')}` : 'spare, shut down';
    return { use: cabled ? 'aggregate' : 'spare', alias, adminUp: cabled, percent: null };
  }
  if (layout.type === LOOPBACK) return { use: 'virtual', alias: '', adminUp: true, percent: null };
  if (layout.type !== 6) return { use: 'virtual', alias: '', adminUp: true, percent: [0.02, 0.03] };
  if (layout.name.startsWith('tap') || layout.name === 'vmbr0') {
    return { use: 'virtual', alias: '', adminUp: true, percent: [3 + 9 * chance, 2 + 14 * chance] };
  }
  const management = layout.name === MANAGEMENT_PORT[line.product];
  const edge = layout.speedBps === 1e9 && /^(Gi1|port|GE|eno|MgmtEth|fxp)/u.test(layout.name);
  if (management || (edge && chance < 0.62)) return hostPlan(layout, chance);
  const shut = !edge || chance > 0.85;
  return { use: 'spare', alias: shut ? 'spare, shut down' : '', adminUp: !shut, percent: null };
}

function hostPlan(layout: PortLayout, chance: number): Plan {
  const number = layout.name.split('/').at(-1) ?? '';
  const alias = layout.name.startsWith('Gi1') ? `desk ${number}` : 'management';
  return { use: 'host', alias, adminUp: true, percent: [0.3 + 11 * chance, 0.1 + 5 * chance * chance] };
}

/** The vendor's half, a device's own part and the port number: no two ports share an address. */
function macOf(oui: string, deviceNumber: number, portNumber: number): Buffer {
  const own = (deviceNumber * 0x100 + portNumber).toString(16).padStart(6, '0');
  return Buffer.from(oui + own, 'hex');
}

function portOf(line: InventoryLine, deviceNumber: number, position: number, build: Build): DemoPort {
  const layouts = PORT_LAYOUTS[line.product];
  const product = PRODUCTS[line.product];
  const layout = layouts[position];
  if (layout === undefined) throw new Error(`${line.name} has no port number ${position}`);
  const plug = build.plugs.get(placeOf(line.name, layout.name));
  const plan = planOf(line, layout, build.seed);
  const flow = (direction: number): Flow | null => {
    const percent = plan.percent?.[direction];
    if (percent === undefined) return null;
    const key = `${build.seed} ${line.name} ${layout.name} ${direction}`;
    return makeFlow({ key, speedBps: layout.speedBps, percent, flat: false, midnightMs: build.midnightMs });
  };
  const management: PortAddress[] =
    layout.name === MANAGEMENT_PORT[line.product]
      ? [{ address: line.address, prefixLength: layout.type === LOOPBACK ? 32 : 16 }]
      : [];
  const members = (layout.members ?? []).map((name) => layouts.findIndex((other) => other.name === name));
  return {
    ifIndex: product.firstIfIndex + position,
    name: layout.name,
    description: layout.description,
    alias: plug?.alias ?? plan.alias,
    type: layout.type,
    mtu: layout.speedBps > 1e9 ? 9216 : 1500,
    speedBps: layout.speedBps,
    mac: layout.type === LOOPBACK ? Buffer.alloc(0) : macOf(product.oui, deviceNumber, position + 1),
    adminUp: plug !== undefined || plan.adminUp,
    use: plug === undefined ? plan.use : 'link',
    addresses: plug?.address ? [plug.address, ...management] : management,
    members: members.map((member) => product.firstIfIndex + member),
    outFlow: plug?.outFlow ?? flow(0),
    inFlow: plug?.inFlow ?? flow(1),
    linkId: plug?.linkId ?? null,
  };
}

function deviceOf(line: InventoryLine, deviceNumber: number, build: Build): DemoDevice {
  const product = PRODUCTS[line.product];
  const chance = fraction(`${build.seed} ${line.name} serial`);
  const digits = Math.floor(chance * 36 ** 5)
    .toString(36)
    .toUpperCase()
    .padStart(5, '0');
  return {
    name: line.name,
    address: line.address,
    site: line.site,
    product,
    serial: line.serial ?? `${product.serialPrefix}${digits}`,
    chassisMac: macOf(product.oui, deviceNumber, 0),
    location: line.location,
    upBeforeStartMs: Math.round((line.upDays ?? 20 + 300 * chance) * DAY_MS),
    ports: PORT_LAYOUTS[line.product].map((_, position) => portOf(line, deviceNumber, position, build)),
  };
}

function endOf(devices: ReadonlyMap<string, DemoDevice>, place: readonly [string, string]): DemoLink['a'] {
  const port = devices.get(place[0])?.ports.find((candidate) => candidate.name === place[1]);
  if (port === undefined) throw new Error(`demo cabling names ${place.join(' ')}, which does not exist`);
  return { device: place[0], ifIndex: port.ifIndex, port: port.name };
}

function linksOf(devices: ReadonlyMap<string, DemoDevice>): DemoLink[] {
  const inside = CABLES.map((cable): DemoLink => ({
    id: linkIdOf(cable.a, cable.b),
    a: endOf(devices, cable.a),
    b: endOf(devices, cable.b),
    outside: null,
    speedBps: speedOf(cable.a),
    heardBy: cable.bListens === false ? 'a' : 'both',
  }));
  const outside = OUTSIDE_CABLES.map((cable, i): DemoLink => ({
    id: linkIdOf(cable.a, [cable.name, 'outside']),
    a: endOf(devices, cable.a),
    b: null,
    outside: { name: cable.name, description: cable.description, mac: macOf('001b0d', 0xfa0 + i, 1), port: 'xe-0/0/3' },
    speedBps: speedOf(cable.a),
    heardBy: 'a',
  }));
  return [...inside, ...outside];
}

/** The whole network. `midnightMs` is the wall time of some local midnight: the working day hangs on it. */
export function buildNetwork(seed: string, midnightMs: number): HarbourNetwork {
  const build = { seed, midnightMs, plugs: plugAll(seed, midnightMs) };
  const devices = new Map(INVENTORY.map((line, i) => [line.name, deviceOf(line, i + 1, build)]));
  return { devices, links: linksOf(devices), consoleDevice: CONSOLE_DEVICE };
}
