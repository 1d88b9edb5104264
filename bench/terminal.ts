/**
 * How fast a terminal takes the output of a device that floods it, and what that does to the engine's event loop: our engine,
 * read as a page reads it, beside OpenSSH's own client on the same server, in turn, medians. Needs root on Linux, for the server.
 * Run: `node bench/terminal.ts [--megabytes 50] [--rounds 5]`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startTestEngine } from '../test/integration/engine/test-engine.ts';
import { startSshd, type Sshd } from '../test/helpers/sshd.ts';
import { temporaryFolder } from '../test/helpers/temporary-folder.ts';
import { missingRoot, missingTools, tool } from '../test/helpers/tools.ts';

const { values } = parseArgs({
  options: { megabytes: { type: 'string', default: '50' }, rounds: { type: 'string', default: '5' } },
});
const BYTES = Number(values.megabytes) * 1_000_000;
const ROUNDS = Number(values.rounds);
const COMMAND = `base64 -w 120 /dev/urandom | head -c ${BYTES}; exit`;

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
const perSecond = (bytes: number, startedAt: number): number => bytes / 1e6 / ((performance.now() - startedAt) / 1000);

/** OpenSSH's client with a terminal, its output thrown away. */
async function byOpenSsh(sshd: Sshd): Promise<number> {
  const options = ['-tt', '-q', '-p', String(sshd.port), '-i', sshd.privateKeyPath];
  const quiet = ['-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null'];
  const startedAt = performance.now();
  const client = spawn(tool('ssh'), [...options, ...quiet, `ops@${sshd.address}`, COMMAND], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let bytes = 0;
  client.stdout.on('data', (chunk: Buffer) => (bytes += chunk.length));
  await once(client, 'close');
  return perSecond(bytes, startedAt);
}

const skipped = missingRoot() || missingTools('sshd', 'ssh', 'ssh-keygen', 'unshare');
if (skipped !== '') {
  console.log(`not run${skipped}`);
  process.exit(0);
}

await using sshd = await startSshd();
await using folder = await temporaryFolder('bench-terminal');
await using test = await startTestEngine({ file: folder.file('net.trunkline') });
const { client, engine } = test;
const { deviceId } = await client.call('device.add', { address: sshd.address, sshPort: sshd.port });
const secret = { kind: 'ssh-key', user: 'ops', privateKey: sshd.privateKey } as const;

async function byTrunkline(): Promise<{ perSecond: number; p99Ms: number; heldBytes: number }> {
  const login = { kind: 'typed', secret } as const;
  const opening = await client.call('terminal.open', { deviceId, columns: 200, rows: 50, by: 'bench', login });
  if (opening.kind !== 'open') throw new Error(JSON.stringify(opening));
  const { terminalId } = opening;
  const session = engine.context.terminals.get(terminalId);
  await client.call('terminal.write', { terminalId, text: `${COMMAND}\n` });
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const startedAt = performance.now();
  let [at, heldBytes] = [0, 0];
  for (;;) {
    const chunk = await client.call('terminal.read', { terminalId, from: at });
    at = chunk.from + Buffer.from(chunk.bytes, 'base64').length;
    heldBytes = Math.max(heldBytes, session.heldBytes);
    if (chunk.end !== null) break;
  }
  loop.disable();
  return { perSecond: perSecond(at, startedAt), p99Ms: loop.percentile(99) / 1e6, heldBytes };
}

/** The same process doing nothing: what of the delay is the machine's own. */
async function idleP99Ms(): Promise<number> {
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  await sleep(2000);
  loop.disable();
  return loop.percentile(99) / 1e6;
}

const idle: number[] = [];
const ours: Awaited<ReturnType<typeof byTrunkline>>[] = [];
const theirs: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  idle.push(await idleP99Ms());
  ours.push(await byTrunkline());
  theirs.push(await byOpenSsh(sshd));
}
const speed = median(ours.map((one) => one.perSecond));
console.log(`${BYTES / 1e6} MB of terminal output, ${ROUNDS} rounds, medians`);
console.log(
  `trunkline  ${speed.toFixed(1)} MB/s  event loop p99 ${median(ours.map((one) => one.p99Ms)).toFixed(1)} ms`,
);
console.log(`idle       event loop p99 ${median(idle).toFixed(1)} ms`);
console.log(`           held at most ${Math.max(...ours.map((one) => one.heldBytes)) / 1024} KiB`);
console.log(`openssh    ${median(theirs).toFixed(1)} MB/s  ratio ${(speed / median(theirs)).toFixed(2)}`);
