/** `kill -9` of a serving engine in the middle of its work: nothing it promised is lost, and the page comes back by itself. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../shared/rpc/client.ts';
import type { EngineClient } from '../../../shared/rpc/client-types.ts';
import { openSocket } from '../../../shared/rpc/socket-transport.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import { freeTcpPort } from '../../helpers/free-port.ts';
import { startSnmpd, type Snmpd } from '../../helpers/snmpd.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { missingTools } from '../../helpers/tools.ts';
import { until } from '../../helpers/until.ts';
import { startTrunkline, trunkline, type TrunklineProcess } from './trunkline-process.ts';

const notRun = missingTools('snmpd');

describe.skipIf(notRun)(`an engine that is killed while it polls${notRun}`, () => {
  let agent: Snmpd;
  let home: TemporaryFolder;
  let port: number;
  let file: string;
  const processes: TrunklineProcess[] = [];
  const clients: EngineClient[] = [];
  beforeAll(async () => {
    home = await temporaryFolder('crash');
    file = home.file('net.trunkline');
    [agent, port] = await Promise.all([startSnmpd({ users: [], sysName: 'crashed-on' }), freeTcpPort()]);
  });
  afterAll(async () => {
    for (const client of clients) client.close();
    for (const one of processes) await one[Symbol.asyncDispose]();
    await agent.stop();
    await home.remove();
  });

  /** Starts it; answers the process and the token of the address that it printed. */
  const serve = async (): Promise<{ engine: TrunklineProcess; token: string }> => {
    const engine = startTrunkline(['serve', '--file', file, '--port', String(port)], { home: home.path });
    processes.push(engine);
    const [, token = ''] = await until(() => /#token=(\S+)\n/.exec(engine.stdout()), {
      what: `an address. It said: ${engine.stderr()}`,
      timeoutMs: 20_000,
    });
    return { engine, token };
  };

  const page = (token: string): EngineClient => {
    const open = () => openSocket(new WebSocket(`ws://127.0.0.1:${port}/rpc`));
    const client = connect(open, { clock: systemClock, token });
    clients.push(client);
    return client;
  };

  /** An agent that is gone makes an incident, which can be noted. */
  const makeIncident = async (client: EngineClient, deviceId: number): Promise<number> => {
    await agent.kill();
    const wanted = async () => {
      await client.call('device.poll', { deviceId });
      const incidents = await client.call('incident.list', { fromMs: 0, toMs: Date.now() + 1000 });
      return incidents.find((incident) => incident.deviceId === deviceId)?.id;
    };
    const incidentId = await until(wanted, { what: 'an incident of the silent agent', timeoutMs: 20_000 });
    await agent.restart();
    return incidentId;
  };

  it('keeps every note, name, position and setting it has answered for, and the same page goes on', async () => {
    const first = await serve();
    const client = page(first.token);
    const secret = { kind: 'snmp-community', community: 'public' } as const;
    await client.call('settings.change', { values: { icmpIntervalS: 1, counterIntervalS: 5 } });
    await client.call('credential.add', { name: 'public', secret });
    const { deviceId } = await client.call('device.add', { address: '127.0.0.1', snmpPort: agent.port });
    await client.call('device.poll', { deviceId });
    expect((await client.call('device.read', { deviceId })).device).toMatchObject({ name: 'crashed-on', state: 'up' });
    const incidentId = await makeIncident(client, deviceId);
    await client.call('incident.acknowledge', { incidentIds: [incidentId], by: 'night shift' });
    await client.call('device.change', { deviceId, site: 'plant 4', name: 'press line' });

    // Notes and moves one after another, and a poll always under way, until the blow falls in between.
    const promised: number[] = [];
    let placedAt = 0;
    const dying = new AbortController();
    const noting = (async () => {
      for (let count = 1; !dying.signal.aborted; count += 1) {
        const { noteIds } = await client.call('incident.note', {
          incidentIds: [incidentId],
          author: 'ops',
          text: `note ${count}`,
        });
        promised.push(...noteIds);
        await client.call('position.set', { positions: [{ deviceId, x: count, y: -7, pinned: true }] });
        placedAt = count;
      }
    })().catch(() => undefined);
    const polling = (async () => {
      while (!dying.signal.aborted) await client.call('device.poll', { deviceId });
    })().catch(() => undefined);
    await until(() => promised.length >= 20);
    first.engine.signal('SIGKILL');
    dying.abort();
    expect((await first.engine.ended).code).toBeNull();
    const killedAtMs = performance.now();
    await until(() => client.status.state !== 'open');
    await Promise.all([noting, polling]);

    const second = await serve();
    expect(second.token).toBe(first.token);
    await until(() => client.status.state === 'open', { what: 'the page comes back', timeoutMs: 10_000 });
    const awayMs = performance.now() - killedAtMs;
    const { incident, notes } = await client.call('incident.read', { incidentId });
    expect(notes.map((note) => note.id)).toEqual(expect.arrayContaining(promised));
    expect(incident.acknowledgedBy).toBe('night shift');
    expect(await client.call('device.read', { deviceId })).toMatchObject({
      device: { name: 'press line', site: 'plant 4', sysName: 'crashed-on' },
      credentials: [{ kind: 'snmp', name: 'public' }],
    });
    const seen = { x: -1, counterIntervalS: 0 };
    const stops = [
      client.follow('positions', {}, ({ upsert }) => void Object.assign(seen, { x: upsert[0]?.x })),
      client.follow('settings', {}, ({ upsert }) => void Object.assign(seen, upsert[0])),
    ];
    await until(() => seen.x >= placedAt && seen.counterIntervalS === 5);
    for (const stop of stops) stop();
    const { problem } = await client.call('device.poll', { deviceId });
    expect(problem).toBeNull();

    const check = await trunkline(['check', '--file', file, '--json'], { home: home.path });
    expect(JSON.parse(check.stdout)).toMatchObject({ ok: true, problems: [] });
    expect(awayMs).toBeLessThan(20_000);

    second.engine.signal('SIGTERM');
    expect(await second.engine.ended).toMatchObject({ code: 0 });
    expect(existsSync(`${file}-lock`)).toBe(false);
  });

  it('after a clean end the next engine has another token, and the old page is refused in words', async () => {
    const before = await serve();
    before.engine.signal('SIGINT');
    expect(await before.engine.ended).toMatchObject({ code: 0 });
    const { engine, token } = await serve();
    expect(token).not.toBe(before.token);
    const late = page(before.token);
    await until(() => late.status.state === 'refused');
    await expect(late.call('network.info', {})).rejects.toMatchObject({ code: 'unauthorised' });
    const good = page(token);
    expect(await good.call('network.info', {})).toMatchObject({ file: 'net.trunkline', vault: 'key file' });
    engine.signal('SIGTERM');
    expect(await engine.ended).toMatchObject({ code: 0 });
  });
});
