import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIDDEN, maskSecrets, stableText } from '../../../../../electron/engine/ssh/config-text.ts';
import { configOf } from '../../../../../electron/engine/ssh/config-of-output.ts';
import { factsIn } from '../../../../../electron/engine/ssh/facts.ts';
import { loadProfiles } from '../../../../../electron/engine/ssh/load-profiles.ts';
import type { SshProfile } from '../../../../../electron/engine/ssh/profile.ts';
import { stripEcho } from '../../../../../electron/engine/ssh/strip-echo.ts';

const { profiles } = await loadProfiles(
  fileURLToPath(new URL('../../../../../resources/profiles/ssh', import.meta.url)),
);
const profileNamed = (name: string): SshProfile => {
  const profile = profiles.get(name);
  if (profile === undefined) throw new Error(`no profile ${name}`);
  return profile;
};

describe('secrets in configurations', () => {
  test.each([
    ['cisco-ios', 'enable secret 9 SECRET'],
    ['cisco-ios', 'enable password SECRET'],
    ['cisco-ios', 'username ops privilege 15 secret 5 SECRET'],
    ['cisco-ios', 'username ops password SECRET with words'],
    ['cisco-ios', 'snmp-server community SECRET RO 10'],
    ['cisco-ios', 'snmp-server host 10.0.0.5 version 2c SECRET  bgp'],
    ['cisco-ios', 'snmp-server host 10.0.0.5 SECRET'],
    ['cisco-ios', 'snmp-server host 10.0.0.5 traps version 3 priv SECRET'],
    ['cisco-ios', 'snmp-server host 10.0.0.5 vrf MGMT version 2c SECRET'],
    ['cisco-ios', 'tacacs-server key 7 SECRET'],
    ['cisco-ios', 'radius-server host 10.1.1.1 auth-port 1812 acct-port 1813 key 7 SECRET'],
    ['cisco-ios', ' key 7 SECRET'],
    ['cisco-ios', 'crypto isakmp key SECRET address 0.0.0.0'],
    ['cisco-ios', '   key-string 7 SECRET'],
    ['cisco-ios', '  pre-shared-key address 0.0.0.0 0.0.0.0 key SECRET'],
    ['cisco-ios', '  pre-shared-key local SECRET'],
    ['cisco-ios', ' ip ospf message-digest-key 1 md5 7 SECRET'],
    ['cisco-ios', ' ip ospf authentication-key SECRET'],
    ['cisco-ios', ' standby 1 authentication md5 key-string 7 SECRET'],
    ['cisco-ios', ' standby 1 authentication text SECRET'],
    ['cisco-ios', ' neighbor 10.0.0.2 password 7 SECRET'],
    ['cisco-ios', ' ppp chap password 7 SECRET'],
    ['cisco-ios', ' wpa-psk ascii 7 SECRET'],
    ['arista-eos', 'username ops privilege 15 role network-admin secret sha512 SECRET'],
    ['arista-eos', 'snmp-server user u g v3 localized SECRET auth sha SECRET priv aes SECRET'],
    ['arista-eos', '   neighbor 10.0.0.2 password 7 SECRET'],
    ['frr', 'password SECRET'],
    ['frr', 'enable password 8 SECRET'],
    ['frr', ' neighbor 10.0.0.2 password SECRET'],
    ['frr', ' ip ospf message-digest-key 1 md5 SECRET'],
    ['frr', ' area-password clear SECRET'],
    ['juniper-junos', '        encrypted-password "SECRET"; ## SECRET-DATA'],
    ['juniper-junos', '    authentication-key "$9$SECRET"; ## SECRET-DATA'],
    ['juniper-junos', '    community SECRET {'],
    ['juniper-junos', '            secret "SECRET"; ## SECRET-DATA'],
    ['mikrotik-routeros', '/ppp secret add name=b password="SECRET with words" profile=x'],
    ['mikrotik-routeros', '/interface wireguard add listen-port=13231 name=wg private-key="SECRET"'],
    ['mikrotik-routeros', '/snmp community add addresses=::/0 name=SECRET'],
    ['linux', '    password: SECRET'],
    ['linux', '  wpa-psk SECRET'],
    ['linux', 'PrivateKey=SECRET'],
  ])('%s: %s', (name, line) => {
    // A real secret: long, with signs that end words elsewhere.
    const masked = maskSecrets(
      line.replaceAll('SECRET', '$1$xQ8r/pl4nted0A1B2C3D').replace('## $1$xQ8r/pl4nted0A1B2C3D-DATA', '## SECRET-DATA'),
      profileNamed(name),
    );
    expect(masked).not.toContain('pl4nted');
    expect(masked).toContain(HIDDEN);
  });

  test.each([
    ['cisco-ios', 'service password-encryption'],
    ['cisco-ios', 'key chain OSPF'],
    ['cisco-ios', ' key 1'],
    ['cisco-ios', ' set community 65000:100'],
    ['cisco-ios', 'ip community-list standard X permit 65000:1'],
    ['frr', 'service password-encryption'],
    ['juniper-junos', '        community-name members 65000:1;'],
    ['mikrotik-routeros', '/ppp profile set name=x'],
  ])('%s: %s stays', (name, line) => {
    expect(maskSecrets(line, profileNamed(name))).toBe(line);
  });

  test('the end of a secret longer than its pattern is hidden too, and a line too long to be read is hidden whole', () => {
    const cisco = profileNamed('cisco-ios');
    const long = `p4${'x'.repeat(700)}END`;
    expect(maskSecrets(`snmp-server community ${long} RO`, cisco)).toBe(`snmp-server community ${HIDDEN} RO`);
    expect(maskSecrets(`enable secret ${long}`, cisco)).toBe(`enable secret ${HIDDEN}`);
    expect(maskSecrets(`${' '.repeat(2500)}enable secret END`, cisco)).toBe(HIDDEN);
  });

  test('the lines of a private key are hidden, those around it are not', () => {
    const text = 'a\n-----BEGIN RSA PRIVATE KEY-----\nMIIEpl4nted\npl4nted==\n-----END RSA PRIVATE KEY-----\nb';
    const masked = `a\n-----BEGIN RSA PRIVATE KEY-----\n${HIDDEN}\n-----END RSA PRIVATE KEY-----\nb`;
    for (const profile of profiles.values()) expect(maskSecrets(text, profile)).toBe(masked);
  });

  test('masking twice changes nothing more than masking once, and never throws', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('enable secret 5 abc', ' key 7 abcdef', 'password x', 'community y {'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom(...profiles.values()), (lines, profile) => {
        const once = maskSecrets(lines.join('\n'), profile);
        expect(maskSecrets(once, profile)).toBe(once);
      }),
    );
  });
});

test('two configurations that differ in volatile lines only are the same', () => {
  const cisco = profileNamed('cisco-ios');
  const config = (time: string): string =>
    `!\n! Last configuration change at ${time}\nhostname a\nntp clock-period ${time.length}\nend\n`;
  expect(stableText(config('10:00'), cisco)).toBe(stableText(config('11:11:11'), cisco));
  expect(stableText(config('10:00'), cisco)).toBe('!\nhostname a\nend');
});

test('a configuration without its end is told as cut', () => {
  const rules = profileNamed('cisco-ios').config;
  if (rules === undefined) throw new Error('no rules');
  expect(configOf('Building configuration...\n\nhostname a\nend\n', rules)).toEqual({
    text: 'hostname a\nend',
    whole: true,
  });
  expect(configOf('hostname a\ninterf', rules)).toEqual({ text: 'hostname a\ninterf', whole: false });
});

test('the echo goes, output that looks like it stays', () => {
  expect(stripEcho('show version\nCisco', 'show version')).toBe('Cisco');
  expect(stripEcho('[a@b] > /export\nx', '/export')).toBe('x');
  expect(stripEcho('Cisco\nshow version', 'show version')).toBe('Cisco\nshow version');
  expect(stripEcho('', 'x')).toBe('');
});

test('a fact is the first that fits, trimmed and bounded; what is not there is absent', () => {
  const patterns = [/^name: (?<hostname>.{1,1000})/dgu, /^other: (?<hostname>.{1,9})/dgu, /^no (?<absent>x)/dgu];
  expect(factsIn(`name:  ${'n'.repeat(500)} \nname: second\nother: third`, patterns)).toEqual({
    hostname: 'n'.repeat(299).concat('n'),
  });
});
