import { IconDots, IconPencil, IconRefresh, IconTool, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import { formatAge } from '../../shared/units/durations.ts';
import { WhyButton } from '../hardware/WhyButton.tsx';
import { Button } from '../ui/Button.tsx';
import { DeviceTile } from '../ui/DeviceTile.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { useNow } from '../ui/use-now.ts';
import { Time } from '../ui/Time.tsx';
import { ChangeDeviceDialog } from './ChangeDeviceDialog.tsx';
import { DeedDialog } from './DeedDialog.tsx';
import { RemoveDeviceDialog } from './RemoveDeviceDialog.tsx';
import { useDeviceActions } from './use-device-actions.ts';
import styles from './DeviceView.module.css';

/** The facts that identify a device, unknown ones left out. */
function Identity({ device }: { readonly device: Device }): ReactNode {
  const nowMs = useNow(60_000);
  const words = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' ');
  const make = words([device.vendor, device.model]);
  const software = words([device.os, device.osVersion]);
  return (
    <div className={styles.identity}>
      <span className="mono">{device.address}</span>
      {(device.managed || make !== '') && (
        <span className={styles.make}>
          {make === '' ? 'unknown make' : make}
          {device.managed && (
            <WhyButton deviceId={device.id} subject={{ kind: 'identity', field: 'model' }} name="its identity" />
          )}
        </span>
      )}
      {software !== '' && <span>{software}</span>}
      {device.serial !== null && (
        <span>
          Serial <span className="mono">{device.serial}</span>
        </span>
      )}
      {(device.location ?? device.site) !== null && <span>{device.location ?? device.site}</span>}
      {device.bootedAtMs !== null && device.state !== 'down' && <span>up {formatAge(nowMs - device.bootedAtMs)}</span>}
    </div>
  );
}

/** Name, state and why; what can be done with the device. */
export function DeviceHead({ device }: { readonly device: Device }): ReactNode {
  const [dialog, setDialog] = useState<'change' | 'remove' | 'maintenance' | null>(null);
  const { poll, polling, setMaintenance } = useDeviceActions(device);
  const inMaintenance = device.state === 'maintenance';
  return (
    <header className={styles.head}>
      <DeviceTile kind={device.kind} state={device.state} size={44} />
      <div className={styles.names}>
        <div className={styles.titleRow}>
          <h1 className={styles.title}>{device.name}</h1>
          <StateMark state={device.state} />
          <span className={styles.because} title={device.problem ?? undefined}>
            {device.maintenanceUntilMs !== null && (
              <>
                until <Time atMs={device.maintenanceUntilMs} />{' '}
              </>
            )}
            {device.stateBecause ?? device.problem}
          </span>
        </div>
        <Identity device={device} />
      </div>
      <div className={styles.buttons}>
        <Button icon={<IconRefresh size={16} stroke={1.75} aria-hidden />} busy={polling} onClick={poll}>
          {polling ? 'Polling' : 'Poll now'}
        </Button>
        <Button
          icon={<IconTool size={16} stroke={1.75} aria-hidden />}
          onClick={() => (inMaintenance ? setMaintenance(false) : setDialog('maintenance'))}
        >
          {inMaintenance ? 'End maintenance' : 'Maintenance'}
        </Button>
        <Menu
          trigger={
            <IconButton label="More" edged>
              <IconDots size={16} aria-hidden />
            </IconButton>
          }
          entries={[
            {
              label: 'Change name, site, kind or SSH port',
              icon: <IconPencil size={16} aria-hidden />,
              onChoose: () => setDialog('change'),
            },
            {
              label: 'Remove',
              icon: <IconTrash size={16} aria-hidden />,
              danger: true,
              apart: true,
              onChoose: () => setDialog('remove'),
            },
          ]}
        />
      </div>
      <ChangeDeviceDialog
        key={`${device.name} ${String(dialog)}`}
        device={device}
        open={dialog === 'change'}
        onClose={() => setDialog(null)}
      />
      {dialog === 'maintenance' && <DeedDialog deed="maintenance" devices={[device]} onClose={() => setDialog(null)} />}
      <RemoveDeviceDialog device={device} open={dialog === 'remove'} onClose={() => setDialog(null)} />
    </header>
  );
}
