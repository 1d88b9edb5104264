/** AES-256-GCM over text: header, 12 bytes nonce, 16 bytes tag, cipher text. The header is authenticated too. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function sealText(key: Uint8Array, header: Uint8Array, plain: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(header);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([header, nonce, cipher.getAuthTag(), body]));
}

/** Null when the key is another one, or a bit was changed. */
export function openText(key: Uint8Array, headerBytes: number, sealed: Uint8Array): string | null {
  const bodyAt = headerBytes + NONCE_BYTES + TAG_BYTES;
  if (sealed.length < bodyAt) return null;
  const nonce = sealed.subarray(headerBytes, headerBytes + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(sealed.subarray(0, headerBytes));
  decipher.setAuthTag(sealed.subarray(headerBytes + NONCE_BYTES, bodyAt));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]).toString('utf8');
  } catch {
    // GCM's only way to say that the tag does not fit: the expected answer for a foreign key, not a fault.
    return null;
  }
}
