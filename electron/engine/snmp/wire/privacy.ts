/** Encryption of scoped PDUs: AES in CFB (RFC 3826 and its 256-bit drafts) and DES in CBC (RFC 3414 section 8). */
import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SnmpPrivProtocol } from '../../../../shared/contract/settings.ts';
import { MalformedMessage } from './ber.ts';

/** This platform's cryptography cannot do it. */
export class UnsupportedCipher extends Error {}

interface Encrypted {
  readonly bytes: Buffer;
  /** What goes into msgPrivacyParameters. */
  readonly salt: Buffer;
}

const SALT_BYTES = 8;
const DES_BLOCK = 8;

const aesIv = (boots: number, time: number, salt: Uint8Array): Buffer => {
  const iv = Buffer.alloc(16);
  iv.writeUInt32BE(boots, 0);
  iv.writeUInt32BE(time, 4);
  iv.set(salt, 8);
  return iv;
};

/**
 * OpenSSL 3 and BoringSSL have put single DES away, but triple DES with one key three times is the same function
 * (ANSI X9.52, keying option 3) and both still have it.
 */
const desKey = (key: Buffer): Buffer => Buffer.concat([key.subarray(0, 8), key.subarray(0, 8), key.subarray(0, 8)]);
const desIv = (key: Buffer, salt: Uint8Array): Buffer => Buffer.from(salt.map((byte, at) => byte ^ (key[8 + at] ?? 0)));
const AES_NAME = { aes: 'aes-128-cfb', aes256: 'aes-256-cfb', aes256r: 'aes-256-cfb' } as const;

const supported = <T>(make: () => T, priv: SnmpPrivProtocol): T => {
  try {
    return make();
  } catch (error) {
    throw new UnsupportedCipher(`the cryptography of this platform has no ${priv}`, { cause: error });
  }
};

export const encrypt = (priv: SnmpPrivProtocol, key: Buffer, boots: number, time: number, plain: Buffer): Encrypted => {
  const salt = randomBytes(SALT_BYTES);
  const cipher = supported(
    () =>
      priv === 'des'
        ? createCipheriv('des-ede3-cbc', desKey(key), desIv(key, salt)).setAutoPadding(false)
        : createCipheriv(AES_NAME[priv], key, aesIv(boots, time, salt)),
    priv,
  );
  const padding = priv === 'des' ? Buffer.alloc((DES_BLOCK - (plain.length % DES_BLOCK)) % DES_BLOCK) : Buffer.alloc(0);
  return { bytes: Buffer.concat([cipher.update(plain), cipher.update(padding), cipher.final()]), salt };
};

/** A wrong key shows only in what comes out: nonsense, which does not parse. */
export const decrypt = (
  priv: SnmpPrivProtocol,
  key: Buffer,
  boots: number,
  time: number,
  salt: Buffer,
  bytes: Buffer,
): Buffer => {
  if (salt.length !== SALT_BYTES) throw new MalformedMessage('privacy parameters of a wrong length');
  if (priv === 'des' && bytes.length % DES_BLOCK !== 0) throw new MalformedMessage('DES data of a wrong length');
  const cipher = supported(
    () =>
      priv === 'des'
        ? createDecipheriv('des-ede3-cbc', desKey(key), desIv(key, salt)).setAutoPadding(false)
        : createDecipheriv(AES_NAME[priv], key, aesIv(boots, time, salt)),
    priv,
  );
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
};
