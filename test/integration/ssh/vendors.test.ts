import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { chooseProfile } from '../../../electron/engine/ssh/choose-profile.ts';
import { maskSecrets, stableText } from '../../../electron/engine/ssh/config-text.ts';
import { loadProfiles } from '../../../electron/engine/ssh/load-profiles.ts';
import type { SshProfile } from '../../../electron/engine/ssh/profile.ts';
import { readDevice } from '../../../electron/engine/ssh/read-device.ts';
import { runProfile } from '../../../electron/engine/ssh/run-profile.ts';
import type { ProfileReading } from '../../../electron/engine/ssh/run-profile.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { DeviceScript, ScriptedSshd } from '../../helpers/scripted-sshd.ts';
import { startScriptedSshd } from '../../helpers/scripted-sshd.ts';
import { ARISTA, CISCO, JUNOS, LOGIN, MIKROTIK, SECRETS } from './device-scripts.ts';
import { logInto, openForTest } from './open-for-test.ts';

const { profiles } = await loadProfiles(fileURLToPath(new URL('../../../resources/profiles/ssh', import.meta.url)));

const profileNamed = (name: string): SshProfile => {
  const profile = profiles.get(name);
  if (profile === undefined) throw new Error(`no profile ${name}`);
  return profile;
};

interface Read {
  readonly outcome: Outcome<ProfileReading>;
  readonly sshd: ScriptedSshd;
  readonly banner: string;
}

const read = async (
  script: DeviceScript,
  profile: SshProfile,
  password: string | null = LOGIN.password,
  deadlineMs = 20_000,
): Promise<Read> => {
  await using sshd = await startScriptedSshd(script);
  const session = await openForTest(sshd.port, { kind: 'ssh-password', ...LOGIN });
  const { signal } = new AbortController();
  const outcome = await runProfile({ session, profile, password, deadlineMs, signal });
  session.close();
  return { outcome, sshd, banner: session.banner };
};

const readingOf = (outcome: Outcome<ProfileReading>): ProfileReading => {
  if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome));
  return outcome.value;
};

/** The configuration as the device holds it, without the lines that the profile drops. */
const expectConfig = (reading: ProfileReading, last: string, lines: readonly string[]): void => {
  const config = reading.config ?? '';
  for (const line of lines) expect(config.split('\n')).toContain(line);
  expect(config.split('\n').at(-1)).toBe(last);
  // Nothing of pagers, echo, prompt or erasing is left in it.
  expect(config).not.toMatch(/more|\[Q quit|[\b\r]| {4}$|^ops@|\] >|core-1[#>]|leaf-1[#>]/im);
};

const VENDORS = [
  {
    name: 'cisco-ios',
    script: CISCO,
    facts: {
      hostname: 'core-1',
      os: 'Cisco IOS',
      osVersion: '15.2(7)E3',
      model: 'WS-C2960X-48TS-L',
      serial: 'FOC1234X0YZ',
    },
    last: 'end',
    lines: ['interface GigabitEthernet0/0', ' description port 59', 'hostname core-1'],
    volatile: /clock-period|Last configuration/,
  },
  {
    name: 'arista-eos',
    script: ARISTA,
    facts: { hostname: 'leaf-1', model: 'DCS-7050SX3-48YC8', serial: 'JPE12345678', osVersion: '4.30.1F' },
    last: 'end',
    lines: ['interface Ethernet0', '   description port 59', 'hostname leaf-1'],
    volatile: /! Command/,
  },
  {
    name: 'juniper-junos',
    script: JUNOS,
    facts: { hostname: 'edge-1', model: 'mx204', serial: 'JN1234567AFA', osVersion: '21.4R3.15' },
    last: '}',
    lines: ['    ge-0/0/0 {', '        description "port 39";', 'version 21.4R3.15;'],
    volatile: /Last commit/,
  },
  {
    name: 'mikrotik-routeros',
    script: MIKROTIK,
    facts: {
      hostname: 'gw-1',
      osVersion: '7.16 (stable)',
      model: 'CCR2004-1G-12S+2XS',
      vendor: 'MikroTik',
      serial: 'HCQ08ABCDEF',
    },
    last: '/system identity set name=gw-1',
    lines: [
      '/ip address add address=10.0.59.1/24 interface=ether59',
      '/ppp secret add name=branch password=Pl4nted-Two profile=default service=l2tp',
    ],
    volatile: /by RouterOS/,
  },
] as const;

const without = (script: DeviceScript, part: 'offCommand'): DeviceScript =>
  script.pager === undefined ? script : { ...script, pager: { ...script.pager, [part]: undefined } };

const WAYS: readonly (readonly [string, (script: DeviceScript) => DeviceScript])[] = [
  ['as usual', (script) => script],
  ['when the pager cannot be switched off', (script) => without(script, 'offCommand')],
  ['in packets of 7 bytes', (script) => ({ ...without(script, 'offCommand'), packetBytes: 7 })],
  ['slowly', (script) => ({ ...script, packetBytes: 400, packetDelayMs: 25 })],
  ['without echo', (script) => ({ ...script, echo: false })],
];

for (const { name, script, facts, last, lines, volatile } of VENDORS) {
  test.concurrent.each(WAYS)(`${name} gives facts and its whole configuration %s`, async (_way, change) => {
    const { outcome, sshd } = await read(change(script), profileNamed(name));
    const reading = readingOf(outcome);
    expect(reading).toMatchObject({ profile: name, facts, warnings: [] });
    expectConfig(reading, last, lines);
    expect(sshd.commands).not.toContain('');
  });

  test(`${name}: nothing planted is seen after masking, and volatile lines are left out of comparison`, async () => {
    const profile = profileNamed(name);
    const { outcome } = await read(script, profile);
    const config = readingOf(outcome).config ?? '';
    for (const secret of SECRETS) expect(config).toContain(secret);
    const masked = maskSecrets(config, profile);
    for (const secret of SECRETS) expect(masked).not.toContain(secret);
    expect(masked.match(/«hidden»/g)).toHaveLength(3);
    expect(masked.split('\n')).toHaveLength(config.split('\n').length);
    expect(stableText(config, profile)).not.toMatch(volatile);
  });
}

test('a pager that stays is turned page by page, RouterOS is told to dump', async () => {
  const cisco = await read(without(CISCO, 'offCommand'), profileNamed('cisco-ios'));
  expect(cisco.sshd.keys.length).toBeGreaterThan(4);
  expect(new Set(cisco.sshd.keys)).toEqual(new Set([' ']));
  const mikrotik = await read(MIKROTIK, profileNamed('mikrotik-routeros'));
  expect(new Set(mikrotik.sshd.keys)).toEqual(new Set(['D']));
});

test('RouterOS by exec needs no terminal', async () => {
  const { outcome, sshd } = await read({ ...MIKROTIK, exec: true }, profileNamed('mikrotik-routeros'));
  expect(readingOf(outcome).facts).toMatchObject({ hostname: 'gw-1' });
  expectConfig(readingOf(outcome), '/system identity set name=gw-1', []);
  expect(sshd.keys).toEqual([]);
});

test('the profile is chosen by what the server says of itself', async () => {
  const hints = { sysDescr: null, sysObjectId: null, given: null };
  const cisco = await read(CISCO, profileNamed('cisco-ios'));
  expect(chooseProfile(profiles, { ...hints, banner: cisco.banner })).toBe('cisco-ios');
  expect(cisco.banner).toContain('Authorized access only');
  const mikrotik = await read(MIKROTIK, profileNamed('mikrotik-routeros'));
  expect(chooseProfile(profiles, { ...hints, banner: mikrotik.banner })).toBe('mikrotik-routeros');
});

test('one call opens, chooses, reads and closes', async () => {
  await using sshd = await startScriptedSshd(CISCO);
  const target = { host: '127.0.0.1', port: sshd.port, address: '127.0.0.1', trusted: null };
  const rest = { deadlineMs: 20_000, signal: new AbortController().signal, log: logInto([]), profiles };
  const hints = { sysDescr: null, sysObjectId: null };
  const credential = { kind: 'ssh-password', ...LOGIN } as const;
  const read = await readDevice({ ...target, ...rest, hints, credential });
  expect(read).toMatchObject({
    outcome: { kind: 'ok', value: { profile: 'cisco-ios', facts: { hostname: 'core-1' } } },
  });
  expect(read.fingerprint).toMatch(/^SHA256:[\w+/]{43}$/);
  const other = await readDevice({ ...target, ...rest, hints, credential: { ...credential, profile: 'no-such' } });
  expect(other.outcome).toMatchObject({ kind: 'failed', problem: { code: 'unsupported' } });
  const changed = await readDevice({ ...target, ...rest, hints, credential, trusted: 'SHA256:another' });
  expect(changed).toMatchObject({ outcome: { problem: { code: 'host-key-changed' } }, fingerprint: read.fingerprint });
});

test('a refused enable costs the configuration, not the facts, and says what mends it', async () => {
  const answers = { 'show version': CISCO.answers['show version'] ?? '', 'terminal width 0': '' };
  const script = { ...CISCO, answers, enable: { prompt: 'core-1#', password: 'another' } };
  const { outcome, sshd } = await read(script, profileNamed('cisco-ios'));
  const reading = readingOf(outcome);
  expect(reading).toMatchObject({ facts: { hostname: 'core-1' }, config: null });
  expect(reading.warnings.join('\n')).toMatch(/"enable" is refused .* privilege 15/);
  expect(reading.warnings.join('\n')).toMatch(/"show running-config" is refused/);
  // The password was tried once.
  expect(sshd.commands.filter((line) => line === LOGIN.password)).toHaveLength(1);
  expect(JSON.stringify(reading)).not.toContain(LOGIN.password);
});

test('a connection that is cut in the middle keeps the facts and says so', async () => {
  const { outcome } = await read({ ...CISCO, cutAfter: 'show running-config' }, profileNamed('cisco-ios'));
  expect(outcome).toMatchObject({
    kind: 'partial',
    value: { facts: { hostname: 'core-1' }, config: null },
    problems: [{ code: 'silent', message: expect.stringContaining('"show running-config"') as string }],
  });
});

test('a prompt that never comes ends at the deadline and names the mend', async () => {
  const { outcome } = await read({ ...CISCO, prompt: 'press any key ' }, profileNamed('cisco-ios'), null, 400);
  expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'silent' } });
  if (outcome.kind === 'failed')
    expect(outcome.problem.message).toMatch(/within \d+ ms.*SSH profile under Settings, Credentials/);
});

test('a device that writes without end is given up', async () => {
  const endless = { ...CISCO.answers, 'show running-config': 'x'.repeat(99).concat('\n').repeat(60_000) };
  const { outcome } = await read({ ...CISCO, answers: endless }, profileNamed('cisco-ios'));
  expect(outcome).toMatchObject({ kind: 'partial', problems: [{ code: 'garbage' }] });
});
