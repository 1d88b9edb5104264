import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/model/outcome.ts';
import { identify } from '../../../electron/engine/snmp/identify.ts';
import { readDevice } from '../../../electron/engine/snmp/read-device.ts';
import type { SnmpCredential } from '../../../electron/engine/targets.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import { freeUdpPort } from '../../helpers/free-port.ts';
import { snmpUser } from '../../helpers/snmp-users.ts';
import type { Snmpd } from '../../helpers/snmpd.ts';
import { startSnmpd } from '../../helpers/snmpd.ts';
import { missingRoot, missingTools, tool } from '../../helpers/tools.ts';
import type { Errand } from './ask-in-namespace.ts';
import type { Place } from './sessions.ts';
import { community, never, v3, withSession } from './sessions.ts';

const notRun = missingTools('snmpd');

const problemOf = async (place: Place, credential: SnmpCredential): Promise<Problem | null> => {
  const outcome = await withSession(place, credential, (session) => identify(session, never));
  return outcome.kind === 'failed' ? outcome.problem : null;
};

describe.skipIf(notRun)(`what an operator reads when SNMP fails${notRun}`, () => {
  let agent: Snmpd;
  beforeAll(async () => {
    agent = await startSnmpd({
      config: [
        'view narrow included .1.3.6.1.4.1.99999',
        'rocommunity narrow default -V narrow',
        'view nosystem included .1.3.6.1.2.1.2',
        'rocommunity nosystem default -V nosystem',
      ],
    });
  });
  afterAll(() => agent.stop());

  it('names a wrong community as the likely cause of silence, and how long it waited', async () => {
    const problem = await problemOf(agent, community('wrong'));
    expect(problem?.code).toBe('silent');
    expect(problem?.message).toMatch(
      new RegExp(
        `127\\.0\\.0\\.1:${agent.port} did not answer SNMP v2c within 3\\.\\d s \\(3 tries\\).*check the community`,
      ),
    );
    expect(problem?.message).not.toContain('wrong"');
  });

  it('tells a closed port from silence, within the first time-outs', async () => {
    const problem = await problemOf({ address: '127.0.0.1', port: await freeUdpPort() }, community());
    expect(problem).toMatchObject({ code: 'port-closed', message: expect.stringContaining('set its port') });
  });

  it('refuses what is no address', async () => {
    expect(await problemOf({ address: 'router.example', port: 161 }, community())).toMatchObject({
      code: 'bad-target',
    });
  });

  it('names an unknown SNMPv3 user at once', async () => {
    expect(await problemOf(agent, { kind: 'snmp-v3', user: 'nobody' })).toMatchObject({
      code: 'unknown-user',
      message: expect.stringContaining('Check the user name'),
    });
  });

  it('names a wrong authentication password', async () => {
    const right = v3(snmpUser('sha256-aes'));
    const problem = await problemOf(agent, {
      ...right,
      kind: 'snmp-v3',
      user: 'sha256-aes',
      authPassword: 'not-the-one',
    });
    expect(problem).toMatchObject({
      code: 'wrong-auth',
      message: expect.stringContaining('Check the authentication password'),
    });
    expect(problem?.message).not.toContain('not-the-one');
  });

  it('tells a wrong privacy password from a dead device, though both are silent', async () => {
    const right = v3(snmpUser('sha256-aes'));
    const problem = await problemOf(agent, {
      ...right,
      kind: 'snmp-v3',
      user: 'sha256-aes',
      privPassword: 'not-the-one',
    });
    expect(problem).toMatchObject({
      code: 'wrong-priv',
      message: expect.stringContaining('Check the privacy password'),
    });
  });

  it('names a security level that the user does not have', async () => {
    const problem = await problemOf(agent, {
      ...v3(snmpUser('sha256')),
      kind: 'snmp-v3',
      user: 'sha256',
      privProtocol: 'aes',
      privPassword: 'something-long',
    });
    expect(problem).toMatchObject({ code: 'unsupported-level' });
  });

  it('names a security level that is too low for the agent', async () => {
    const problem = await problemOf(agent, {
      kind: 'snmp-v3',
      user: 'sha256-aes',
      authProtocol: 'sha256',
      authPassword: 'auth-sha256-1',
    });
    expect(problem).toMatchObject({ code: 'refused-by-agent', message: expect.stringContaining('security level') });
  });

  it('says that the view shows nothing', async () => {
    expect(await problemOf(agent, community('narrow'))).toMatchObject({
      code: 'refused-by-agent',
      message: expect.stringContaining('view'),
    });
  });

  it('reads what a narrow view shows, and says what it hides', async () => {
    const outcome = await withSession(agent, community('nosystem'), (session) =>
      readDevice(session, { signal: never, clock: systemClock }),
    );
    expect(outcome).toMatchObject({ kind: 'partial', problems: [{ code: 'refused-by-agent' }] });
    if (outcome.kind === 'partial') expect(outcome.value.interfaces.length).toBeGreaterThan(0);
  });

  it('says that what answers is no SNMP', async () => {
    const server = createSocket('udp4');
    server.on('message', (_, from) => server.send('SSH-2.0-OpenSSH_9.2\r\n', from.port, from.address));
    await new Promise<void>((done) => server.bind(0, '127.0.0.1', done));
    const problem = await problemOf({ address: '127.0.0.1', port: server.address().port }, community());
    server.close();
    expect(problem).toMatchObject({ code: 'garbage', message: expect.stringContaining('Check the port') });
  });

  it('ends at once when it is cancelled', async () => {
    await using hung = await startSnmpd();
    hung.pause();
    const aborter = new AbortController();
    const outcome = withSession(hung, community(), (session) => identify(session, aborter.signal));
    aborter.abort();
    expect(await outcome).toMatchObject({ kind: 'failed', problem: { code: 'cancelled' } });
    hung.continue();
  });
});

const notRunInNamespace = missingTools('unshare', 'ip', 'nft') || missingRoot();

describe.skipIf(notRunInNamespace)(`addresses that cannot be reached${notRunInNamespace}`, () => {
  it('tells no route, an unreachable host, filters and silence apart', async () => {
    const errand: Errand = {
      addresses: [
        '198.51.100.1',
        '198.51.100.2',
        '203.0.113.1',
        '127.0.0.66',
        '127.0.0.67',
        '127.0.0.68',
        '2001:db8::1',
      ],
      set: ['route add unreachable 198.51.100.1', 'route add prohibit 198.51.100.2'],
      rules: [
        'ip daddr 127.0.0.66 udp dport 161 drop',
        'ip daddr 127.0.0.67 udp dport 161 reject with icmp type admin-prohibited',
        'ip saddr 127.0.0.68 ip protocol icmp drop',
      ],
    };
    const driver = fileURLToPath(new URL('ask-in-namespace.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(tool('unshare'), [
      '-n',
      process.execPath,
      driver,
      JSON.stringify(errand),
    ]);
    const problems = JSON.parse(stdout) as readonly (Problem | null)[];
    expect(problems.map((problem) => problem?.code)).toEqual([
      'host-unreachable',
      'admin-prohibited',
      'host-unreachable',
      'admin-prohibited',
      'admin-prohibited',
      'silent',
      'host-unreachable',
    ]);
    expect(problems[2]?.message).toMatch(/^203\.0\.113\.1:161 .*no route/);
  });
});
