/** Engine and page for a browser, from start to end: what `trunkline serve`, `trunkline demo` and `npm start` share. */
import { fileURLToPath } from 'node:url';
import { startEngine, type Engine } from '../engine/engine.ts';
import type { Host } from '../host/host.ts';
import { keepPageToken, type PageToken } from './page-token.ts';
import { startHeadless, type HeadlessServer } from './server.ts';

export interface HeadlessRun {
  readonly engine: Engine;
  readonly server: HeadlessServer;
  close(): Promise<void>;
}

export interface HeadlessRunOptions {
  readonly file: string;
  readonly host: Host;
  readonly port?: number | undefined;
}

/** dist/renderer, seen from the sources (electron/headless/) and from what is built of them (dist/headless/) alike. */
export const pageFolder = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../dist/renderer/' : '../renderer/', import.meta.url),
);

/** Throws StoreOpenError for the file, Error for the port. */
export async function runHeadless({ file, host, port }: HeadlessRunOptions): Promise<HeadlessRun> {
  const engine = await startEngine({ file, host });
  const kept = await keptToken(engine);
  const close = async () => {
    await engine.close();
    kept.forget();
  };
  return serveEngine({ engine, host, token: kept.token, close }, port);
}

async function keptToken(engine: Engine): Promise<PageToken> {
  try {
    return keepPageToken(engine.context.store.file);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Serves an engine that runs already; closes it when it cannot be served. */
export async function serveEngine(
  running: {
    readonly engine: Engine;
    readonly host: Host;
    readonly token?: string | undefined;
    close(): Promise<void>;
  },
  port: number | undefined,
): Promise<HeadlessRun> {
  const { engine, token } = running;
  try {
    const { clock, log, version } = running.host;
    const server = await startHeadless({ engine, pageFolder, log, clock, version, port, token });
    return {
      engine,
      server,
      close: async () => {
        await server.close();
        await running.close();
      },
    };
  } catch (error) {
    await running.close();
    throw error;
  }
}
