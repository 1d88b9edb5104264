/** What the lab is to look like, before anything exists: names, addresses and cables. Pure. */

export interface RouterPlan {
  readonly name: string;
  /** On eth0, in the management network that the console sees. */
  readonly managementAddress: string;
  /** On lo; the OSPF router id. */
  readonly loopback: string;
  readonly interfaces: readonly RoutedInterface[];
  /** Interfaces beside these, in pairs that lead nowhere: weight for benches. */
  readonly idleInterfaces: number;
}

export interface RoutedInterface {
  readonly name: string;
  /** With prefix length. */
  readonly address: string;
  readonly peer: string;
  readonly peerInterface: string;
}

export interface LinkEnd {
  readonly router: string;
  readonly interface: string;
  readonly address: string;
}

/** The truth about one cable; two routers may share several. */
export interface Link {
  readonly a: LinkEnd;
  readonly b: LinkEnd;
}

export interface LabPlan {
  readonly routers: readonly RouterPlan[];
  readonly links: readonly Link[];
}

export type Cable = readonly [string, string];

/** A ring r1-r2-r3-r4, a spur r4-r5-r6, and a second cable between r2 and r3 that must not melt into the first. */
export const RING_WITH_SPUR: readonly Cable[] = [
  ['r1', 'r2'],
  ['r2', 'r3'],
  ['r3', 'r4'],
  ['r4', 'r1'],
  ['r4', 'r5'],
  ['r5', 'r6'],
  ['r2', 'r3'],
];

export const CONSOLE_ADDRESS = '10.99.0.1';
const PREFIX_LENGTH_OF_LINKS = 30;
/** The router of `srv` sits apart from r1, r2 …, so that benches do not change the network that tests expect. */
const SERVER = 'srv';

const planLinks = (cables: readonly Cable[]): readonly Link[] => {
  const used = new Map<string, number>();
  const nextInterface = (router: string): string => {
    const number = (used.get(router) ?? 0) + 1;
    used.set(router, number);
    return `eth${number}`;
  };
  return cables.map(([a, b], index) => ({
    a: { router: a, interface: nextInterface(a), address: `10.0.${index + 1}.1` },
    b: { router: b, interface: nextInterface(b), address: `10.0.${index + 1}.2` },
  }));
};

const interfacesOf = (router: string, links: readonly Link[]): readonly RoutedInterface[] =>
  links.flatMap(({ a, b }) =>
    [
      [a, b],
      [b, a],
    ].flatMap(([own, peer]) =>
      own !== undefined && peer !== undefined && own.router === router
        ? [
            {
              name: own.interface,
              address: `${own.address}/${PREFIX_LENGTH_OF_LINKS}`,
              peer: peer.router,
              peerInterface: peer.interface,
            },
          ]
        : [],
    ),
  );

/** Routers are called r1, r2 … r200; eth0 is management, eth1 … follow the order of the cables. */
export const planLab = (cables: readonly Cable[], serverInterfaces = 0): LabPlan => {
  const links = planLinks(cables);
  const byNumber = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));
  const names = [...new Set(cables.flat())].sort(byNumber);
  const plan = (name: string, number: number): RouterPlan => ({
    name,
    managementAddress: `10.99.0.${10 + number}`,
    loopback: `10.0.255.${number}`,
    interfaces: interfacesOf(name, links),
    // lo and eth0 are there anyway.
    idleInterfaces: name === SERVER ? serverInterfaces - 2 : 0,
  });
  const routers = names.map((name) => plan(name, Number(name.slice(1))));
  if (serverInterfaces > 0) routers.push(plan(SERVER, 240));
  return { routers, links };
};
