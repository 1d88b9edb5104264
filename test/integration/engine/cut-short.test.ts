/** Work that ends before its time: by sleep, by a fault, by somebody who took the thing away meanwhile. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, it, vi } from 'vitest';
import { processVault } from '../../../electron/headless/process-vault.ts';
import type { Vault } from '../../../electron/host/host.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { until } from '../../helpers/until.ts';
import { startTestEngine } from './test-engine.ts';

const COMMUNITY = { kind: 'snmp-community', version: '2c', community: 'public' } as const;

it('says nothing of a device that was being asked when the computer went to sleep', async () => {
  await using folder = await temporaryFolder('cut-short');
  const agent = createSocket('udp4').bind(0, '127.0.0.9');
  await once(agent, 'listening');
  try {
    await using test = await startTestEngine({ file: folder.file('net.trunkline') });
    await test.client.call('credential.add', { name: 'ro', secret: COMMUNITY });
    const asked = once(agent, 'message');
    const { deviceId } = await test.client.call('device.add', {
      address: '127.0.0.9',
      snmpPort: agent.address().port,
    });
    await asked;
    test.engine.suspend();
    await until(() => test.engine.context.poller.totals().running === 0);
    expect((await test.client.call('device.read', { deviceId })).device).toMatchObject({
      snmp: 'unknown',
      problem: null,
    });
  } finally {
    agent.close();
  }
});

it('ends a discovery whose links cannot be inferred', async () => {
  await using folder = await temporaryFolder('cut-short');
  await using test = await startTestEngine({ file: folder.file('net.trunkline') });
  const { relinker, discovery } = test.engine.context;
  vi.spyOn(relinker, 'now').mockRejectedValueOnce(new Error('broken inference'));
  await test.client.call('discovery.start', {
    seeds: ['127.0.0.10'],
    allow: ['127.0.0.10/32'],
    credentialIds: [],
    follow: false,
    pingOnly: true,
  });
  await discovery.ended();
  expect(discovery.progress.runs.get('run')).toMatchObject({ state: 'finished', found: 1 });
  expect(test.log.join('\n')).toContain('broken inference');
});

it('does not bring back a credential that was removed while its new secret was sealed', async () => {
  await using folder = await temporaryFolder('cut-short');
  const gate = Promise.withResolvers<void>();
  const inner = processVault();
  const slow: Vault = {
    ...inner,
    seal: async (plain) => {
      if (plain.includes('new-one')) await gate.promise;
      return inner.seal(plain);
    },
  };
  await using test = await startTestEngine({ file: folder.file('net.trunkline'), vault: slow });
  const { credentialId } = await test.client.call('credential.add', { name: 'ro', secret: COMMUNITY });
  const changing = test.client.call('credential.change', {
    credentialId,
    secret: { ...COMMUNITY, community: 'new-one' },
  });
  const refused = expect(changing).rejects.toMatchObject({ code: 'not-found' });
  await test.client.call('credential.remove', { credentialId });
  gate.resolve();
  await refused;
  expect(test.engine.context.credentials.items.all()).toEqual([]);
});
