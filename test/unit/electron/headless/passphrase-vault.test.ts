import { expect, test } from 'vitest';
import { openPassphraseVault, passphraseFromEnvironment } from '../../../../electron/headless/passphrase-vault.ts';

const cheap = { logN: 10 };

test('the same passphrase opens it elsewhere, another does not', async () => {
  const sealed = await openPassphraseVault('correct horse', cheap).seal('planted secret');
  expect(await openPassphraseVault('correct horse').open(sealed)).toBe('planted secret');
  expect(await openPassphraseVault('correct hors', cheap).open(sealed)).toBeNull();
});

test('a passphrase typed with composed or decomposed letters is the same', async () => {
  const sealed = await openPassphraseVault('caf\u00e9', cheap).seal('x');
  expect(await openPassphraseVault('cafe\u0301', cheap).open(sealed)).toBe('x');
});

test('the salt and the cost travel with what is sealed', async () => {
  const [a, b] = [openPassphraseVault('same', cheap), openPassphraseVault('same', cheap)];
  const [first, second] = [await a.seal('x'), await b.seal('x')];
  expect(first.subarray(4, 20)).not.toEqual(second.subarray(4, 20));
  expect(first[1]).toBe(10);
});

test('a blob that asks for too much memory is not tried', async () => {
  const vault = openPassphraseVault('same', cheap);
  const sealed = await vault.seal('x');
  for (const logN of [0, 21, 40, 255]) {
    expect(await vault.open(Uint8Array.from(sealed, (byte, index) => (index === 1 ? logN : byte)))).toBeNull();
  }
});

test('the passphrase comes from the environment, and an empty one is none', () => {
  expect(passphraseFromEnvironment({ TRUNKLINE_PASSPHRASE: 'p' })).toBe('p');
  expect(passphraseFromEnvironment({ TRUNKLINE_PASSPHRASE: '' })).toBeNull();
  expect(passphraseFromEnvironment({})).toBeNull();
  expect(() => openPassphraseVault('')).toThrow('passphrase is empty');
});
