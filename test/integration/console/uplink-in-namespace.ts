/**
 * Makes an uplink of its own inside a network namespace that is gone when this process ends, and reads it before, while and
 * after its link is down: `unshare -n node this.ts`. Writes one JSON document.
 */
import { execFileSync } from 'node:child_process';
import { readOwnUplink, type OwnUplink } from '../../../electron/engine/console/own-uplink.ts';
import { until } from '../../helpers/until.ts';

const ip = (...args: readonly string[]): void => void execFileSync('ip', args);

const nothing = await readOwnUplink(null);
ip('link', 'add', 'up0', 'type', 'veth', 'peer', 'name', 'far0');
ip('link', 'set', 'far0', 'up');
ip('link', 'set', 'up0', 'up');
ip('addr', 'add', '192.0.2.10/24', 'dev', 'up0');
ip('route', 'add', 'default', 'via', '192.0.2.1');

let last: OwnUplink | null = null;
const read = async (linkUp: boolean): Promise<OwnUplink> =>
  until(
    async () => {
      last = await readOwnUplink(last);
      return last?.linkUp === linkUp && last;
    },
    { what: `a link that is ${linkUp ? 'up' : 'down'}` },
  );
const up = await read(true);
// The cable is pulled at the other end; then the link is shut here, which takes the route away.
ip('link', 'set', 'far0', 'down');
const pulled = await read(false);
ip('link', 'set', 'up0', 'down');
const shut = await read(false);
ip('link', 'set', 'far0', 'up');
ip('link', 'set', 'up0', 'up');
const back = await read(true);
process.stdout.write(JSON.stringify({ nothing, up, pulled, shut, back }));
