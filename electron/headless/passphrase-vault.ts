/**
 * A vault whose key is made from a passphrase, for network files that travel: any machine that knows the passphrase can open
 * the credentials. scrypt (RFC 7914) makes each guess cost 64 MB and a good tenth of a second; its salt and cost are part of
 * what is sealed, so that the cost can rise later.
 */
import { randomBytes, scrypt } from 'node:crypto';
import type { Vault } from '../host/host.ts';
import { KEY_BYTES, openText, sealText } from './sealed-box.ts';

/** Format, log2 of N, r, p, then the salt. */
const FORMAT = 2;
const SALT_BYTES = 16;
const HEADER_BYTES = 4 + SALT_BYTES;
const BLOCK = 8;
const PARALLEL = 1;
const STANDARD_LOG_N = 16;
/** A sealed blob comes from a file that anybody may have made: it may not ask for more memory than this allows. */
const LARGEST_LOG_N = 20;

export interface PassphraseVaultOptions {
  /** log2 of scrypt's N: default 16 (64 MB), 10 to 20. */
  readonly logN?: number | undefined;
}

const deriveKey = (passphrase: string, header: Uint8Array): Promise<Uint8Array> => {
  const [, logN = 0, r = 0, p = 0] = header;
  const cost = { N: 2 ** logN, r, p, maxmem: 2 ** logN * r * 128 + 32 * 1024 * 1024 };
  // NFKC, so that the same passphrase typed on another system gives the same bytes.
  const text = passphrase.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(text, header.subarray(4), KEY_BYTES, cost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
};

const acceptable = (sealed: Uint8Array): boolean => {
  const [format, logN = 0, r = 0, p = 0] = sealed;
  const costFits = logN >= 1 && logN <= LARGEST_LOG_N && r === BLOCK && p >= 1 && p <= 4;
  return format === FORMAT && sealed.length > HEADER_BYTES && costFits;
};

/** `TRUNKLINE_PASSPHRASE`, or null where it is not set or empty. */
export function passphraseFromEnvironment(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const passphrase = env['TRUNKLINE_PASSPHRASE'];
  return passphrase === undefined || passphrase === '' ? null : passphrase;
}

export function openPassphraseVault(passphrase: string, options: PassphraseVaultOptions = {}): Vault {
  if (passphrase === '') throw new Error('The passphrase is empty. Set TRUNKLINE_PASSPHRASE to one, or unset it.');
  const own = Uint8Array.from([FORMAT, options.logN ?? STANDARD_LOG_N, BLOCK, PARALLEL, ...randomBytes(SALT_BYTES)]);
  // One key a header: what was sealed in one run shares its salt, so that opening many credentials costs one derivation.
  const keys = new Map<string, Promise<Uint8Array>>();
  const keyFor = (header: Uint8Array): Promise<Uint8Array> => {
    const name = Buffer.from(header).toString('hex');
    const key = keys.get(name) ?? deriveKey(passphrase, header);
    keys.set(name, key);
    return key;
  };
  return {
    description: 'passphrase',
    seal: async (plain) => sealText(await keyFor(own), own, plain),
    open: async (sealed) => {
      if (!acceptable(sealed)) return null;
      return openText(await keyFor(sealed.slice(0, HEADER_BYTES)), HEADER_BYTES, sealed);
    },
  };
}
