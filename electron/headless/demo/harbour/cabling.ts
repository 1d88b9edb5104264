/** Every cable: both ends, and the use of each direction at 16:05 local time as on the map (percent of the speed). */
import { CONSOLE_DEVICE, REMOVED_DEVICE } from './inventory.ts';

export interface Cable {
  readonly a: readonly [device: string, port: string];
  readonly b: readonly [device: string, port: string];
  /** Percent that leaves end a, and percent that leaves end b. */
  readonly percent: readonly [fromA: number, fromB: number];
  /** A /31 between the two routers: its even address is end b's, the odd one end a's. */
  readonly transfer?: string;
  /** False: end b does not listen to LLDP here, so the link is one-sided. */
  readonly bListens?: boolean;
  readonly flat?: boolean;
}

/** A cable that leaves the network. */
export interface OutsideCable {
  readonly a: readonly [device: string, port: string];
  readonly name: string;
  readonly description: string;
  readonly percent: readonly [fromA: number, fromOutside: number];
}

const two = (n: number): string => String(n).padStart(2, '0');

const CORE: readonly Cable[] = [
  { a: ['ng-core-1', 'Hu0/0/0/1'], b: ['rv-core-1', 'Hu0/0/0/1'], percent: [71.8, 38.2], transfer: '10.255.0.0' },
  { a: ['ng-core-2', 'et-0/0/1'], b: ['rv-core-2', 'et-0/0/1'], percent: [31, 28], transfer: '10.255.0.2' },
  { a: ['ng-core-1', 'Hu0/0/0/2'], b: ['ng-core-2', 'et-0/0/0'], percent: [17, 29], transfer: '10.255.0.4' },
  { a: ['rv-core-1', 'Hu0/0/0/2'], b: ['rv-core-2', 'et-0/0/0'], percent: [46, 30], transfer: '10.255.0.6' },
  { a: ['ng-core-1', 'Te0/0/0/10'], b: ['ng-fw-1', 'x1'], percent: [16, 27], transfer: '10.255.0.8' },
  { a: ['rv-core-1', 'Te0/0/0/10'], b: ['rv-fw-1', 'x1'], percent: [15, 18], transfer: '10.255.0.10' },
];

/** Port of each core towards its first and second distribution switch. */
const CORE_PORTS: Readonly<Record<string, readonly [string, string]>> = {
  'ng-core-1': ['Fo0/0/0/4', 'Fo0/0/0/5'],
  'ng-core-2': ['et-0/0/2', 'et-0/0/3'],
  'rv-core-1': ['Fo0/0/0/4', 'Fo0/0/0/5'],
  'rv-core-2': ['et-0/0/2', 'et-0/0/3'],
};
const DIST_USE: readonly (readonly [core: string, dist: 0 | 1, down: number, up: number])[] = [
  ['ng-core-1', 0, 27, 15],
  ['ng-core-1', 1, 58, 31],
  ['ng-core-2', 0, 16, 6],
  ['ng-core-2', 1, 42, 19],
  ['rv-core-1', 0, 24, 13],
  ['rv-core-1', 1, 57, 29],
  ['rv-core-2', 0, 21, 9],
  ['rv-core-2', 1, 44, 14],
];

const DISTRIBUTION: readonly Cable[] = DIST_USE.map(([core, dist, down, up], i) => ({
  a: [core, CORE_PORTS[core]?.[dist] ?? ''],
  b: [`${core.slice(0, 2)}-dist-${dist + 1}`, core.endsWith('1') ? 'Te1/1/1' : 'Te1/1/2'],
  percent: [down, up],
  transfer: `10.255.0.${12 + 2 * i}`,
}));

/** Out and in of ng-dist-2's ports 1 to 9, as the device's picture shows them. */
const NG_DIST_2_USE: readonly (readonly [number, number])[] = [
  [22.4, 8.3],
  [19.2, 7.1],
  [46.1, 12.8],
  [8.8, 3.4],
  [13.6, 5.2],
  [31.7, 9.6],
  [3.1, 1.1],
  [10.4, 4.1],
  [6.6, 2],
];

/** Access switches `first`… of a site on ports Te1/0/1… of a distribution switch. */
function access(dist: string, first: number, use: readonly (readonly [number, number])[]): Cable[] {
  return use.map((percent, i) => ({
    a: [dist, `Te1/0/${i + 1}`],
    b: [`${dist.slice(0, 2)}-acc-${two(first + i)}`, 'Te1/1/1'],
    percent,
  }));
}

/** Some plausible use for `count` access uplinks: between 3 and 33 % down, a third of it up. */
function someUse(count: number, turn: number): (readonly [number, number])[] {
  return Array.from({ length: count }, (_, i) => {
    const down = 3 + ((i * 7 + turn) % 11) * 3;
    return [down, Math.round(down / 3) + 0.4] as const;
  });
}

const DEPOT: readonly Cable[] = [
  {
    a: ['ng-core-2', 'ge-0/1/7'],
    b: ['dp-rt-1', 'Gi0/0/0'],
    percent: [34, 13],
    transfer: '10.255.1.0',
    bListens: false,
  },
  { a: ['dp-rt-1', 'Gi0/0/1'], b: ['dp-sw-1', 'Gi1/0/23'], percent: [19, 7] },
  { a: ['dp-rt-1', 'Gi0/0/2'], b: ['dp-sw-1', 'Gi1/0/24'], percent: [15, 6] },
  { a: ['dp-sw-1', 'Te1/1/1'], b: ['dp-sw-2', 'Te1/1/1'], percent: [4, 2] },
  { a: ['dp-sw-1', 'Te1/1/2'], b: ['dp-acc-01', 'Te1/1/1'], percent: [3, 1.2] },
  { a: ['dp-sw-1', 'Te1/1/3'], b: ['dp-acc-02', 'Te1/1/1'], percent: [2, 1.1] },
  { a: ['dp-sw-2', 'Te1/1/2'], b: ['dp-acc-03', 'Te1/1/1'], percent: [2.5, 1.3] },
  { a: ['dp-sw-2', 'Te1/1/3'], b: ['dp-acc-04', 'Te1/1/1'], percent: [1.8, 1] },
  { a: ['dp-sw-1', 'Gi1/0/5'], b: ['dp-ap-1', 'eth0'], percent: [11, 4] },
  { a: ['dp-sw-2', 'Te1/1/4'], b: ['dp-hv-1', 'ens1f0'], percent: [6, 9], flat: true },
];

export const CABLES: readonly Cable[] = [
  ...CORE,
  ...DISTRIBUTION,
  ...access('ng-dist-2', 1, NG_DIST_2_USE),
  ...access(CONSOLE_DEVICE, 10, someUse(12, 2)),
  { a: ['ng-dist-1', 'Te1/0/13'], b: ['ng-hv-1', 'ens1f0'], percent: [91, 44], flat: true },
  ...access('rv-dist-1', 1, someUse(11, 5)),
  { a: ['rv-dist-1', 'Te1/0/12'], b: ['rv-wlc-1', 'XG0/0/2'], percent: [14, 9] },
  ...access('rv-dist-2', 12, someUse(8, 9)),
  { a: ['rv-dist-2', 'Te1/1/3'], b: ['rv-sto-1', 'eth2'], percent: [0.6, 0.5], flat: true },
  { a: ['rv-dist-2', 'Te1/1/4'], b: ['rv-sto-1', 'eth3'], percent: [0.5, 0.7], flat: true },
  ...DEPOT,
  { a: ['rv-core-2', 'xe-0/1/0'], b: [REMOVED_DEVICE, 'Te1/0/1'], percent: [22, 9] },
  { a: ['rv-dist-2', 'Te1/0/12'], b: [REMOVED_DEVICE, 'Te1/0/2'], percent: [7, 5] },
];

export const OUTSIDE_CABLES: readonly OutsideCable[] = [
  { a: ['ng-fw-1', 'x2'], name: 'Transit A', description: 'AS 64510', percent: [16, 46] },
  { a: ['rv-fw-1', 'x2'], name: 'Transit B', description: 'AS 64533', percent: [18, 29] },
];
