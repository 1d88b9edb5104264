import { execute } from './execute.ts';
import { CONSOLE_ADDRESS } from './plan.ts';
import type { LabPlan, RouterPlan } from './plan.ts';

/** Where the parts of one lab are. Namespaces are `tl-PID-N-NAME`: the PID tells whose they are after a crash. */
export interface Places {
  readonly id: string;
  readonly router: (name: string) => string;
  /** null: the console is the machine's own network. */
  readonly console: string | null;
  readonly bridge: string;
}

export const NAMESPACE_PREFIX = 'tl-';

const ip = (...args: readonly string[]): readonly string[] => ['ip', ...args];

const batch = async (namespace: string | null, lines: readonly string[]): Promise<void> => {
  const where = namespace === null ? [] : ['-n', namespace];
  await execute(ip(...where, '-batch', '-'), { input: `${lines.join('\n')}\n` });
};

const idlePairs = (router: RouterPlan): readonly (readonly [string, string])[] =>
  Array.from({ length: Math.ceil(router.idleInterfaces / 2) }, (_, index) => [`idle${index}a`, `idle${index}b`]);

const configureRouter = async (places: Places, router: RouterPlan): Promise<void> => {
  const pairs = idlePairs(router);
  await batch(places.router(router.name), [
    'link set dev lo up',
    `address add ${router.loopback}/32 dev lo`,
    `address add ${router.managementAddress}/24 dev eth0`,
    'link set dev eth0 up',
    ...router.interfaces.flatMap(({ name, address }) => [
      `address add ${address} dev ${name}`,
      `link set dev ${name} up`,
    ]),
    ...pairs.map(([a, b]) => `link add name ${a} type veth peer name ${b}`),
    ...pairs.flat().map((name) => `link set dev ${name} up`),
  ]);
};

/** Name of the console's end of a router's management cable. */
export const managementPort = (places: Places, router: string): string =>
  places.console === null ? `${places.bridge}${router}` : router;

const cables = (places: Places, plan: LabPlan): readonly string[] => [
  ...plan.links.map(({ a, b }) => {
    const [left, right] = [places.router(a.router), places.router(b.router)];
    return `link add name ${a.interface} netns ${left} type veth peer name ${b.interface} netns ${right}`;
  }),
  ...plan.routers.map(({ name }) => {
    const near = places.console === null ? '' : `netns ${places.console} `;
    return `link add name ${managementPort(places, name)} ${near}type veth peer name eth0 netns ${places.router(name)}`;
  }),
];

const configureConsole = async (places: Places, plan: LabPlan): Promise<void> => {
  const ports = plan.routers.map(({ name }) => managementPort(places, name));
  await batch(places.console, [
    ...(places.console === null ? [] : ['link set dev lo up']),
    `link add name ${places.bridge} type bridge`,
    ...ports.map((port) => `link set dev ${port} master ${places.bridge} up`),
    `address add ${CONSOLE_ADDRESS}/24 dev ${places.bridge}`,
    `link set dev ${places.bridge} up`,
  ]);
};

export const namespacesOf = (places: Places, plan: LabPlan): readonly string[] => [
  ...plan.routers.map(({ name }) => places.router(name)),
  ...(places.console === null ? [] : [places.console]),
];

/** Namespaces, cables, addresses: the network without a single process in it. */
export const createNamespaces = async (places: Places, plan: LabPlan): Promise<void> => {
  await batch(
    null,
    namespacesOf(places, plan).map((name) => `netns add ${name}`),
  );
  await batch(null, cables(places, plan));
  await Promise.all([configureConsole(places, plan), ...plan.routers.map((router) => configureRouter(places, router))]);
};

/** All named namespaces of this machine. */
export const listNamespaces = async (): Promise<readonly string[]> =>
  (await execute(ip('netns', 'list')))
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter(Boolean);

export const processesIn = async (namespace: string): Promise<readonly number[]> =>
  (await execute(ip('netns', 'pids', namespace))).split('\n').filter(Boolean).map(Number);
