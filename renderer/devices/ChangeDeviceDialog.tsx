import { useState, type ReactNode } from 'react';
import { deviceKind, type DeviceKind } from '../../shared/contract/common.ts';
import { call } from '../engine/connection.ts';
import { useAction } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { deviceGlyphNames } from '../ui/device-glyphs.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { DeviceDialogProps } from './RemoveDeviceDialog.tsx';

const kinds = deviceKind.options.map((kind) => ({ value: kind, label: deviceGlyphNames[kind] }));
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What a person may say of a device. Draw it anew (key) to start from what is known now. */
export function ChangeDeviceDialog({ device, open, onClose }: DeviceDialogProps): ReactNode {
  const [name, setName] = useState(device.name);
  const [site, setSite] = useState(device.site ?? '');
  const [kind, setKind] = useState<DeviceKind>(device.kind);
  const change = useAction(async () => {
    await call('device.change', {
      deviceId: device.id,
      name: name === device.name ? undefined : orNull(name),
      site: orNull(site),
      kind: kind === device.kind ? undefined : kind,
    });
    onClose();
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Change ${device.name}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={change.busy} onClick={() => change.run()}>
            Save
          </Button>
        </>
      }
    >
      <TextField label="Name" value={name} onChange={setName} hint="Empty: the name that the device gives itself." />
      <TextField
        label="Site"
        aside="optional"
        value={site}
        onChange={setSite}
        hint="A place on the map; devices of one site stand together."
      />
      <Select label="Kind" value={kind} options={kinds} onChange={setKind} />
      <FormError failure={change.failure} />
    </Dialog>
  );
}
