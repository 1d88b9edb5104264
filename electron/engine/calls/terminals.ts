/** Handlers of shared/contract/terminals.ts. */
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import type { EngineContext } from './context.ts';
import { deviceOf } from './devices.ts';

type Handlers = Pick<
  EngineHandlers,
  'terminal.open' | 'terminal.read' | 'terminal.write' | 'terminal.resize' | 'terminal.close'
>;

export function terminalHandlers(engine: EngineContext): Handlers {
  const { terminals, store, poller } = engine;
  return {
    'terminal.open': async ({ deviceId, ...request }) => {
      const opening = await terminals.open(deviceOf(engine, deviceId), request);
      // A credential that was kept just now reads the device's configuration too.
      if (request.login !== undefined && opening.kind === 'open') poller.credentialsChanged();
      await store.flush();
      return opening;
    },
    'terminal.read': async ({ terminalId, from: offset }) => {
      const { from, bytes, skipped, end } = await terminals.get(terminalId).read(offset);
      return { from, bytes: Buffer.from(bytes).toString('base64'), skipped, end };
    },
    'terminal.write': async ({ terminalId, text }) => {
      await terminals.get(terminalId).write(text);
      return {};
    },
    'terminal.resize': ({ terminalId, ...size }) => {
      terminals.get(terminalId).resize(size);
      return {};
    },
    'terminal.close': ({ terminalId }) => {
      terminals.get(terminalId).close({ code: 'closed', message: 'Closed from here.' });
      return {};
    },
  };
}
