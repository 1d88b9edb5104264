/**
 * A network of N devices: sites of some fifty, each with two routers, a firewall, two distribution switches, access switches
 * on both of them, and what hangs on those; routers of neighbouring sites are joined in a ring. Pure, and the same each time.
 */
import { PRODUCTS, SITES, type Product, type ProductKind } from './products.ts';

export interface PlannedDevice {
  /** From 0; its id in the file is one more. */
  readonly at: number;
  readonly name: string;
  readonly address: string;
  readonly site: string;
  readonly kind: ProductKind;
  readonly product: Product;
  /** Answers no echo: broken itself, or behind a broken switch. */
  readonly silent: boolean;
  readonly maintenance: boolean;
}

/** One cable: devices by `at`, ports from 0. */
export interface PlannedLink {
  readonly a: number;
  readonly aPort: number;
  readonly b: number;
  readonly bPort: number;
}

export interface PlannedNetwork {
  readonly devices: readonly PlannedDevice[];
  readonly links: readonly PlannedLink[];
}

const SITE_SIZE = 50;
/** The first of each site, then the rest in turn. */
const SPINE: readonly ProductKind[] = ['router', 'router', 'firewall', 'l3-switch', 'l3-switch'];
const REST: readonly ProductKind[] = [
  'switch',
  'access-point',
  'switch',
  'access-point',
  'camera',
  'switch',
  'server',
  'access-point',
  'switch',
  'printer',
  'access-point',
  'switch',
  'ups',
  'camera',
  'switch',
  'server',
  'storage',
  'access-point',
  'switch',
  'wireless-controller',
];
const SHORT: Readonly<Record<ProductKind, string>> = {
  router: 'rt',
  'l3-switch': 'dist',
  switch: 'acc',
  firewall: 'fw',
  server: 'srv',
  storage: 'sto',
  'wireless-controller': 'wlc',
  'access-point': 'ap',
  ups: 'ups',
  printer: 'prn',
  camera: 'cam',
};
/** One access switch in so many is broken, with all that hangs on it; one device in so many is in maintenance. */
const BROKEN_EVERY = 60;
const MAINTENANCE_EVERY = 90;

type Draft = Omit<PlannedDevice, 'silent'>;

export function planNetwork(count: number): PlannedNetwork {
  const drafts = Array.from({ length: count }, (_, at) => draftOf(at));
  const links = cable(drafts);
  const silent = silentOnes(drafts, links);
  return { devices: drafts.map((draft) => ({ ...draft, silent: silent.has(draft.at) })), links };
}

function draftOf(at: number): Draft {
  const [siteAt, inSite] = [Math.floor(at / SITE_SIZE), at % SITE_SIZE];
  const kind = kindAt(inSite);
  const site = siteName(siteAt);
  const products = PRODUCTS[kind];
  const product = products[(siteAt + (kind === 'access-point' ? 0 : Math.floor(inSite / 7))) % products.length];
  if (product === undefined) throw new Error(`no product of kind ${kind}`);
  const number = Array.from({ length: inSite + 1 }, (_, i) => kindAt(i)).filter((one) => one === kind).length;
  const name = `${siteCode(siteAt)}-${SHORT[kind]}-${String(number).padStart(2, '0')}`;
  const maintenance = at % MAINTENANCE_EVERY === MAINTENANCE_EVERY - 1;
  return { at, name, address: addressOf(at), site, kind, product, maintenance };
}

const kindAt = (inSite: number): ProductKind =>
  SPINE[inSite] ?? REST[(inSite - SPINE.length) % REST.length] ?? 'switch';

const HOSTS_A_BLOCK = 250;

/** All of 127.0.0.0/8 is this machine: whatever asks these addresses asks nobody else. */
const addressOf = (at: number): string => `127.20.${Math.floor(at / HOSTS_A_BLOCK)}.${(at % HOSTS_A_BLOCK) + 1}`;

function siteName(siteAt: number): string {
  const round = Math.floor(siteAt / SITES.length);
  const name = SITES[siteAt % SITES.length] ?? 'Site';
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** "Harbour East" is hea, its second round hea2. */
function siteCode(siteAt: number): string {
  const [first = '', second = ''] = (SITES[siteAt % SITES.length] ?? 'site').toLowerCase().split(' ');
  const round = Math.floor(siteAt / SITES.length);
  const letters = second === '' ? first.slice(0, 3) : first.slice(0, 1) + second.slice(0, 2);
  return `${letters}${siteAt % SITES.length}${round === 0 ? '' : `x${round + 1}`}`;
}

class Cabling {
  readonly links: PlannedLink[] = [];
  readonly #next: number[];
  readonly #drafts: readonly Draft[];

  constructor(drafts: readonly Draft[]) {
    this.#drafts = drafts;
    this.#next = drafts.map(() => 0);
  }

  /** Takes the next free port of both; where one has none left there is no cable. */
  join(a: number, b: number): boolean {
    const [aPort, bPort] = [this.#free(a), this.#free(b)];
    if (a === b || aPort === null || bPort === null) return false;
    this.links.push({ a, aPort, b, bPort });
    this.#next[a] = aPort + 1;
    this.#next[b] = bPort + 1;
    return true;
  }

  #free(at: number): number | null {
    const [next, draft] = [this.#next[at], this.#drafts[at]];
    return next === undefined || draft === undefined || next >= draft.product.ports ? null : next;
  }
}

function cable(drafts: readonly Draft[]): readonly PlannedLink[] {
  const cabling = new Cabling(drafts);
  for (let first = 0; first < drafts.length; first += SITE_SIZE) {
    const site = drafts.slice(first, first + SITE_SIZE);
    const next = (first + SITE_SIZE) % Math.max(SITE_SIZE, drafts.length);
    if (next !== 0 || first > SITE_SIZE) cabling.join(first, next);
    if (next !== 0 && next + 1 < drafts.length) cabling.join(first + 1, next + 1);
    cableSite(cabling, site, first);
  }
  return cabling.links;
}

function cableSite(cabling: Cabling, site: readonly Draft[], first: number): void {
  const [r1, r2, fw, d1, d2] = [first, first + 1, first + 2, first + 3, first + 4];
  for (const [a, b] of [
    [r1, r2],
    [fw, r1],
    [d1, r1],
    [d1, r2],
    [d2, r1],
    [d2, r2],
    [d1, d2],
  ] as const)
    if (b < first + site.length && a < first + site.length) cabling.join(a, b);
  const access = site.filter(({ kind }) => kind === 'switch').map(({ at }) => at);
  for (const at of access) for (const dist of [d1, d2]) cabling.join(at, dist);
  const rest = site.slice(SPINE.length).filter(({ kind }) => kind !== 'switch');
  for (const [index, { at, kind }] of rest.entries()) {
    const twice = kind === 'server' || kind === 'storage';
    for (const dist of twice ? [d1, d2] : []) cabling.join(at, dist);
    const on = access[index % Math.max(1, access.length)];
    if (!twice && on !== undefined) cabling.join(at, on);
  }
}

/** A broken access switch, and what has no other way than through it. */
function silentOnes(drafts: readonly Draft[], links: readonly PlannedLink[]): ReadonlySet<number> {
  const switches = drafts.filter(({ kind, maintenance }) => kind === 'switch' && !maintenance);
  const broken = new Set(switches.filter((_, index) => index % BROKEN_EVERY === 3).map(({ at }) => at));
  const neighbours = new Map<number, number[]>();
  for (const { a, b } of links) {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  }
  const behind = drafts.filter(({ at }) => (neighbours.get(at) ?? []).every((other) => broken.has(other)));
  return new Set([...broken, ...behind.filter(({ at }) => neighbours.has(at)).map(({ at }) => at)]);
}
