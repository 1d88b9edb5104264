import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  openCredential,
  sealCredential,
  summaryOf,
} from '../../../../../electron/engine/secrets/credential-sealing.ts';
import { openPassphraseVault } from '../../../../../electron/headless/passphrase-vault.ts';
import type { CredentialSecret } from '../../../../../shared/contract/settings.ts';

const vault = openPassphraseVault('correct horse', { logN: 10 });

const v3: CredentialSecret = {
  kind: 'snmp-v3',
  user: 'ops',
  authProtocol: 'sha256',
  authPassword: 'planted-auth',
  privProtocol: 'aes',
  privPassword: 'planted-priv',
};

test('what was sealed can be opened, and neither form prints the secret', async () => {
  const sealed = await sealCredential(vault, v3);
  const opened = await openCredential(vault, sealed);
  expect({ ...opened }).toEqual(v3);
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('planted');
  expect(inspect(opened) + JSON.stringify(opened)).not.toContain('planted');
});

test('an opened credential can be sealed again', async () => {
  const opened = await openCredential(vault, await sealCredential(vault, v3));
  const again = opened === null ? null : await openCredential(vault, await sealCredential(vault, opened));
  expect({ ...again }).toEqual(v3);
});

test('another passphrase opens nothing, and neither does text that is no credential', async () => {
  const other = openPassphraseVault('wrong horse', { logN: 10 });
  expect(await openCredential(other, await sealCredential(vault, v3))).toBeNull();
  expect(await openCredential(vault, await vault.seal('{"kind":"snmp-community"}'))).toBeNull();
  expect(await openCredential(vault, await vault.seal('not json'))).toBeNull();
});

describe('summaries', () => {
  test.each<[CredentialSecret, string]>([
    [{ kind: 'snmp-community', version: '2c', community: 'planted' }, 'SNMP v2c'],
    [{ kind: 'snmp-community', version: '1', community: 'planted' }, 'SNMP v1'],
    [v3, 'v3 ops, SHA-256, AES-128'],
    [{ kind: 'snmp-v3', user: 'ops' }, 'v3 ops, no authentication'],
    [{ kind: 'snmp-v3', user: 'ops', authProtocol: 'md5', authPassword: 'planted' }, 'v3 ops, MD5, no privacy'],
    [{ kind: 'ssh-password', user: 'ops', password: 'planted' }, 'ops, password'],
    [{ kind: 'ssh-key', user: 'ops', privateKey: 'planted' }, 'ops, key'],
  ])('%# says what it is and nothing secret', (secret, summary) => {
    expect(summaryOf(secret)).toBe(summary);
  });
});
