/** Runs one discovery through the engine's own calls and topics, and tells its progress. */
import { isDeepStrictEqual } from 'node:util';
import type { DiscoveryRun, DiscoveryTarget } from '../../shared/contract/discovery.ts';
import type { Credential, CredentialSecret } from '../../shared/contract/settings.ts';
import type { Engine } from '../engine/engine.ts';
import type { SnmpCredential } from '../engine/targets.ts';
import type { DiscoverTargets } from './discover-options.ts';
import type { CliIo } from './io.ts';

export interface DiscoveryWish extends DiscoverTargets {
  /** Null: what the file holds. */
  readonly credential: SnmpCredential | null;
  readonly snmpPort: number | undefined;
  readonly sshPort: number | undefined;
  readonly follow: boolean;
}

/** By its fields: what the engine holds prints as "[secret]". */
const sameSecret = (a: CredentialSecret, b: CredentialSecret): boolean =>
  isDeepStrictEqual(Object.fromEntries(Object.entries(a)), Object.fromEntries(Object.entries(b)));

/** `name`, or `name (2)` and so on where that is taken. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}

/**
 * Keeps the credential in the file. The very same one is found again by a second run; another one never replaces it, for
 * there may be devices that answer to that. Returns its id.
 */
async function keepCredential(engine: Engine, secret: SnmpCredential): Promise<number> {
  const known: readonly Credential[] = await engine.topics.credentials({}).snapshot();
  const before = known.find(({ id }) => {
    const open = engine.context.credentials.get(id);
    return open !== null && sameSecret(open.secret, secret);
  });
  if (before !== undefined) return before.id;
  const words = secret.kind === 'snmp-v3' ? `Command line, v3 ${secret.user}` : `Command line, v${secret.version}`;
  const name = freeName(words, new Set(known.map((credential) => credential.name)));
  return (await engine.handlers['credential.add']({ name, secret })).credentialId;
}

const QUIET_STEPS: readonly DiscoveryTarget['step'][] = ['waiting', 'ping'];

function targetLine(target: DiscoveryTarget): string {
  const name = target.name === null ? '' : ` ${target.name}`;
  return `${target.id}${name}: ${target.step}${target.text === '' ? '' : `, ${target.text}`}`;
}

/** Each step of each address once; in a sweep most addresses never get past the ping, and are not told. */
function tellProgress(engine: Engine, io: CliIo): () => void {
  const told = new Map<string, string>();
  return engine.topics['discovery.targets']({}).subscribe(({ upsert }) => {
    for (const target of upsert) {
      const line = targetLine(target);
      if (QUIET_STEPS.includes(target.step) || told.get(target.id) === line) continue;
      told.set(target.id, line);
      io.say(line);
    }
  });
}

export interface DiscoveryOutcome {
  readonly run: DiscoveryRun;
  /** Addresses whose device was read. What only answers a ping is found, but not read. */
  readonly read: number;
}

/** Resolves when the run has ended, however it ended. Ctrl-C cancels; what is learnt by then is kept. */
export async function runDiscovery(engine: Engine, wish: DiscoveryWish, io: CliIo): Promise<DiscoveryOutcome> {
  const credentialIds = wish.credential === null ? [] : [await keepCredential(engine, wish.credential)];
  const cancel = () => void engine.handlers['discovery.cancel']({});
  const ended = Promise.withResolvers<DiscoveryRun>();
  const stops = [
    tellProgress(engine, io),
    engine.topics['discovery.run']({}).subscribe(({ upsert }) => {
      for (const run of upsert) if (run.state !== 'running' && run.state !== 'idle') ended.resolve(run);
    }),
  ];
  try {
    const { seeds, allow, snmpPort, sshPort, follow } = wish;
    await engine.handlers['discovery.start']({
      seeds: [...seeds],
      allow: [...allow],
      credentialIds,
      follow,
      pingOnly: false,
      ...(snmpPort === undefined ? {} : { snmpPort }),
      ...(sshPort === undefined ? {} : { sshPort }),
    });
    io.stop.addEventListener('abort', cancel, { once: true });
    if (io.stop.aborted) cancel();
    const run = await ended.promise;
    const targets = await engine.topics['discovery.targets']({}).snapshot();
    return { run, read: targets.filter((target) => target.step === 'done').length };
  } finally {
    io.stop.removeEventListener('abort', cancel);
    for (const stop of stops) stop();
  }
}
