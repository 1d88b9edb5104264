import { describe, expect, it } from 'vitest';
import type { SecretSources } from '../../../../../electron/engine/snmp/parse-credential.ts';
import { parseCredential } from '../../../../../electron/engine/snmp/parse-credential.ts';

const sources: SecretSources = {
  env: (name) => (name === 'AUTH' ? 'from-the-environment' : null),
  file: (path) => (path === '/etc/priv' ? 'from-a-file\n' : null),
};

describe('SNMP options', () => {
  it('are v2c with "public" where nothing is said', () => {
    expect(parseCredential({}, sources)).toEqual({
      kind: 'ok',
      value: { kind: 'snmp-community', version: '2c', community: 'public' },
    });
  });

  it('take secrets from the environment and from files', () => {
    const options = { v3User: 'ops', v3Auth: 'sha256:env:AUTH', v3Priv: 'AES-256-C:file:/etc/priv' };
    expect(parseCredential(options, sources)).toEqual({
      kind: 'ok',
      value: {
        kind: 'snmp-v3',
        user: 'ops',
        authProtocol: 'sha256',
        authPassword: 'from-the-environment',
        privProtocol: 'aes256r',
        privPassword: 'from-a-file',
      },
    });
  });

  it('keep colons in a secret', () => {
    expect(parseCredential({ v3User: 'ops', v3Auth: 'SHA-1:pass:word' }, sources)).toMatchObject({
      value: { authProtocol: 'sha', authPassword: 'pass:word' },
    });
  });

  it.each([
    ['privacy without authentication', { v3User: 'ops', v3Priv: 'aes:long-enough' }, '--v3-auth'],
    ['an unknown protocol', { v3User: 'ops', v3Auth: 'rot13:long-enough' }, '--v3-auth'],
    ['a short secret', { v3User: 'ops', v3Auth: 'md5:short' }, '--v3-auth'],
    ['no protocol', { v3User: 'ops', v3Auth: 'long-enough-secret' }, '--v3-auth'],
    ['a missing variable', { community: 'env:NOT_THERE' }, 'NOT_THERE'],
    ['both versions', { community: 'x', v3User: 'ops' }, '--v3-user'],
    ['no user', { v3Auth: 'sha:long-enough' }, '--v3-user'],
    ['no such version', { version: '4' }, '--snmp-version'],
  ])('refuse %s, naming the option and no secret', (_, options, named) => {
    const outcome = parseCredential(options, sources);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { message: expect.stringContaining(named) } });
    expect(JSON.stringify(outcome)).not.toMatch(/long-enough|:short/);
  });
});
