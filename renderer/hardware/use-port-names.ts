import { useCallback } from 'react';
import { useTopic } from '../engine/use-topic.ts';

/** Names of a device's interfaces by their ids. */
export function usePortNames(deviceId: number): (interfaceId: number | null) => string | null {
  const { byId } = useTopic('interfaces', { deviceId });
  return useCallback(
    (interfaceId: number | null) => (interfaceId === null ? null : (byId.get(interfaceId)?.name ?? null)),
    [byId],
  );
}
