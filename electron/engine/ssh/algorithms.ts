import { createDiffieHellmanGroup, getCiphers, getHashes } from 'node:crypto';
import type { Algorithms } from 'ssh2';

/** BoringSSL (Electron) lacks the 1,024-bit group that old IOS wants: it must not be offered where it cannot be done. */
const hasGroup1 = (): boolean => {
  try {
    createDiffieHellmanGroup('modp2');
    return true;
  } catch {
    return false;
  }
};

const added = <T extends string>(...names: readonly T[]): { append: T[]; prepend: T[]; remove: T[] } => ({
  append: [...names],
  prepend: [],
  remove: [],
});

/**
 * What ssh2 offers by itself, and behind it what switches of 2005-2015 need (IOS 12, ScreenOS, old Junos). Old methods come
 * last, so they are used only where the device knows nothing better. The order must stay as it is from version to version:
 * it decides which of its host keys a device shows, and a different one looks like a changed key.
 */
export const offeredAlgorithms = (): Algorithms => ({
  kex: added(
    'diffie-hellman-group-exchange-sha1',
    'diffie-hellman-group14-sha1',
    ...(hasGroup1() ? (['diffie-hellman-group1-sha1'] as const) : []),
  ),
  cipher: added(
    'aes256-cbc',
    'aes192-cbc',
    'aes128-cbc',
    ...(getCiphers().includes('des-ede3-cbc') ? (['3des-cbc'] as const) : []),
  ),
  hmac: added('hmac-sha1-96', ...(getHashes().includes('md5') ? (['hmac-md5'] as const) : [])),
  serverHostKey: added('ssh-dss'),
});
