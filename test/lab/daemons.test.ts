import { describe, expect, it } from 'vitest';
import { snmpUser, snmpUserArguments } from '../helpers/snmp-users.ts';
import type { Snmpd } from '../helpers/snmpd.ts';
import { startSnmpd } from '../helpers/snmpd.ts';
import type { Sshd } from '../helpers/sshd.ts';
import { startSshd } from '../helpers/sshd.ts';
import { missingRoot, missingTools } from '../helpers/tools.ts';
import { execute } from './execute.ts';

const ENGINE_ID = '.1.3.6.1.6.3.10.2.1.1.0';
const ENGINE_BOOTS = '.1.3.6.1.6.3.10.2.1.2.0';
const SYS_NAME = '.1.3.6.1.2.1.1.5.0';

const get = async (agent: Snmpd, oid: string, who: readonly string[] = ['-v2c', '-cpublic']): Promise<string> =>
  (await execute(['snmpget', ...who, '-Oqv', '-t1', '-r0', `${agent.address}:${agent.port}`, oid])).trim();

const noSnmpd = missingTools('snmpd', 'snmpget');

describe.skipIf(noSnmpd)(`snmpd on loopback${noSnmpd}`, () => {
  it('answers v2c and v3 of every security level', async () => {
    await using agent = await startSnmpd({ sysName: 'edge-7', config: ['sysDescr Made up, 1.0'] });
    expect(await get(agent, SYS_NAME)).toBe('"edge-7"');
    for (const name of ['none', 'sha256', 'sha512-aes256']) {
      expect(await get(agent, SYS_NAME, snmpUserArguments(snmpUser(name)))).toBe('"edge-7"');
    }
    expect(await get(agent, '.1.3.6.1.2.1.1.1.0')).toBe('"Made up, 1.0"');
  });

  it('keeps its engine id over a crash and counts its boots, and two agents differ', async () => {
    await using agent = await startSnmpd();
    await using other = await startSnmpd();
    const id = await get(agent, ENGINE_ID);
    expect(await get(other, ENGINE_ID)).not.toBe(id);
    await agent.restart();
    expect(await get(agent, ENGINE_ID)).toBe(id);
    expect(await get(agent, ENGINE_BOOTS)).toBe('2');
  });

  it('hangs and goes on', async () => {
    await using agent = await startSnmpd();
    agent.pause();
    await expect(get(agent, SYS_NAME)).rejects.toThrow('Timeout');
    agent.continue();
    expect(await get(agent, SYS_NAME)).toBe('"agent-under-test"');
  });

  it('says why it could not start', async () => {
    await using agent = await startSnmpd();
    await expect(startSnmpd({ port: agent.port })).rejects.toThrow(
      `Error opening specified endpoint "udp:127.0.0.1:${agent.port}"`,
    );
  });
});

const noSshd = missingRoot() || missingTools('sshd', 'ssh', 'ssh-keygen', 'sshpass', 'unshare');

describe.skipIf(noSshd)(`sshd on loopback${noSshd}`, () => {
  const ssh = (server: Sshd, before: readonly string[], ...flags: readonly string[]): Promise<string> => {
    const fresh = ['-F', '/dev/null', '-o', 'UserKnownHostsFile=/dev/null', '-o', 'StrictHostKeyChecking=no'];
    return execute([...before, 'ssh', ...fresh, ...flags, '-p', String(server.port), 'ops@127.0.0.1', 'id -un']);
  };
  const password = ['sshpass', '-p', 'ops-lab-password'];

  it('lets its user in by password, by dialogue and by key, and leaves no trace of him on this machine', async () => {
    await using server = await startSshd();
    expect(await ssh(server, password, '-o', 'PreferredAuthentications=password')).toBe('ops\n');
    expect(await ssh(server, password, '-o', 'PreferredAuthentications=keyboard-interactive')).toBe('ops\n');
    expect(await ssh(server, [], '-i', server.privateKeyPath, '-o', 'BatchMode=yes')).toBe('ops\n');
    await expect(execute(['getent', 'passwd', 'ops'])).rejects.toThrow('with code 2');
  });

  it('comes back with another host key, and takes settings of OpenSSH', async () => {
    await using server = await startSshd({ config: ['PasswordAuthentication no', 'KbdInteractiveAuthentication no'] });
    const before = await server.hostKey();
    const seen = async (): Promise<string> =>
      await execute(['ssh-keyscan', '-t', 'ed25519', '-p', String(server.port), server.address]);
    expect(await seen()).toContain(before);
    const after = await server.changeHostKey();
    expect(after).not.toBe(before);
    expect(await seen()).toContain(after);
    await expect(ssh(server, password)).rejects.toThrow('Permission denied');
  });
});
