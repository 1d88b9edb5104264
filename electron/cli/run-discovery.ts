/** Runs one discovery through the engine's own calls and topics, and tells its progress. */
import type { DiscoveryRun, DiscoveryTarget } from '../../shared/contract/discovery.ts';
import type { Credential } from '../../shared/contract/settings.ts';
import type { Engine } from '../engine/engine.ts';
import type { SnmpCredential } from '../engine/targets.ts';
import type { DiscoverTargets } from './discover-options.ts';
import type { CliIo } from './io.ts';

export interface DiscoveryWish extends DiscoverTargets {
  /** Null: what the file holds. */
  readonly credential: SnmpCredential | null;
  readonly snmpPort: number | undefined;
  readonly follow: boolean;
}

/** Keeps the credential in the file under a name that a second run finds again. Returns its id. */
async function keepCredential(engine: Engine, secret: SnmpCredential): Promise<number> {
  const name = secret.kind === 'snmp-v3' ? `Command line, v3 ${secret.user}` : `Command line, v${secret.version}`;
  const known: readonly Credential[] = await engine.topics.credentials({}).snapshot();
  const before = known.find((credential) => credential.name === name && credential.kind === secret.kind);
  if (before === undefined) return (await engine.handlers['credential.add']({ name, secret })).credentialId;
  await engine.handlers['credential.change']({ credentialId: before.id, secret });
  return before.id;
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

/** Resolves with the run when it has ended, however it ended. Ctrl-C cancels; what is learnt by then is kept. */
export async function runDiscovery(engine: Engine, wish: DiscoveryWish, io: CliIo): Promise<DiscoveryRun> {
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
    const { seeds, allow, snmpPort, follow } = wish;
    await engine.handlers['discovery.start']({
      seeds: [...seeds],
      allow: [...allow],
      credentialIds,
      follow,
      ...(snmpPort === undefined ? {} : { snmpPort }),
    });
    io.stop.addEventListener('abort', cancel, { once: true });
    if (io.stop.aborted) cancel();
    return await ended.promise;
  } finally {
    io.stop.removeEventListener('abort', cancel);
    for (const stop of stops) stop();
  }
}
