import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { serveVault, vaultOverPort, type VaultPort } from '../../../../electron/host/vault-over-port.ts';
import { processVault } from '../../../../electron/headless/process-vault.ts';

/** Electron's ports wrap messages in `{ data }`; Node's do not. */
class WrappedPort extends EventEmitter implements VaultPort {
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('message', (data: unknown) => this.emit('message', { data }));
  }
  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }
  start(): void {
    this.#port.start();
  }
}

function bridged(vault = processVault()) {
  const { port1, port2 } = new MessageChannel();
  serveVault(new WrappedPort(port1), vault);
  const close = () => port1.close();
  return { vault: vaultOverPort(new WrappedPort(port2), 'the key store'), port: port2, close };
}

test('what is sealed in one process is opened in the other, many at once', async () => {
  const { vault, close } = bridged();
  const plain = ['', 'public', 'schlüssel\n\u{1f511}'];
  const sealed = await Promise.all(plain.map((text) => vault.seal(text)));
  expect(await Promise.all(sealed.map((bytes) => vault.open(bytes)))).toEqual(plain);
  close();
});

test("another vault's bytes open as null, and trouble has words", async () => {
  const { vault, close } = bridged();
  expect(await vault.open(await processVault().seal('x'))).toBeNull();
  close();
  const broken = bridged({
    description: 'broken',
    seal: () => Promise.reject(new Error('the key store is locked')),
    open: () => Promise.resolve(null),
  });
  await expect(broken.vault.seal('x')).rejects.toThrow('the key store: the key store is locked');
  broken.close();
});

test('a stray message is left alone', async () => {
  const { vault, port, close } = bridged();
  port.postMessage({ id: 1, verb: 'export-all-keys' });
  port.postMessage('hello');
  expect(await vault.open(await vault.seal('still here'))).toBe('still here');
  close();
});
