/**
 * The console's own way into the network: which interface and gateway its default route uses, and whether that link is up.
 * Linux tells the route in /proc/net/route (proc(5)). Elsewhere there is no such file and it is unknown: null. So is that of a
 * console with IPv6 only, or without a default route.
 */
import { readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';

export interface DefaultRoute {
  readonly device: string;
  /** IPv4 address of the gateway; null where the route leads straight out of the device. */
  readonly gateway: string | null;
}

export interface OwnUplink extends DefaultRoute {
  /** Null while nobody can say. */
  readonly linkUp: boolean | null;
}

/** The kernel prints the address as the host's number: little endian on all that Node runs on. */
function addressOf(hex: string): string | null {
  if (!/^[0-9A-F]{8}$/i.test(hex) || hex === '00000000') return null;
  return [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.');
}

const UP = 1;

/** Of /proc/net/route: the default route with the lowest metric. Pure. */
export function defaultRouteOf(table: string): DefaultRoute | null {
  const routes = table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, destination, , flags, , , , mask]) => {
      const isUp = (Number.parseInt(flags ?? '0', 16) & UP) === UP;
      return isUp && destination === '00000000' && mask === '00000000';
    })
    .toSorted((a, b) => Number(a[6]) - Number(b[6]));
  const [device, , gateway] = routes[0] ?? [];
  return device === undefined ? null : { device, gateway: addressOf(gateway ?? '') };
}

const text = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').then(
    (read) => read.trim(),
    () => null,
  );

/**
 * Interfaces that are up and have a carrier: Node lists no others (libuv, uv_interface_addresses: IFF_UP and IFF_RUNNING), and
 * it looks into the namespace that this process is in, which /sys need not.
 */
const isRunning = (device: string): boolean => Object.hasOwn(networkInterfaces(), device);

/**
 * `last`: what was read before. A route goes away with its link, so the device that had it is looked at as long as no other
 * one has taken its place. One that was never seen running (it has no address) is not called down.
 */
export async function readOwnUplink(last: OwnUplink | null): Promise<OwnUplink | null> {
  const table = await text('/proc/net/route');
  if (table === null) return null;
  const route = defaultRouteOf(table) ?? last;
  if (route === null) return null;
  const { device, gateway } = route;
  const wasSeen = last?.device === device && last.linkUp !== null;
  return { device, gateway, linkUp: isRunning(device) ? true : wasSeen ? false : null };
}
