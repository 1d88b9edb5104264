/** What the host gave this page, if anything. The only place that looks. */
import { BRIDGE_NAME, type PageBridge } from '../../shared/page/bridge.ts';

function isBridge(value: unknown): value is PageBridge {
  return typeof value === 'object' && value !== null && 'requestEnginePort' in value && 'shell' in value;
}

export function hostBridge(): PageBridge | null {
  const given: unknown = Reflect.get(window, BRIDGE_NAME);
  return isBridge(given) ? given : null;
}
