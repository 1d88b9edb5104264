import { useState, type ReactNode } from 'react';
import { deviceKind, port as portNumber, type DeviceKind } from '../../shared/contract/common.ts';
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
/** Null for what is no port. */
const portOf = (text: string): number | null => {
  const parsed = portNumber.safeParse(/^\d{1,5}$/.test(text.trim()) ? Number(text) : null);
  return parsed.success ? parsed.data : null;
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What a person may say of a device. Draw it anew (key) to start from what is known now. */
export function ChangeDeviceDialog({ device, open, onClose }: DeviceDialogProps): ReactNode {
  const [name, setName] = useState(device.name);
  const [site, setSite] = useState(device.site ?? '');
  const [sshPort, setSshPort] = useState(String(device.sshPort));
  const [kind, setKind] = useState<DeviceKind>(device.kind);
  const port = portOf(sshPort);
  const change = useAction(async () => {
    await call('device.change', {
      deviceId: device.id,
      name: name === device.name ? undefined : orNull(name),
      site: orNull(site),
      kind: kind === device.kind ? undefined : kind,
      sshPort: port === null || port === device.sshPort ? undefined : port,
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
          <Button tone="primary" busy={change.busy} disabled={port === null} onClick={() => change.run()}>
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
      <TextField
        label="SSH port"
        mono
        inputMode="numeric"
        value={sshPort}
        onChange={setSshPort}
        hint="Where configurations are read and terminals open; 22 on most devices."
        error={port === null ? 'A whole number from 1 to 65535' : undefined}
      />
      <FormError failure={change.failure} />
    </Dialog>
  );
}
