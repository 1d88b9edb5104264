import { fileURLToPath } from 'node:url';
import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { patternTrouble } from '../../../../../electron/engine/ssh/bounded-pattern.ts';
import { chooseProfile } from '../../../../../electron/engine/ssh/choose-profile.ts';
import { loadProfiles } from '../../../../../electron/engine/ssh/load-profiles.ts';
import { parseProfile } from '../../../../../electron/engine/ssh/profile.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

const FOLDER = fileURLToPath(new URL('../../../../../resources/profiles/ssh', import.meta.url));
const { profiles, problems } = await loadProfiles(FOLDER);

const MINIMAL = { name: 'acme', title: 'Acme', modes: ['shell'], match: {}, prompt: '^acme>$' };
const problemOf = (change: object): string => {
  const parsed = parseProfile('acme.json', JSON.stringify({ ...MINIMAL, ...change }));
  return 'problem' in parsed ? parsed.problem : '';
};

test('all shipped profiles load', () => {
  expect(problems).toEqual([]);
  const names = ['arista-eos', 'cisco-ios', 'frr', 'juniper-junos', 'linux', 'mikrotik-routeros'];
  expect([...profiles.keys()]).toEqual(names);
});

describe('a wrong profile is refused, naming file, place and mend', () => {
  test.each([
    [{ prompt: '(a+)+$' }, 'acme.json: prompt: regular expression: give each repetition an upper bound'],
    [{ prompt: '(?:a{1,99}){1,99}(?:b{1,99}){1,99}' }, 'make the repetitions smaller'],
    [{ prompt: '(' }, 'prompt: regular expression: Invalid regular expression'],
    [{ volatile: ['^(a)\\1$'] }, 'volatile.0: regular expression: back references'],
    [{ volatile: ['(?=a)'] }, 'look-around'],
    [{ secrets: ['password .{1,80}'] }, 'secrets.0: regular expression: needs the named group (?<secret>'],
    [
      { commands: [{ run: 'show version', facts: ['Version'] }] },
      'commands.0.facts.0: regular expression: needs a named group',
    ],
    [{ pagerOff: ['terminal length 0\nreload'] }, 'pagerOff.0: must be one line'],
    [{ modes: [] }, 'modes'],
    [{ surprise: 1 }, 'surprise'],
    [{ name: 'other' }, 'the file must be other.json'],
    [{ match: { sysObjectIds: ['1.3.6.'] } }, 'match.sysObjectIds.0: numbers and dots'],
  ])('%j', (change, words) => {
    expect(problemOf(change)).toContain(words);
  });

  test('not JSON, and a folder that is not there', async () => {
    expect(parseProfile('x.json', '{')).toMatchObject({
      problem: expect.stringContaining('SSH profile x.json: not JSON') as string,
    });
    const none = await loadProfiles('/no/such/folder');
    expect(none.problems[0]).toContain('cannot be read');
  });

  test('one bad file costs only itself', async () => {
    await using folder = await temporaryFolder('profiles');
    await writeFile(folder.file('acme.json'), JSON.stringify(MINIMAL));
    await writeFile(folder.file('bad.json'), '{}');
    const loaded = await loadProfiles(folder.path);
    expect([...loaded.profiles.keys()]).toEqual(['acme']);
    expect(loaded.problems).toHaveLength(1);
  });
});

test('bounded repetitions pass, unbounded do not, classes and escapes are no repetitions', () => {
  for (const fine of ['^a{0,80}$', 'a{3}', '[*+]{1,9}', 'a\\*', '^.{0,100}\\bkey (?<secret>\\S{1,200})'])
    expect(patternTrouble(fine)).toBeNull();
  for (const bad of ['a*', 'a+?', 'a{3,}', '[*]*']) expect(patternTrouble(bad)).toContain('upper bound');
});

/** Lines that make careless patterns slow: much of what fits, and an end that does not. */
const HOSTILE = [
  'a',
  ' ',
  '1',
  '-',
  '"',
  'key ',
  '@#',
  'a b ',
  'password ',
  'snmp-server host a ',
  '/snmp community  name=',
  'Version ',
].map((part) => `${part.repeat(2000).slice(0, 1998)}\u0001!`);

test('no pattern of any shipped profile takes long on a hostile line', () => {
  for (const profile of profiles.values()) {
    const { match, config } = profile;
    const patterns = [
      profile.prompt,
      ...match.sysDescr,
      ...match.banner,
      ...profile.refusals,
      ...profile.volatile,
      ...profile.secrets,
      ...profile.pagers.map(({ pattern }) => pattern),
      ...profile.commands.flatMap(({ facts }) => facts),
      ...(config === undefined ? [] : [...config.drop, ...(config.complete === undefined ? [] : [config.complete])]),
    ];
    for (const pattern of patterns) {
      const startedAt = performance.now();
      for (const line of HOSTILE) {
        for (const start of [
          '',
          'snmp-server host ',
          '/snmp community ',
          'Cisco IOS Software ',
          'aaa ',
          ' pre-shared-key ',
        ]) {
          pattern.lastIndex = 0;
          pattern.exec(`${start}${line}`.slice(0, 2000));
        }
      }
      expect(performance.now() - startedAt, `${profile.name}: ${pattern.source}`).toBeLessThan(500);
    }
  }
});

describe('choosing a profile', () => {
  const nothing = { sysDescr: null, sysObjectId: null, banner: null, given: null };
  test.each([
    [{ sysDescr: 'Linux r1 6.1.0-18-amd64 #1 SMP x86_64' }, 'linux'],
    [{ sysDescr: 'Cisco IOS Software, C2960 Software (C2960-LANBASEK9-M), Version 12.2(55)SE' }, 'cisco-ios'],
    [{ sysDescr: 'Cisco IOS Software [Cupertino], Catalyst L3 Switch Software, Version 17.9.4' }, 'cisco-ios'],
    [{ sysDescr: 'Juniper Networks, Inc. mx204 internet router, kernel JUNOS 21.4R3.15' }, 'juniper-junos'],
    [{ sysDescr: 'Arista Networks EOS version 4.30.1F running on an Arista Networks DCS-7050SX3-48YC8' }, 'arista-eos'],
    [{ sysDescr: 'RouterOS CCR2004-1G-12S+2XS' }, 'mikrotik-routeros'],
    [{ sysObjectId: '.1.3.6.1.4.1.14988.1' }, 'mikrotik-routeros'],
    [{ sysObjectId: '1.3.6.1.4.1.9.1.1208' }, 'cisco-ios'],
    [{ sysObjectId: '1.3.6.1.4.1.9.12.3.1.3.1' }, null],
    [{ sysObjectId: '1.3.6.1.4.1.2636.1.1.1.2.29' }, 'juniper-junos'],
    [{ banner: 'SSH-2.0-Cisco-1.25\nwelcome' }, 'cisco-ios'],
    [{ banner: 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7' }, 'linux'],
    [{ banner: 'SSH-2.0-OpenSSH_7.5' }, null],
    [{ sysDescr: 'Linux r1', given: 'frr' }, 'frr'],
    [{ sysDescr: 'Linux r1', given: 'no-such' }, null],
    [{}, null],
  ])('%j: %s', (hints, name) => {
    expect(chooseProfile(profiles, { ...nothing, ...hints })).toBe(name);
  });
});
