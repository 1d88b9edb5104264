/**
 * Runs a real pinger inside a network namespace that is gone when this process ends: `unshare -n node this.ts '{…}'`.
 * Brings loopback up, drops or rejects what it is told, pings, and writes one JSON document.
 */
import { execFileSync } from 'node:child_process';
import type { Log } from '../../../electron/host/host.ts';
import { openPinger } from '../../../electron/engine/icmp/open-pinger.ts';

export interface Errand {
  readonly engine: 'fping' | 'ping package';
  readonly addresses: readonly string[];
  readonly count: number;
  readonly withinMs: number;
  /** nft rules of an output filter chain, for example `ip daddr 127.0.0.66 drop`. */
  readonly rules: readonly string[];
}

const quiet: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (message) => process.stderr.write(`${message}\n`),
  error: (message) => process.stderr.write(`${message}\n`),
  child: () => quiet,
};

const errand = JSON.parse(process.argv[2] ?? '{}') as Errand;
execFileSync('ip', ['link', 'set', 'lo', 'up']);
const rules = errand.rules.map((rule) => `add rule inet test out ${rule}`);
const table = ['add table inet test', 'add chain inet test out { type filter hook output priority 0; }', ...rules];
execFileSync('nft', ['-f', '-'], { input: `${table.join('\n')}\n` });

const pinger = await openPinger(errand.engine === 'fping' ? { log: quiet } : { log: quiet, fping: null });
const before = process.cpuUsage();
const startedAt = performance.now();
const { count, withinMs } = errand;
const results = await pinger.ping(errand.addresses, { count, withinMs, signal: new AbortController().signal });
const own = process.cpuUsage(before);
const report = {
  description: pinger.description,
  elapsedMs: performance.now() - startedAt,
  ownCpuMs: (own.user + own.system) / 1000,
  results,
};
process.stdout.write(JSON.stringify(report));
