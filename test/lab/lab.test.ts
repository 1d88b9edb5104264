import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDaemon } from '../helpers/daemon.ts';
import { snmpUser, snmpUserArguments } from '../helpers/snmp-users.ts';
import { TEMPORARY_PREFIX } from '../helpers/temporary-folder.ts';
import { until } from '../helpers/until.ts';
import { LAB_SNMP_USERS } from './accounts.ts';
import { missingFeatures } from './kernel-features.ts';
import type { Lab } from './lab.ts';
import { cleanUpLeftovers } from './leftovers.ts';
import { listNamespaces, NAMESPACE_PREFIX, processesIn } from './namespaces.ts';
import { missingForLab, startLab } from './start-lab.ts';

const LLDP_LOCAL_PORT = '.1.0.8802.1.1.2.1.3.7.1.3';
const LLDP_REMOTE_NAME = '.1.0.8802.1.1.2.1.4.1.1.9';
const LLDP_REMOTE_PORT = '.1.0.8802.1.1.2.1.4.1.1.7';
const SYS_NAME = '.1.3.6.1.2.1.1.5.0';
const SYS_UP_TIME = '.1.3.6.1.2.1.1.3.0';
const IF_NAME = '.1.3.6.1.2.1.31.1.1.1.1';
const IF_OPER_STATUS = '.1.3.6.1.2.1.2.2.1.8';
const OSPF_NEIGHBOUR_ID = '.1.3.6.1.2.1.14.10.1.3';
const ENGINE_BOOTS = '.1.3.6.1.6.3.10.2.1.2.0';

const notRun = missingForLab();
const noLoss = notRun || missingFeatures('nft random', 'nft limit');

/** OID below the column → value without quotes, by Debian's own snmpwalk. */
const walk = async (lab: Lab, router: string, oid: string): Promise<ReadonlyMap<string, string>> => {
  const flags = ['-v2c', '-cpublic', '-On', '-Oq', '-Oe', '-t1', '-r1'];
  const text = await lab.console.exec(['snmpwalk', ...flags, lab.router(router).address, oid]);
  const rows = text.split('\n').flatMap((line) => {
    const [key = '', ...rest] = line.split(' ');
    return key.startsWith(`${oid}.`) ? [[key.slice(oid.length + 1), rest.join(' ').replaceAll('"', '')] as const] : [];
  });
  return new Map(rows);
};

const get = async (lab: Lab, router: string, oid: string, who = ['-v2c', '-cpublic']): Promise<string> => {
  const argv = ['snmpget', ...who, '-Oqv', '-Ot', '-t1', '-r0', lab.router(router).address, oid];
  return (await lab.console.exec(argv)).trim().replaceAll('"', '');
};

/** 'eth1 to r2 eth1': what one router's agent says of its neighbours. */
const neighbours = async (lab: Lab, router: string): Promise<readonly string[]> => {
  const [local, names, ports] = await Promise.all([
    walk(lab, router, LLDP_LOCAL_PORT),
    walk(lab, router, LLDP_REMOTE_NAME),
    walk(lab, router, LLDP_REMOTE_PORT),
  ]);
  const text = [...names].map(([index, name]) => {
    const port = index.split('.')[1] ?? '';
    return `${local.get(port)} to ${name} ${ports.get(index)}`;
  });
  return text.sort();
};

const expected = (lab: Lab, router: string): readonly string[] =>
  lab.links
    .flatMap(({ a, b }) => [[a, b] as const, [b, a] as const])
    .filter(([own]) => own.router === router)
    .map(([own, peer]) => `${own.interface} to ${peer.router} ${peer.interface}`)
    .sort();

const ifStatus = async (lab: Lab, router: string, name: string): Promise<string> => {
  const [names, states] = await Promise.all([walk(lab, router, IF_NAME), walk(lab, router, IF_OPER_STATUS)]);
  const index = [...names].find(([, value]) => value === name)?.[0];
  return index === undefined ? 'no such interface' : (states.get(index) ?? 'no status');
};

const ssh = (lab: Lab, login: readonly string[], target: string, command: string): Promise<string> => {
  const fresh = ['-F', '/dev/null', '-o', 'UserKnownHostsFile=/dev/null', '-o', 'StrictHostKeyChecking=no'];
  const [before, flags] = login[0] === 'sshpass' ? [login, []] : [[], login];
  return lab.console.exec([...before, 'ssh', ...fresh, ...flags, target, command]);
};

describe.skipIf(notRun)(`the lab${notRun}`, () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab();
  });
  afterAll(() => lab.close());

  it('shows at each router by LLDP the neighbours it has, and both cables between r2 and r3', async () => {
    for (const { name } of lab.routers) {
      const settled = async (): Promise<boolean> => (await neighbours(lab, name)).length === expected(lab, name).length;
      await until(settled, { what: `LLDP of ${name}`, timeoutMs: 20_000 });
      expect(await neighbours(lab, name)).toEqual(expected(lab, name));
    }
    const cables = (await neighbours(lab, 'r2')).filter((text) => text.includes(' to r3 '));
    expect(cables).toEqual(['eth2 to r3 eth1', 'eth3 to r3 eth3']);
  });

  it('speaks OSPF on every cable, and shows it by SNMP', async () => {
    const seen = async (): Promise<boolean> => (await walk(lab, 'r4', OSPF_NEIGHBOUR_ID)).size === 3;
    await until(seen, { what: 'three OSPF neighbours of r4', timeoutMs: 20_000 });
    const ping = ['ping', '-c1', '-W1', '-I', lab.router('r1').loopback, lab.router('r6').loopback];
    await until(() => lab.exec('r1', ping), { what: 'r1 reaches r6 and r6 r1', timeoutMs: 30_000 });
  });

  it.each(LAB_SNMP_USERS.map(({ name }) => name))('answers the SNMPv3 user %s', async (name) => {
    expect(await get(lab, 'r1', SYS_NAME, [...snmpUserArguments(snmpUser(name))])).toBe('r1');
  });

  it('answers SNMP v1, and no wrong community', async () => {
    expect(await get(lab, 'r1', SYS_NAME, ['-v1', '-cpublic'])).toBe('r1');
    await expect(get(lab, 'r1', SYS_NAME, ['-v2c', '-cwrong'])).rejects.toThrow('Timeout');
  });

  it('lets ops in by password and by key, and no wrong password', async () => {
    const { address } = lab.router('r3');
    expect(await ssh(lab, ['sshpass', '-p', 'ops-lab-password'], `ops@${address}`, 'hostname')).toBe('r3\n');
    const key = ['-i', lab.clientKeyPath, '-o', 'BatchMode=yes'];
    expect(await ssh(lab, key, `ops@${address}`, 'id -un')).toBe('ops\n');
    // sshpass(1): 5 is a wrong password.
    await expect(ssh(lab, ['sshpass', '-p', 'wrong'], `ops@${address}`, 'id')).rejects.toThrow('with code 5');
  });

  it('gives the user router the command line of a router', async () => {
    const login = ['sshpass', '-p', 'router-lab-password'];
    const config = await ssh(lab, login, `router@${lab.router('r4').address}`, 'show running-config');
    expect(config).toContain('hostname r4');
    expect(config).toContain('description to r5 eth1');
  });

  it('shows a cable that went down at both ends, and forgets the neighbour', async () => {
    await lab.linkDown('r5', 'eth2');
    const down = async (): Promise<boolean> =>
      (await ifStatus(lab, 'r5', 'eth2')) === '2' && (await ifStatus(lab, 'r6', 'eth1')) !== '1';
    await until(down, { what: 'ifOperStatus of both ends' });
    await until(async () => !(await neighbours(lab, 'r6')).length, { what: 'r6 forgets r5' });
    await lab.linkUp('r5', 'eth2');
    await until(async () => (await neighbours(lab, 'r6')).length, { what: 'r6 sees r5 again' });
  });

  it('tells the console by a trap that a cable went down', async () => {
    const log = ['-f', '-Lo', '-On', '-C', '-m', '', '--disableAuthorization=yes', 'udp:162'];
    const receiver = lab.console.spawn(['snmptrapd', ...log], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    receiver.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await until(() => text.includes('NET-SNMP version'), { what: 'snmptrapd listens' });
    // Not the cable of the test before: the agent looks only every 2 s and would miss that it was up between.
    await lab.linkDown('r1', 'eth2');
    const linkDownOfR1 = /\[10\.99\.0\.11\][^\n]*\n[^\n]*= OID: \.1\.3\.6\.1\.6\.3\.1\.1\.5\.3\b/;
    await until(() => linkDownOfR1.test(text), { what: `linkDown of r1 in ${text}` });
    await lab.linkUp('r1', 'eth2');
    receiver.kill('SIGKILL');
  });

  it('lets an agent die and come back with sysUpTime 0, the same identity and one boot more', async () => {
    const boots = Number(await get(lab, 'r6', ENGINE_BOOTS));
    await lab.killSnmpd('r6');
    await expect(get(lab, 'r6', SYS_NAME)).rejects.toThrow('Timeout');
    await lab.console.exec(['ping', '-c1', '-W2', lab.router('r6').address]);
    await lab.startSnmpd('r6');
    await until(() => get(lab, 'r6', SYS_NAME), { what: 'r6 answers again' });
    expect(Number(await get(lab, 'r6', SYS_UP_TIME))).toBeLessThan(1000);
    expect(Number(await get(lab, 'r6', ENGINE_BOOTS))).toBe(boots + 1);
  });

  it('hangs an agent, which answers again after it may continue', async () => {
    await lab.pause('r2', 'snmpd');
    await expect(get(lab, 'r2', SYS_NAME)).rejects.toThrow('Timeout');
    await lab.continue('r2', 'snmpd');
    await until(() => get(lab, 'r2', SYS_NAME), { what: 'r2 answers again' });
  });

  it('blocks SNMP while ICMP lives, and the reverse', async () => {
    const ping = ['ping', '-c1', '-W1', lab.router('r2').address];
    await lab.nft('r2', ['udp dport 161 drop']);
    await expect(get(lab, 'r2', SYS_NAME)).rejects.toThrow('Timeout');
    await lab.console.exec(ping);
    await lab.nft('r2', ['icmp type echo-request drop']);
    expect(await get(lab, 'r2', SYS_NAME)).toBe('r2');
    await expect(lab.console.exec(ping)).rejects.toThrow();
    await lab.nft('r2', []);
    await lab.console.exec(ping);
  });

  it.skipIf(noLoss)(`loses packets at random, and limits a control plane${noLoss}`, async () => {
    const lost = async (rule: string): Promise<number> => {
      await lab.nft('r2', [`icmp type echo-request ${rule}`]);
      const flood = ['ping', '-q', '-c', '200', '-i', '0.002', '-W1', lab.router('r2').address];
      return Number(/([\d.]+)% packet loss/.exec(await lab.console.exec(flood))?.[1]);
    };
    const atRandom = await lost('numgen random mod 100 < 30 drop');
    // 30 % of 200: six standard deviations to either side.
    expect(atRandom).toBeGreaterThan(10);
    expect(atRandom).toBeLessThan(50);
    const overLimit = await lost('limit rate over 20/second drop');
    expect(overLimit).toBeGreaterThan(50);
    expect(overLimit).toBeLessThan(100);
    await lab.nft('r2', []);
  });

  it('sends a known number of bytes over a cable, as the kernel counts them', async () => {
    const before = await lab.kernelCounters('r2', 'eth3');
    const load = { from: 'r2', to: 'r3', interface: 'eth3', bitsPerSecond: 20e6, seconds: 1 };
    const sent = await lab.traffic(load);
    const after = await lab.kernelCounters('r2', 'eth3');
    expect(sent.sentBytes).toBeGreaterThan(2.49e6);
    expect(sent.receivedPackets).toBe(sent.sentPackets);
    // OSPF and LLDP talk beside it.
    const counted = Number(after.outOctets - before.outOctets);
    expect(counted).toBeGreaterThanOrEqual(sent.sentBytes);
    expect(counted).toBeLessThan(sent.sentBytes + 20_000);
  });

  it('takes the power of a router away, and gives it back', async () => {
    await lab.powerOff('r6');
    await expect(lab.console.exec(['ping', '-c1', '-W1', lab.router('r6').address])).rejects.toThrow();
    await expect(lab.exec('r6', ['true'])).rejects.toThrow('powered off');
    await lab.powerOn('r6');
    expect(await get(lab, 'r6', SYS_NAME)).toBe('r6');
    await until(async () => (await neighbours(lab, 'r6')).length, { what: 'r6 sees r5', timeoutMs: 30_000 });
  });
});

describe.skipIf(notRun)(`after the lab${notRun}`, () => {
  it('nothing is left, and two labs do not disturb each other', async () => {
    const first = await startLab({ cables: [['r1', 'r2']] });
    const second = await startLab({ cables: [['r1', 'r2']], serverInterfaces: 202 });
    expect((await walk(second, 'srv', IF_NAME)).size).toBe(202);
    await first.close();
    expect(await get(second, 'r1', SYS_NAME)).toBe('r1');
    await second.close();
    const names = await listNamespaces();
    expect(names.filter((name) => name.startsWith(first.id) || name.startsWith(second.id))).toEqual([]);
    const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(`${TEMPORARY_PREFIX}lab-${process.pid}-`));
    expect(folders).toEqual([]);
  });

  it('the next run removes what a killed one left', async () => {
    const program = fileURLToPath(new URL('run.ts', import.meta.url));
    const crashing = await startDaemon(process.execPath, [program], {
      readyText: 'Ctrl-C ends it',
      readyTimeoutMs: 30_000,
    });
    const left = `${NAMESPACE_PREFIX}${crashing.pid}-`;
    const namespaces = async (): Promise<readonly string[]> =>
      (await listNamespaces()).filter((name) => name.startsWith(left));
    const routers = await namespaces();
    expect(routers).toHaveLength(7);
    await crashing.kill();
    // The kernel ends the routers with their parent, without any help of ours.
    const alive = async (): Promise<number> => (await Promise.all(routers.map(processesIn))).flat().length;
    await until(async () => (await alive()) === 0, { what: 'the routers of the killed lab end' });
    const removed = await cleanUpLeftovers();
    expect(removed.filter((name) => name.includes(String(crashing.pid)))).toHaveLength(8);
    expect(await namespaces()).toEqual([]);
  });
});
