import { createHash } from 'node:crypto';

/** `SHA256:…` of a host key in wire form, as ssh-keygen -l and ssh print it: base64 without padding. */
export const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
