import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identify } from '../../../electron/engine/snmp/identify.ts';
import { readDevice } from '../../../electron/engine/snmp/read-device.ts';
import type { SnmpCredential } from '../../../electron/engine/targets.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import { ALL_SNMP_USERS, snmpUser } from '../../helpers/snmp-users.ts';
import type { Snmpd } from '../../helpers/snmpd.ts';
import { startSnmpd } from '../../helpers/snmpd.ts';
import { missingTools } from '../../helpers/tools.ts';
import { community, never, openTo, v3, withSession } from './sessions.ts';

const notRun = missingTools('snmpd');

describe.skipIf(notRun)(`SNMP versions and ciphers with a real agent${notRun}`, () => {
  let agent: Snmpd;
  const cisco = {
    kind: 'snmp-v3',
    user: 'cisco',
    authProtocol: 'sha',
    authPassword: 'auth-cisco-1',
    privProtocol: 'aes256r',
    privPassword: 'priv-cisco-1',
  } as const;
  beforeAll(async () => {
    agent = await startSnmpd({
      config: ['createUser cisco SHA "auth-cisco-1" AES-256-C "priv-cisco-1"', 'rouser cisco priv'],
    });
  });
  afterAll(() => agent.stop());

  const users: readonly (readonly [string, SnmpCredential])[] = ALL_SNMP_USERS.filter(
    (user) => user.priv?.protocol !== 'AES-192',
  ).map((user) => [`v3 user ${user.name}`, v3(user)]);
  const all: readonly (readonly [string, SnmpCredential])[] = [
    ['v1', community('public', '1')],
    ['v2c', community()],
    ...users,
    ['v3 user with AES-256 and the Reeder key extension', cisco],
  ];

  it.each(all)('reads a device by %s', async (_, credential) => {
    const outcome = await withSession(agent, credential, (session) =>
      readDevice(session, { signal: never, clock: systemClock }),
    );
    expect(outcome).toMatchObject({ kind: 'ok', value: { identity: { sysName: 'agent-under-test' } } });
    if (outcome.kind === 'ok') expect(outcome.value.interfaces.map((one) => one.name)).toContain('lo');
  });

  it('speaks IPv6', async () => {
    await using six = await startSnmpd({ address: '::1', sysName: 'six' });
    const outcome = await withSession(six, community(), (session) => identify(session, never));
    expect(outcome).toMatchObject({ kind: 'ok', value: { identity: { sysName: 'six' } } });
  });

  it('keeps the engine id, so that a later session needs one request only', async () => {
    const credential = v3(snmpUser('sha256-aes'));
    const first = openTo(agent, credential);
    await identify(first, never);
    const tuning = first.tuning();
    first.close();
    expect(tuning.engineId).toMatch(/^80[0-9a-f]+$/);
    const second = openTo(agent, credential, tuning);
    expect(await identify(second, never)).toMatchObject({ kind: 'ok' });
    expect(second.stats.requests).toBe(1);
    second.close();
  });

  it('follows an engine that restarted, with its boots and time', async () => {
    await using own = await startSnmpd();
    const session = openTo(own, v3(snmpUser('sha-aes')));
    expect(await identify(session, never)).toMatchObject({ kind: 'ok' });
    await own.restart();
    expect(await identify(session, never)).toMatchObject({ kind: 'ok' });
    session.close();
  });

  it('learns anew who answers when another engine took the address', async () => {
    await using own = await startSnmpd();
    const tuning = {
      maxRepetitions: 20,
      smoothedRttMs: null,
      absentTables: [],
      note: null,
      engineId: '80001f8880aaaaaaaaaaaaaaaa',
    };
    const session = openTo(own, v3(snmpUser('sha-aes')), tuning);
    expect(await identify(session, never)).toMatchObject({ kind: 'ok' });
    expect(session.tuning().engineId).not.toBe(tuning.engineId);
    session.close();
  });
});
