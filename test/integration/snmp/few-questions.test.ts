import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pollHealth } from '../../../electron/engine/snmp/poll-health.ts';
import { readDevice } from '../../../electron/engine/snmp/read-device.ts';
import type { TableSpec } from '../../../electron/engine/snmp/tables/table-spec.ts';
import { TAG } from '../../../electron/engine/snmp/wire/ber.ts';
import type { SnmpTuning } from '../../../electron/engine/targets.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import type { DeviceReading } from '../../../shared/model/reading.ts';
import type { Snmpd } from '../../helpers/snmpd.ts';
import { startSnmpd } from '../../helpers/snmpd.ts';
import { missingTools } from '../../helpers/tools.ts';
import { honest, startFakeAgent } from './fake-agent.ts';
import type { Place } from './sessions.ts';
import { community, never, openTo, withSession } from './sessions.ts';

const options = { signal: never, clock: systemClock };
const HOUR_MS = 3600_000;
const SENSOR = '1.3.6.1.2.1.99.1.1.1';

/** As it comes back out of the file. */
const kept = (tuning: SnmpTuning): SnmpTuning => JSON.parse(JSON.stringify(tuning)) as SnmpTuning;

const readFrom = async (place: Place, tuning: SnmpTuning | null): Promise<[DeviceReading, SnmpTuning]> => {
  const session = openTo(place, community(), tuning);
  const read = await readDevice(session, options);
  const learnt = kept(session.tuning());
  session.close();
  if (read.kind === 'failed') throw new Error(read.problem.message);
  return [read.value, learnt];
};

const notRun = missingTools('snmpd');
describe.skipIf(notRun)(`few questions to a real agent${notRun}`, () => {
  let agent: Snmpd;
  beforeAll(async () => {
    agent = await startSnmpd();
  });
  afterAll(() => agent.stop());

  it('ask what it has in the second or third request, and then for rows only', async () => {
    const [reading] = await readFrom(agent, null);
    // net-snmp puts at most 100 values into an answer; who it is, which kind, and what it has are three requests.
    const rows = reading.interfaces.length * 15 + reading.storage.length * 5 + reading.processors.length * 5;
    expect(reading.stats.requests).toBeLessThan(3 + rows / 100 + 8);
  });

  it('find the same the second time, and with fewer requests', async () => {
    const [first, tuning] = await readFrom(agent, null);
    const [second] = await readFrom(agent, tuning);
    const told = ({ interfaces, addresses, hardware }: DeviceReading) => [
      interfaces.map(({ ifIndex, name, mac }) => [ifIndex, name, mac]),
      addresses,
      hardware,
    ];
    expect(told(second)).toEqual(told(first));
    expect(second.stats.requests).toBeLessThanOrEqual(first.stats.requests);
    expect(tuning.absentTables).toContain(SENSOR);
    expect(tuning.tableRows?.['1.3.6.1.2.1.2.2.1']).toBeGreaterThanOrEqual(first.interfaces.length);
  });

  it('leave out, in a poll of health, what the whole reading did not find', async () => {
    const [, tuning] = await readFrom(agent, null);
    const session = openTo(agent, community(), tuning);
    const poll = await pollHealth(session, options);
    expect(poll.kind).toBe('ok');
    if (poll.kind === 'ok') expect(poll.value.memory[0]?.usedPercent).toBeGreaterThan(0);
    // One for the single objects, and those of HOST-RESOURCES-MIB's rows.
    expect(session.stats.requests).toBeLessThanOrEqual(4);
    session.close();
  });

  it('are asked anew when the device has restarted: it may have got what it lacked', async () => {
    const [, tuning] = await readFrom(agent, null);
    await using grown = await startSnmpd({
      config: [
        `override ${SENSOR}.1.1 integer 8`,
        `override ${SENSOR}.2.1 integer 9`,
        `override ${SENSOR}.3.1 integer 0`,
        `override ${SENSOR}.4.1 integer 41`,
        `override ${SENSOR}.5.1 integer 1`,
      ],
    });
    const earlier = tuning.learnt && { ...tuning.learnt, atMs: tuning.learnt.atMs - 2 * HOUR_MS };
    // The agent of before started an hour earlier than it did, as if this one had been up for seconds where that had been for hours.
    const [same] = await readFrom(grown, { ...tuning, learnt: tuning.learnt });
    expect(same.sensors).toEqual([]);
    const [again] = await readFrom(grown, { ...tuning, learnt: earlier });
    expect(again.sensors).toMatchObject([{ kind: 'temperature', value: 41 }]);
  });
});

describe('few questions to agents that cannot bear many', () => {
  const tables = Array.from({ length: 30 }, (_, at): TableSpec => ({
    name: `table ${at}`,
    entry: `1.3.6.1.4.1.${at + 1}.1`,
    columns: { only: 1 },
  }));
  const held = tables.filter((_, at) => at % 5 === 0).map(({ entry }) => `${entry}.1.1`);
  const found = tables.filter((_, at) => at % 5 === 0).map(({ name }) => name);

  it('go on where an answer was cut', async () => {
    const proper = honest(held);
    await using agent = await startFakeAgent((request) => {
      const { varbinds } = proper(request);
      return { varbinds: varbinds.slice(0, 7) };
    });
    const walked = await withSession(agent, community(), (session) => session.walk(tables, never));
    expect(walked.kind === 'ok' && [...walked.value.keys()]).toEqual(found);
  });

  it('become few when the agent says tooBig, and stay few', async () => {
    const proper = honest(held);
    await using agent = await startFakeAgent((request) =>
      request.oids.length > 12 ? { errorStatus: 1, varbinds: [] } : proper(request),
    );
    await withSession(agent, community(), async (session) => {
      const walked = await session.walk(tables, never);
      expect(walked.kind === 'ok' && [...walked.value.keys()]).toEqual(found);
      expect(session.tuning().questionsAtOnce).toBe(12);
    });
  });

  it('become few GETNEXT when a large GETBULK is not answered', async () => {
    const proper = honest(held);
    await using agent = await startFakeAgent((request) => (request.oids.length > 12 ? null : proper(request)));
    await withSession(agent, community(), async (session) => {
      const walked = await session.walk(tables, never);
      expect(walked.kind === 'ok' && [...walked.value.keys()]).toEqual(found);
    });
    expect(agent.requests.filter((request) => request.type === TAG.getNext)).toHaveLength(3);
  }, 30_000);

  it('go on without the one that makes the agent stumble', async () => {
    const proper = honest(held);
    await using agent = await startFakeAgent((request) => {
      const at = request.oids.indexOf('1.3.6.1.4.1.4.1');
      if (at < 0 || request.maxRepetitions > 1) return proper(request);
      return { errorStatus: 5, errorIndex: at + 1, varbinds: request.oids.map((oid) => [oid, 0]) };
    });
    const walked = await withSession(agent, community(), (session) => session.walk(tables, never));
    // Nobody knows whether it is there: it is walked, and has no rows.
    expect(walked.kind === 'ok' && walked.value.get('table 3')).toMatchObject({ state: 'absent' });
    expect(walked.kind === 'ok' && walked.value.get('table 5')).toMatchObject({ state: 'complete' });
  });
});
