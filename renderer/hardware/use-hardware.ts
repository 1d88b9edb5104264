import { useEffect } from 'react';
import { useCall, type CallState } from '../engine/use-call.ts';
import { useItem } from '../engine/use-topic.ts';
import type { CallResult } from '../../shared/contract/index.ts';

/** Parts and VLANs of a device; asked again with each of its health polls, because a slow reading may have come. */
export function useHardware(deviceId: number): CallState<CallResult<'hardware.read'>> {
  const answer = useCall('hardware.read', { deviceId });
  const polledAtMs = useItem('samples.devices', {}, deviceId)?.healthAtMs ?? null;
  const { reload } = answer;
  useEffect(reload, [polledAtMs, reload]);
  return answer;
}
