/** Gives the demo's devices the configurations that logging in to them would have yielded: its devices speak no SSH. */
import type { Engine } from '../engine/engine.ts';
import { keepRevision } from '../engine/poll/keep-revision.ts';
import type { DemoNetwork } from './demo/demo-network.ts';

type Configurations = ReturnType<DemoNetwork['configurations']>;

async function keepAll(context: Engine['context'], deviceId: number, own: Configurations): Promise<void> {
  const { network, host, sshProfiles } = context;
  for (const { profile: name, text, atMs } of own) {
    const profile = sshProfiles.get(name);
    if (profile === undefined) continue;
    await keepRevision({ network, vault: host.vault }, deviceId, {
      profile,
      text,
      atMs,
      why: 'interval',
      credential: null,
    });
  }
}

/** All devices at once, each one's in order of time: what differs is found against the one before. */
export async function backfillConfigurations(
  context: Engine['context'],
  demo: DemoNetwork,
  signal: AbortSignal,
): Promise<void> {
  const byAddress = Map.groupBy(demo.configurations(), (one) => one.address);
  const devices = [...context.network.devices.all()];
  await Promise.all(
    devices.map(async (row) => {
      const own = byAddress.get(row.address) ?? [];
      if (!signal.aborted) await keepAll(context, row.id, own);
    }),
  );
}
