/** Changes, trend and hand-over as a page asks for them. Every address of 127.0.0.0/8 answers ping; nothing else is needed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { until } from '../../helpers/until.ts';
import { startTestEngine, type TestEngine } from './test-engine.ts';

const HOUR = 3_600_000;

describe('what whoever takes over may ask', () => {
  let folder: TemporaryFolder;
  let test: TestEngine;
  beforeAll(async () => {
    folder = await temporaryFolder('takeover');
    test = await startTestEngine({ file: folder.file('net.trunkline') });
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    await folder.remove();
  });

  it('a device that came and went is two changes, the second by its name', async () => {
    const { client } = test;
    const fromMs = Date.now() - HOUR;
    const { deviceId } = await client.call('device.add', { address: '127.0.0.31', name: 'short-lived' });
    const toMs = Date.now() + HOUR;
    const added = await client.call('change.list', { fromMs, toMs });
    expect(added.rows).toMatchObject([{ kind: 'device.found', deviceId, text: 'Added at 127.0.0.31' }]);
    await client.call('device.remove', { deviceId });
    const { counts, rows } = await client.call('change.list', { fromMs, toMs, kind: 'device.removed' });
    expect(counts).toMatchObject({ 'device.found': 0, 'device.removed': 1, 'link.gone': 0 });
    expect(rows).toMatchObject([{ deviceId: null, text: 'short-lived removed, which was at 127.0.0.31' }]);
  });

  it('maintenance counts from when it was said, while it lasts and when it is over', async () => {
    const { client } = test;
    const { deviceId } = await client.call('device.add', { address: '127.0.0.32', name: 'worked-on' });
    test.engine.context.incidents.echo(deviceId, true, Date.now() - 5 * HOUR);
    test.engine.context.incidents.evaluate();
    const saidMs = Date.now();
    await client.call('device.change', { deviceId, maintenance: true });
    const read = async () => (await client.call('handover.read', { sinceMs: saidMs - 1 })).maintenance;
    // Looks that people cause are spaced, so the state follows in a moment.
    const lasting = await until(async () => (await read())[0]);
    expect(lasting).toMatchObject({ deviceId, name: 'worked-on', untilMs: null });
    expect(lasting.fromMs).toBeGreaterThanOrEqual(saidMs);
    await client.call('device.change', { deviceId, maintenance: false });
    const over = await until(async () => (await read()).find(({ untilMs }) => untilMs !== null));
    expect(over).toMatchObject({ deviceId, fromMs: lasting.fromMs });
    expect(over.untilMs).toBeGreaterThanOrEqual(lasting.fromMs);
  });

  it('edges that do not ascend and a shift in the future are refused where they stand', async () => {
    const { client } = test;
    await expect(client.call('incident.trend', { edges: [5, 5] })).rejects.toMatchObject({ path: 'edges' });
    const sinceMs = Date.now() + HOUR;
    await expect(client.call('handover.read', { sinceMs })).rejects.toMatchObject({ path: 'sinceMs' });
  });
});
