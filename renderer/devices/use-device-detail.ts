import { useEffect, useRef } from 'react';
import type { DeviceDetail } from '../../shared/contract/devices.ts';
import { useCall, type CallState } from '../engine/use-call.ts';
import { useItem } from '../engine/use-topic.ts';

/** What is read of a device beyond the topics; asked again whenever its health was polled or its state changed. */
export function useDeviceDetail(deviceId: number): CallState<DeviceDetail> {
  const answer = useCall('device.read', { deviceId });
  const polledAtMs = useItem('samples.devices', {}, deviceId)?.healthAtMs ?? null;
  const sinceMs = useItem('devices', {}, deviceId)?.stateSinceMs ?? null;
  const seen = useRef({ polledAtMs, sinceMs });
  const { reload } = answer;
  useEffect(() => {
    if (seen.current.polledAtMs === polledAtMs && seen.current.sinceMs === sinceMs) return;
    seen.current = { polledAtMs, sinceMs };
    reload();
  }, [polledAtMs, sinceMs, reload]);
  return answer;
}
