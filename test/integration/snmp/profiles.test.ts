import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pollHealth } from '../../../electron/engine/snmp/poll-health.ts';
import { readDevice } from '../../../electron/engine/snmp/read-device.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import type { Snmpd } from '../../helpers/snmpd.ts';
import { startSnmpd } from '../../helpers/snmpd.ts';
import { missingTools } from '../../helpers/tools.ts';
import { community, never, openTo, withSession } from './sessions.ts';

const notRun = missingTools('snmpd');
const options = { signal: never, clock: systemClock };
const CISCO = '1.3.6.1.4.1.9';
const CPM = `${CISCO}.9.109.1.1.1.1`;
const POOL = `${CISCO}.9.48.1.1.1`;
const ENVMON = `${CISCO}.9.13.1.3.1`;

/** A real agent in the dress of a switch: what it tells besides stands below that vendor's number. */
describe.skipIf(notRun)(`a vendor's own tables, from a real agent${notRun}`, () => {
  let agent: Snmpd;
  beforeAll(async () => {
    agent = await startSnmpd({
      config: [
        `sysObjectID ${CISCO}.1.1208`,
        'sysDescr Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version 15.2(7)E3, RELEASE SOFTWARE (fc3)',
        `override ${CPM}.8.1 uinteger 53`,
        `override ${POOL}.2.1 octet_str "Processor"`,
        `override ${POOL}.5.1 uinteger 25`,
        `override ${POOL}.6.1 uinteger 75`,
        `override ${ENVMON}.2.1008 octet_str "SW#1, Sensor#1"`,
        `override ${ENVMON}.3.1008 uinteger 44`,
        `override ${ENVMON}.6.1008 integer 1`,
      ],
    });
  });
  afterAll(() => agent.stop());

  const expected = {
    processors: [{ name: 'CPU 1', percent: 53 }],
    memory: [{ name: 'Processor', usedPercent: 25, usedBytes: 25, totalBytes: 100 }],
  };
  const warmth = { kind: 'temperature', name: 'SW#1, Sensor#1', value: 44, unit: '°C', oid: `${ENVMON}.3.1008` };

  it('say who it is, and stand in the place of the standard ones', async () => {
    const read = await withSession(agent, community(), (session) => readDevice(session, options));
    expect(read.kind).toBe('ok');
    if (read.kind !== 'ok') return;
    expect(read.value).toMatchObject({ ...expected, identity: { vendor: 'Cisco', os: 'IOS', osVersion: '15.2(7)E3' } });
    expect(read.value.sensors).toContainEqual(expect.objectContaining(warmth));
    expect(read.value.sensors).toContainEqual(expect.objectContaining({ kind: 'state', value: 1, status: 'normal' }));
  });

  it('are polled too, and by a later session without asking again who it is or for what it lacks', async () => {
    const first = openTo(agent, community());
    const found = await pollHealth(first, options);
    const tuning = first.tuning();
    first.close();
    expect(tuning.profile).toBe('cisco-ios');
    const second = openTo(agent, community(), tuning);
    const again = await pollHealth(second, options);
    second.close();
    expect([found.kind, again.kind]).toEqual(['ok', 'ok']);
    if (found.kind !== 'ok' || again.kind !== 'ok') return;
    for (const poll of [found, again]) expect(poll.value).toMatchObject(expected);
    expect(again.value.stats.requests).toBeLessThanOrEqual(found.value.stats.requests);
  });
});

const JUNIPER = '1.3.6.1.4.1.2636';
const CONTENTS = `${JUNIPER}.3.1.8.1`;
const CONTAINERS = `${JUNIPER}.3.1.6.1`;

describe.skipIf(notRun)(`parts of a Junos device without ENTITY-MIB, from a real agent${notRun}`, () => {
  let agent: Snmpd;
  beforeAll(async () => {
    agent = await startSnmpd({
      config: [
        `sysObjectID ${JUNIPER}.1.1.1.2.29`,
        'sysDescr Juniper Networks, Inc. mx240 internet router, kernel JUNOS 12.3R8.7',
        `override ${CONTAINERS}.4.1 integer 0`,
        `override ${CONTAINERS}.6.1 octet_str "chassis frame"`,
        `override ${CONTAINERS}.4.7 integer 1`,
        `override ${CONTAINERS}.6.7 octet_str "FPC slot"`,
        `override ${CONTENTS}.6.1.1.0.0 octet_str "midplane"`,
        `override ${CONTENTS}.7.1.1.0.0 octet_str "ACRA0001"`,
        `override ${CONTENTS}.6.7.1.0.0 octet_str "FPC: MPC Type 2 3D @ 0/*/*"`,
        `override ${CONTENTS}.7.7.1.0.0 octet_str "ZC0001"`,
        `override ${CONTENTS}.8.7.1.0.0 octet_str "REV 11"`,
        `override ${CONTENTS}.14.7.1.0.0 octet_str "MX-MPC2-3D"`,
      ],
    });
  });
  afterAll(() => agent.stop());

  it('come out of jnxContentsTable, each within what holds it', async () => {
    const read = await withSession(agent, community(), (session) => readDevice(session, options));
    if (read.kind === 'failed') throw new Error(read.problem.message);
    const { parts, tables } = read.value.hardware;
    expect(
      parts.map(({ class: kind, name, serial, model, hardware }) => [kind, name, serial, model, hardware]),
    ).toEqual([
      ['chassis', 'midplane', 'ACRA0001', null, null],
      ['module', 'FPC: MPC Type 2 3D @ 0/*/*', 'ZC0001', 'MX-MPC2-3D', 'REV 11'],
    ]);
    expect(parts[1]?.parent).toBe(parts[0]?.index);
    expect(tables).toContainEqual({ name: 'jnxContentsTable', mib: 'JUNIPER-MIB', state: 'complete', rows: 2 });
  });
});
