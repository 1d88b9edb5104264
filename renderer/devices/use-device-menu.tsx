import {
  IconClipboard,
  IconExternalLink,
  IconMapPin,
  IconRefresh,
  IconTag,
  IconTool,
  IconTrash,
} from '@tabler/icons-react';
import type { Device } from '../../shared/contract/devices.ts';
import { startBulk } from '../state/bulk-job.ts';
import { goTo } from '../state/route.ts';
import { select } from '../state/selection.ts';
import { countText } from '../ui/count-text.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { showToast } from '../ui/Toast.tsx';
import type { Deed } from './DeedDialog.tsx';
import { maintenanceWork, pollWork } from './device-deeds.ts';
import type { DeviceRow } from './device-rows.ts';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  showToast({ title: `Copied ${text.length > 60 ? `${text.slice(0, 60)}…` : text}` });
}

function forOne(device: Device): readonly MenuEntry[] {
  return [
    {
      label: 'Open',
      icon: <IconExternalLink {...ICON} />,
      keys: 'Enter',
      onChoose: () => goTo({ view: 'device', deviceId: device.id, tab: 'overview' }),
    },
    {
      label: 'Show on the map',
      icon: <IconMapPin {...ICON} />,
      onChoose: () => {
        select({ kind: 'device', deviceId: device.id });
        goTo({ view: 'map' });
      },
    },
  ];
}

function deeds(devices: readonly Device[], ask: (deed: Deed) => void): readonly MenuEntry[] {
  const inMaintenance = devices.length > 0 && devices.every((device) => device.state === 'maintenance');
  return [
    {
      label: 'Poll now',
      icon: <IconRefresh {...ICON} />,
      apart: true,
      onChoose: () => void startBulk(pollWork(devices)),
    },
    inMaintenance
      ? {
          label: 'End maintenance',
          icon: <IconTool {...ICON} />,
          onChoose: () => void startBulk(maintenanceWork(devices, false, null)),
        }
      : { label: 'Maintenance', icon: <IconTool {...ICON} />, onChoose: () => ask('maintenance') },
    { label: 'Set site', icon: <IconTag {...ICON} />, onChoose: () => ask('site') },
    { label: 'Set kind', icon: <IconTag {...ICON} />, onChoose: () => ask('kind') },
    { label: 'Set credential', icon: <IconTag {...ICON} />, onChoose: () => ask('credential') },
    {
      label: 'Copy address',
      icon: <IconClipboard {...ICON} />,
      apart: true,
      onChoose: () => void copy(devices.map((device) => device.address).join(' ')),
    },
    { label: 'Remove', icon: <IconTrash {...ICON} />, danger: true, apart: true, onChoose: () => ask('remove') },
  ];
}

/** The menu of a row, or of all selected rows where it is one of them. */
export function useDeviceMenu(
  ask: (deed: Deed, devices: readonly Device[]) => void,
): (rows: readonly DeviceRow[]) => readonly MenuEntry[] {
  return (rows) => {
    const devices = rows.map((row) => row.device);
    const [first] = devices;
    const head: readonly MenuEntry[] =
      devices.length === 1 && first !== undefined
        ? forOne(first)
        : [{ label: countText(devices.length, 'device'), disabled: true, onChoose: () => undefined }];
    return [...head, ...deeds(devices, (deed) => ask(deed, devices))];
  };
}
