/** Configurations and host keys as the engine keeps them: SSH for real, through the same calls as the page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceDetail } from '../../../shared/contract/devices.ts';
import { startScriptedSshd, type ScriptedSshd } from '../../helpers/scripted-sshd.ts';
import { startSshd, type Sshd } from '../../helpers/sshd.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { missingRoot, missingTools } from '../../helpers/tools.ts';
import { until } from '../../helpers/until.ts';
import { CISCO, LOGIN, SECRETS } from '../ssh/device-scripts.ts';
import { readUntil, startTestEngine, type TestEngine } from './test-engine.ts';

let folder: TemporaryFolder;
let test: TestEngine;

const polled = async (deviceId: number): Promise<DeviceDetail> => {
  await test.client.call('device.poll', { deviceId });
  return test.client.call('device.read', { deviceId });
};

const openIncidents = () =>
  test.engine.context.network.incidentItems.all().filter((incident) => incident.closedAtMs === null);

describe('a router whose configuration changes', () => {
  const show = 'show running-config';
  const first = CISCO.answers[show] ?? '';
  const answers: Record<string, string> = { ...CISCO.answers };
  let sshd: ScriptedSshd;
  let deviceId: number;

  beforeAll(async () => {
    folder = await temporaryFolder('configurations');
    sshd = await startScriptedSshd({ ...CISCO, answers });
    test = await startTestEngine({ file: folder.file('net.trunkline'), sshPorts: { '127.0.0.2': sshd.port } });
    await test.client.call('credential.add', { name: 'ops', secret: { kind: 'ssh-password', ...LOGIN } });
    ({ deviceId } = await test.client.call('device.add', { address: '127.0.0.2', name: 'core-1' }));
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    await sshd.stop();
    await folder.remove();
  });

  it('is trusted by its key on first use, and its configuration and facts are kept', async () => {
    const detail = await polled(deviceId);
    expect(detail.hostKey).toMatchObject({ trusted: expect.stringMatching(/^SHA256:/), offered: null });
    expect(detail.device).toMatchObject({ ssh: 'answers', snmp: 'unused' });
    expect(detail.facts.ssh).toMatchObject({ profile: 'cisco-ios', model: 'WS-C2960X-48TS-L', hostname: 'core-1' });
    expect(detail.revisions).toHaveLength(1);
    const events = await test.client.call('event.list', { fromMs: 0, toMs: Date.now() + 1000, deviceId });
    expect(events.map((event) => event.kind)).toEqual(expect.arrayContaining(['host-key.trusted', 'config.saved']));
  });

  it('is shown with its secrets masked', async () => {
    const [newest] = (await test.client.call('device.read', { deviceId })).revisions;
    const { text, revision, volatileLines } = await test.client.call('config.read', { revisionId: newest?.id ?? 0 });
    expect(text).toContain('interface GigabitEthernet0/59\n description port 59');
    expect(text.match(/«hidden»/g)).toHaveLength(SECRETS.length);
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    expect(revision.lines).toBe(text.split('\n').length);
    const byThemselves = volatileLines.map((line) => text.split('\n')[line]);
    expect(byThemselves).toEqual(expect.arrayContaining([expect.stringMatching(/^! Last configuration change/)]));
  });

  it('has a new revision for a line that a person changed, and none for lines that change by themselves', async () => {
    expect((await polled(deviceId)).revisions).toHaveLength(1);
    answers[show] = first.replace('10:11:12 UTC Fri Nov 20', '11:12:13 UTC Sat Nov 21').replace('36029148', '36029999');
    expect((await polled(deviceId)).revisions).toHaveLength(1);
    answers[show] = first.replace('description port 7\n', 'description uplink\n');
    expect((await polled(deviceId)).revisions).toHaveLength(2);
  });

  it('says why, with what, and how much of it is new', async () => {
    const [newest, first] = (await test.client.call('device.read', { deviceId })).revisions;
    const origin = { why: 'asked', credential: 'ops', profile: 'cisco-ios' };
    expect(newest).toMatchObject({ ...origin, linesAdded: 1, linesRemoved: 1 });
    expect(first).toMatchObject({ ...origin, linesAdded: null, linesRemoved: null });
    const [listed, ...others] = await test.client.call('config.list', {});
    expect(others).toEqual([]);
    expect(listed).toMatchObject({ deviceId, revisionId: newest?.id, revisions: 2, linesAdded: 1, ...origin });
  });

  it('is found by a text of its newest configuration, and never by a secret', async () => {
    const find = (text: string) => test.client.call('config.search', { text });
    const { matches, searched, next } = await find('DESCRIPTION uplink');
    expect(matches).toMatchObject([{ deviceId, count: 1, lines: [{ text: ' description uplink' }] }]);
    expect({ searched, next }).toEqual({ searched: 1, next: null });
    // Of the revision before.
    expect((await find('description port 7\n')).matches).toEqual([]);
    for (const secret of SECRETS) expect((await find(secret)).matches).toEqual([]);
    await expect(find(' ')).rejects.toMatchObject({ code: 'bad-argument' });
  });

  it('has a new revision when nothing but a secret was changed, though both look alike', async () => {
    answers[show] = first.replace('description port 7\n', 'description uplink\n').replace('Pl4nted-One', 'Pl4nted-New');
    const { revisions } = await polled(deviceId);
    expect(revisions).toHaveLength(3);
    const [newest, before] = await Promise.all(
      revisions.slice(0, 2).map(({ id }) => test.client.call('config.read', { revisionId: id })),
    );
    expect(newest?.text).toBe(before?.text);
  });

  it('keeps its revisions, its key and what was trusted over a restart of the engine', async () => {
    const before = await test.client.call('device.read', { deviceId });
    const { engine, client } = test;
    client.close();
    await engine.close();
    test = await startTestEngine({ file: folder.file('net.trunkline'), sshPorts: { '127.0.0.2': sshd.port } });
    const after = await test.client.call('device.read', { deviceId });
    expect(after).toMatchObject({ revisions: before.revisions, hostKey: before.hostKey, facts: before.facts });
  });
});

const notRun = missingTools('sshd', 'ssh-keygen', 'unshare') || missingRoot();

describe.skipIf(notRun)(`a server behind another host key${notRun}`, () => {
  let sshd: Sshd;
  let deviceId: number;
  beforeAll(async () => {
    folder = await temporaryFolder('host-keys');
    sshd = await startSshd();
    test = await startTestEngine({ file: folder.file('net.trunkline'), sshPorts: { '127.0.0.3': sshd.port } });
    const [user] = sshd.users;
    const { password = '' } = user ?? {};
    await test.client.call('credential.add', {
      name: 'wrong',
      secret: { kind: 'ssh-password', user: 'ops', password: 'Pl4nted-wrong' },
    });
    await test.client.call('credential.add', {
      name: 'ops',
      secret: { kind: 'ssh-password', user: 'ops', password, profile: 'linux' },
    });
    ({ deviceId } = await test.client.call('device.add', { address: '127.0.0.3', name: 'server-3' }));
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    await sshd.stop();
    await folder.remove();
  });

  it('is refused loudly and sent nothing, until a person trusts exactly the key that is shown or the old one is back', async () => {
    const lines: string[] = [];
    test.engine.watch((line) => lines.push(JSON.stringify(line)));
    const before = await polled(deviceId);
    expect(before.device.ssh).toBe('answers');
    expect(before.credentials).toEqual([{ kind: 'ssh', credentialId: expect.any(Number), name: 'ops' }]);
    expect(before.facts.ssh['profile']).toBe('linux');
    expect(before.revisions).toHaveLength(1);
    expect(lines.join('\n')).not.toContain('"to":"refused"');

    await sshd.changeHostKey();
    const changed = await polled(deviceId);
    expect(changed.device.ssh).toBe('refused');
    expect(changed.hostKey).toMatchObject({
      trusted: before.hostKey?.trusted,
      offered: expect.stringMatching(/^SHA256:/),
    });
    expect(sshd.output()).not.toMatch(/password|publickey|ops/i);
    const incident = await until(() => openIncidents().find((one) => one.kind === 'host-key-changed'));
    expect(incident).toMatchObject({ deviceId, title: expect.stringContaining('server-3') });
    const state = lines.find((line) => line.includes('"to":"refused"')) ?? '';
    expect(state).toMatch(
      /SSH to 127\.0\.0\.3:\d+ failed after \d+ ms: .*trusted SHA256:.*offered SHA256:.*trust the new key/,
    );

    const stale = test.client.call('device.trust-host-key', { deviceId, fingerprint: 'SHA256:another' });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
    expect(openIncidents().map((one) => one.kind)).toContain('host-key-changed');

    const { credentials } = test.engine.context;
    const [credentialId = 0] = credentials.items.all().map((one) => one.id);
    const tried = await test.client.call('credential.test', { credentialId, address: changed.device.address });
    expect(tried).toMatchObject({ ok: false, message: expect.stringContaining('No credential was sent') });

    const offered = changed.hostKey?.offered ?? '';
    await test.client.call('device.trust-host-key', { deviceId, fingerprint: offered });
    const trusted = await readUntil(test.client, deviceId, (detail) => detail.device.ssh === 'answers');
    expect(trusted.hostKey).toMatchObject({ trusted: offered, offered: null });
    await until(() => openIncidents().every((one) => one.kind !== 'host-key-changed'));
    expect(trusted.revisions).toHaveLength(1);

    // A man in the middle who was there once and is gone: the trusted key is shown again.
    const { hostKeys } = test.engine.context.network;
    hostKeys.put([{ id: deviceId, trusted: offered, firstSeenAtMs: 1, offered: 'SHA256:somebody-else' }]);
    test.engine.context.incidents.changed();
    await until(() => openIncidents().some((one) => one.kind === 'host-key-changed'));
    expect((await polled(deviceId)).hostKey).toMatchObject({ trusted: offered, offered: null });
    await until(() => openIncidents().every((one) => one.kind !== 'host-key-changed'));
  });
});
