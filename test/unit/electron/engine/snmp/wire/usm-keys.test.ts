import { Authentication, AuthProtocols, Encryption, PrivProtocols } from 'net-snmp';
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt } from '../../../../../../electron/engine/snmp/wire/privacy.ts';
import { keyOfPassphrase, localizeKey, privacyKey } from '../../../../../../electron/engine/snmp/wire/usm-keys.ts';

const engineId = Buffer.from('000000000000000000000002', 'hex');
const passphrase = Buffer.from('maplesyrup');

describe('SNMPv3 keys', () => {
  it.each([
    ['md5', '526f5eed9fcce26f8964c2930787d82b'],
    ['sha', '6695febc9288e36282235fc7151f128497b38f3f'],
  ] as const)('are those of RFC 3414 appendix A.3 for %s', (auth, wanted) => {
    expect(localizeKey(auth, keyOfPassphrase(auth, passphrase), engineId).toString('hex')).toBe(wanted);
  });

  it.each(['md5', 'sha', 'sha224', 'sha256', 'sha384', 'sha512'] as const)(
    'for AES-256 agree with the net-snmp package for %s, in both extensions',
    (auth) => {
      const key = keyOfPassphrase(auth, passphrase);
      const aes256 = Encryption.algorithms[PrivProtocols.aes256b];
      const aes256r = Encryption.algorithms[PrivProtocols.aes256r];
      const wanted = aes256.localizationAlgorithm(aes256, AuthProtocols[auth], 'maplesyrup', engineId);
      const wantedR = aes256r.localizationAlgorithm(aes256r, AuthProtocols[auth], 'maplesyrup', engineId);
      expect(privacyKey(auth, 'aes256', key, engineId)).toEqual(wanted);
      expect(privacyKey(auth, 'aes256r', key, engineId)).toEqual(wantedR);
      expect(Authentication.passwordToKey(AuthProtocols[auth], 'maplesyrup', engineId)).toEqual(
        localizeKey(auth, key, engineId),
      );
    },
  );
});

describe('privacy', () => {
  it.each(['des', 'aes', 'aes256', 'aes256r'] as const)('%s gives back what it took', (priv) => {
    const key = privacyKey('sha256', priv, keyOfPassphrase('sha256', passphrase), engineId);
    const plain = Buffer.from('a scoped PDU of no round length');
    const { bytes, salt } = encrypt(priv, key, 3, 1000, plain);
    expect(decrypt(priv, key, 3, 1000, salt, bytes).subarray(0, plain.length)).toEqual(plain);
    expect(encrypt(priv, key, 3, 1000, plain).salt).not.toEqual(salt);
  });
});
