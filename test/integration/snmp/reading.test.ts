import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pollCounters } from '../../../electron/engine/snmp/poll-counters.ts';
import { pollHealth } from '../../../electron/engine/snmp/poll-health.ts';
import { readDevice } from '../../../electron/engine/snmp/read-device.ts';
import { probeJson } from '../../../electron/engine/snmp/reading-to-json.ts';
import { createRequestLimiter, openSnmp } from '../../../electron/engine/snmp/session.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import type { Snmpd } from '../../helpers/snmpd.ts';
import { startSnmpd } from '../../helpers/snmpd.ts';
import { missingTools } from '../../helpers/tools.ts';
import { community, never, withSession } from './sessions.ts';

const notRun = missingTools('snmpd', 'snmpbulkwalk');
const options = { signal: never, clock: systemClock };
const PEGGED = '1.3.6.1.2.1.2.2.1.5.1';

describe.skipIf(notRun)(`reading a real agent${notRun}`, () => {
  let agent: Snmpd;
  beforeAll(async () => {
    agent = await startSnmpd({
      config: [`override ${PEGGED} uinteger 4294967295`, 'override 1.3.6.1.2.1.31.1.1.1.15.1 uinteger 40000'],
    });
  });
  afterAll(() => agent.stop());

  const cells = async (oid: string): Promise<readonly string[]> => {
    const args = ['-v2c', '-c', agent.community, '-m', '', '-Onqe', `127.0.0.1:${agent.port}`, oid];
    const { stdout } = await promisify(execFile)('snmpbulkwalk', args);
    return stdout
      .trim()
      .split('\n')
      .map((line) => line.slice(line.indexOf(' ') + 1).replaceAll('"', ''));
  };

  it('finds the interfaces that snmpbulkwalk finds', async () => {
    const outcome = await withSession(agent, community(), (session) => readDevice(session, options));
    expect(outcome.kind).toBe('ok');
    if (outcome.kind !== 'ok') return;
    const { interfaces } = outcome.value;
    expect(interfaces.map((one) => String(one.ifIndex))).toEqual(await cells('1.3.6.1.2.1.2.2.1.1'));
    expect(interfaces.map((one) => one.name)).toEqual(await cells('1.3.6.1.2.1.31.1.1.1.1'));
    expect(interfaces[0]).toMatchObject({ type: 'softwareLoopback', mac: null, speedBps: 40_000_000_000 });
    expect(outcome.value.addresses).toContainEqual({ address: '127.0.0.1', prefixLength: 8, ifIndex: 1 });
    expect(outcome.value.memory[0]?.usedPercent).toBeGreaterThan(0);
    expect(() => JSON.stringify(probeJson(outcome.value))).not.toThrow();
  });

  it('polls counters with sysUpTime and a stamp in each row, monotonically', async () => {
    await withSession(agent, community(), async (session) => {
      const first = await pollCounters(session, options);
      const second = await pollCounters(session, options);
      expect([first.kind, second.kind]).toEqual(['ok', 'ok']);
      if (first.kind !== 'ok' || second.kind !== 'ok') return;
      const [before, after] = [first.value.rows[0], second.value.rows[0]];
      expect(after).toMatchObject({ name: 'lo', octetBits: 64, packetBits: 64, operStatus: 'up' });
      expect(after?.inOctets).toBeGreaterThanOrEqual(before?.inOctets ?? -1n);
      expect(after?.monotonicMs).toBeGreaterThan(before?.monotonicMs ?? Infinity);
      expect(after?.uptimeHundredths).toBeGreaterThanOrEqual(before?.uptimeHundredths ?? Infinity);
      expect(second.value.engineBoots).toBeGreaterThan(0);
      expect(second.value.interfaceCount).toBe(second.value.rows.length);
    });
  });

  it('falls back to 32-bit counters by version 1, which has no others', async () => {
    const poll = await withSession(agent, community('public', '1'), (session) => pollCounters(session, options));
    expect(poll.kind).toBe('ok');
    if (poll.kind === 'ok') expect(poll.value.rows[0]).toMatchObject({ octetBits: 32, inOctets: expect.any(BigInt) });
  });

  it('polls some interfaces only', async () => {
    const poll = await withSession(agent, community(), (session) =>
      pollCounters(session, { ...options, ifIndexes: [1] }),
    );
    expect(poll.kind === 'ok' && poll.value.rows.map((row) => row.ifIndex)).toEqual([1]);
  });

  it('asks no second time for health tables that the device does not have', async () => {
    await withSession(agent, community(), async (session) => {
      const first = await pollHealth(session, options);
      const second = await pollHealth(session, options);
      expect([first.kind, second.kind]).toEqual(['ok', 'ok']);
      expect(session.tuning().absentTables).toContain('1.3.6.1.2.1.99.1.1.1');
    });
  });

  it('keeps to the cap of requests under way, over all sessions', async () => {
    const limiter = createRequestLimiter(2);
    let most = 0;
    const clock = {
      ...systemClock,
      after: (ms: number, run: () => void) => ((most = Math.max(most, limiter.active)), systemClock.after(ms, run)),
    };
    const target = { address: '127.0.0.1', host: '127.0.0.1', port: agent.port, credential: community() };
    const sessions = Array.from({ length: 12 }, () => openSnmp(target, { clock, limiter }));
    const outcomes = await Promise.all(sessions.map((session) => pollCounters(session, options)));
    for (const session of sessions) session.close();
    expect(outcomes.every((one) => one.kind === 'ok')).toBe(true);
    expect(most).toBe(2);
    expect([limiter.active, limiter.waiting]).toEqual([0, 0]);
  });
});
