import type { ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import { call } from '../engine/connection.ts';
import { goTo } from '../state/route.ts';
import { select } from '../state/selection.ts';
import { useAction } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FormError } from '../ui/FormError.tsx';

export interface DeviceDialogProps {
  readonly device: Device;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks before a device goes away with all that is known of it. */
export function RemoveDeviceDialog({ device, open, onClose }: DeviceDialogProps): ReactNode {
  const remove = useAction(async () => {
    await call('device.remove', { deviceId: device.id });
    onClose();
    select(null);
    goTo({ view: 'devices' });
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Remove ${device.name}?`}
      description="Its history, graphs, configurations and place on the map go with it. Discovery may find it again."
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button tone="danger" busy={remove.busy} onClick={() => remove.run()}>
            Remove
          </Button>
        </>
      }
    >
      <FormError failure={remove.failure} />
    </Dialog>
  );
}
