/**
 * Asks addresses inside a network namespace that is gone when this process ends: `unshare -n node this.ts '{…}'`.
 * Nothing listens there; routes and filters decide what the kernel says. Writes one JSON document.
 */
import { execFileSync } from 'node:child_process';
import { identify } from '../../../electron/engine/snmp/identify.ts';
import { community, never, withSession } from './sessions.ts';

export interface Errand {
  readonly addresses: readonly string[];
  /** Arguments of `ip`. */
  readonly set: readonly string[];
  /** nft rules of an output filter chain. */
  readonly rules: readonly string[];
}

const errand = JSON.parse(process.argv[2] ?? '{}') as Errand;
for (const line of ['link set lo up', ...errand.set]) execFileSync('ip', line.split(' '));
const rules = errand.rules.map((rule) => `add rule inet test out ${rule}`);
const table = ['add table inet test', 'add chain inet test out { type filter hook output priority 0; }', ...rules];
execFileSync('nft', ['-f', '-'], { input: `${table.join('\n')}\n` });

const ask = (address: string) =>
  withSession({ address, port: 161 }, community(), (session) => identify(session, never));
const outcomes = await Promise.all(errand.addresses.map(ask));
process.stdout.write(JSON.stringify(outcomes.map((one) => (one.kind === 'failed' ? one.problem : null))));
