/** A vault in another process: safeStorage lives in Electron's main process, the engine does not. */
import { z } from 'zod';
import type { Vault } from './host.ts';

/** The part of a MessagePort (Electron's or Node's) that this needs. */
export interface VaultPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  start(): void;
}

const request = z.discriminatedUnion('verb', [
  z.strictObject({ id: z.int(), verb: z.literal('seal'), plain: z.string() }),
  z.strictObject({ id: z.int(), verb: z.literal('open'), sealed: z.instanceof(Uint8Array) }),
]);

interface Reply {
  readonly id: number;
  readonly value?: string | Uint8Array | null | undefined;
  readonly failure?: string | undefined;
}

const reply: z.ZodType<Reply> = z.object({
  id: z.int(),
  value: z.union([z.string(), z.instanceof(Uint8Array), z.null()]).optional(),
  failure: z.string().optional(),
});

/** Main's end: does what is asked with the real vault. */
export function serveVault(port: VaultPort, vault: Vault): void {
  const answer = async (data: unknown): Promise<Reply | null> => {
    const parsed = request.safeParse(data);
    if (!parsed.success) return null;
    const asked = parsed.data;
    try {
      return {
        id: asked.id,
        value: await (asked.verb === 'seal' ? vault.seal(asked.plain) : vault.open(asked.sealed)),
      };
    } catch (error) {
      return { id: asked.id, failure: error instanceof Error ? error.message : String(error) };
    }
  };
  port.on('message', ({ data }) => {
    void answer(data).then((message) => {
      if (message !== null) port.postMessage(message);
    });
  });
  port.start();
}

/** The engine's end. */
export function vaultOverPort(port: VaultPort, description: string): Vault {
  const waiting = new Map<number, { resolve: (reply: Reply) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  port.on('message', ({ data }) => {
    const parsed = reply.safeParse(data);
    if (!parsed.success) return;
    const caller = waiting.get(parsed.data.id);
    waiting.delete(parsed.data.id);
    if (parsed.data.failure === undefined) caller?.resolve(parsed.data);
    else caller?.reject(new Error(`${description}: ${parsed.data.failure}`));
  });
  port.start();
  const ask = (message: object): Promise<Reply> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      port.postMessage({ id: lastId, ...message });
    });
  return {
    description,
    seal: async (plain) => {
      const { value } = await ask({ verb: 'seal', plain });
      if (!(value instanceof Uint8Array)) throw new Error(`${description}: no sealed bytes came back`);
      return value;
    },
    open: async (sealed) => {
      const { value } = await ask({ verb: 'open', sealed });
      return typeof value === 'string' ? value : null;
    },
  };
}
