/** Keys of SNMPv3's user-based security: from pass phrase to a key that works for one engine only. */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { SnmpAuthProtocol, SnmpPrivProtocol } from '../../../../shared/contract/settings.ts';

/** Hash, and octets of the digest that travel (RFC 3414, RFC 7860). */
export const AUTH = {
  md5: { hash: 'md5', macBytes: 12 },
  sha: { hash: 'sha1', macBytes: 12 },
  sha224: { hash: 'sha224', macBytes: 16 },
  sha256: { hash: 'sha256', macBytes: 24 },
  sha384: { hash: 'sha384', macBytes: 32 },
  sha512: { hash: 'sha512', macBytes: 48 },
} as const satisfies Record<SnmpAuthProtocol, { hash: string; macBytes: number }>;

/** Octets of key material that each cipher needs (DES: key and pre-IV). */
export const PRIV_KEY_BYTES = { des: 16, aes: 16, aes256: 32, aes256r: 32 } as const satisfies Record<
  SnmpPrivProtocol,
  number
>;

const EXPANDED_BYTES = 1_048_576;

/** RFC 3414 appendix A.2: the digest of the pass phrase repeated to a megabyte. Some 2 ms: keep the result. */
export const keyOfPassphrase = (auth: SnmpAuthProtocol, passphrase: Uint8Array): Buffer =>
  createHash(AUTH[auth].hash).update(Buffer.alloc(EXPANDED_BYTES, passphrase)).digest();

const digest = (auth: SnmpAuthProtocol, ...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash(AUTH[auth].hash);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const localizeKey = (auth: SnmpAuthProtocol, key: Uint8Array, engineId: Uint8Array): Buffer =>
  digest(auth, key, engineId, key);

// draft-blumenthal-aes-usm-04 section 3.1.2.1: hash what there is so far, and append.
const extendBlumenthal = (auth: SnmpAuthProtocol, localized: Buffer, bytes: number): Buffer => {
  let key = localized;
  while (key.length < bytes) key = Buffer.concat([key, digest(auth, key)]);
  return key;
};

// draft-reeder-snmpv3-usm-3desede-00 section 2.1, as Cisco uses it for AES: the key so far as the next pass phrase.
const extendReeder = (auth: SnmpAuthProtocol, localized: Buffer, engineId: Uint8Array, bytes: number): Buffer => {
  let key = localized;
  let last = localized;
  while (key.length < bytes) {
    last = localizeKey(auth, keyOfPassphrase(auth, last), engineId);
    key = Buffer.concat([key, last]);
  }
  return key;
};

/** The cipher's key for one engine, from the not yet localized key of the privacy pass phrase. */
export const privacyKey = (
  auth: SnmpAuthProtocol,
  priv: SnmpPrivProtocol,
  key: Uint8Array,
  engineId: Uint8Array,
): Buffer => {
  const bytes = PRIV_KEY_BYTES[priv];
  const localized = localizeKey(auth, key, engineId);
  const extended =
    priv === 'aes256r' ? extendReeder(auth, localized, engineId, bytes) : extendBlumenthal(auth, localized, bytes);
  return extended.subarray(0, bytes);
};
