import { expect, test } from 'vitest';
import { snmpCredential } from '../../../../electron/cli/snmp-options.ts';

const sources = {
  env: { COMMUNITY: 'from-env', AUTH: 'authpass1', EMPTY: '' },
  readText: (path: string) => {
    if (path !== '/run/secret') throw new Error('no such file');
    return 'from-file\r\nsecond line\n';
  },
};
const read = (options: Parameters<typeof snmpCredential>[0]) => snmpCredential(options, sources);

test('without any option there is no credential', () => {
  expect(read({})).toBeNull();
});

test.each([
  ['public', 'public'],
  ['env:COMMUNITY', 'from-env'],
  ['file:/run/secret', 'from-file'],
  ['a:b', 'a:b'],
])('--community %s is %s', (given, community) => {
  expect(read({ community: given })).toEqual({ kind: 'snmp-community', version: '2c', community });
});

test('SNMPv1 is asked for by its version', () => {
  expect(read({ community: 'x', snmpVersion: '1' })).toMatchObject({ version: '1' });
});

test('a v3 user with authentication and privacy, secrets from elsewhere', () => {
  expect(read({ v3User: 'ops', v3Auth: 'sha256:env:AUTH', v3Priv: 'AES128:file:/run/secret' })).toEqual({
    kind: 'snmp-v3',
    user: 'ops',
    authProtocol: 'sha256',
    authPassword: 'authpass1',
    privProtocol: 'aes',
    privPassword: 'from-file',
  });
  expect(read({ v3User: 'ops' })).toEqual({ kind: 'snmp-v3', user: 'ops' });
});

test('a secret may hold colons', () => {
  expect(read({ v3User: 'ops', v3Auth: 'md5:pass:with:colons' })).toMatchObject({ authPassword: 'pass:with:colons' });
});

test.each([
  [{ community: 'env:NOPE' }, 'no variable NOPE'],
  [{ community: 'env:EMPTY' }, 'empty'],
  [{ community: '' }, 'empty'],
  [{ community: 'file:/nope' }, '/nope cannot be read'],
  [{ community: 'x', snmpVersion: '3' }, '--snmp-version'],
  [{ community: 'x', v3User: 'ops' }, 'not both'],
  [{ v3Auth: 'sha256:whatever1' }, '--v3-user'],
  [{ v3User: 'ops', v3Priv: 'aes:whatever1' }, '--v3-priv needs --v3-auth'],
  [{ v3User: 'ops', v3Auth: 'sha3:whatever1' }, 'one of md5, sha'],
  [{ v3User: 'ops', v3Auth: 'whatever1' }, 'protocol:secret'],
  [{ v3User: 'ops', v3Auth: 'sha256:short' }, 'at least 8'],
])('%j is wrong usage: %s', (options, words) => {
  expect(() => read(options)).toThrow(words);
});

test('no message shows a secret', () => {
  for (const v3Auth of ['sha3:hunter2hunter2', 'hunter2hunter2', 'sha256:hunter2']) {
    expect(() => read({ v3User: 'ops', v3Auth })).toThrow(/^(?!.*hunter2)/s);
  }
});
