import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import type { IdentityField } from '../../shared/contract/hardware.ts';
import { useItem } from '../engine/use-topic.ts';
import { InspectorFrame } from '../shell/InspectorFrame.tsx';
import { goTo } from '../state/route.ts';
import { Button } from '../ui/Button.tsx';
import { deviceGlyphNames } from '../ui/device-glyphs.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { useHardware } from './use-hardware.ts';
import { Explanation } from './WhySection.tsx';
import styles from './Hardware.module.css';

const FIELDS: readonly { readonly field: IdentityField; readonly label: string; readonly mono?: boolean }[] = [
  { field: 'name', label: 'Name' },
  { field: 'kind', label: 'Kind' },
  { field: 'vendor', label: 'Vendor' },
  { field: 'model', label: 'Model' },
  { field: 'os', label: 'System' },
  { field: 'osVersion', label: 'Version' },
  { field: 'serial', label: 'Serial', mono: true },
];

function valueOf(device: Device, field: IdentityField): string | null {
  if (field === 'kind') return device.kind === 'unknown' ? null : deviceGlyphNames[device.kind];
  return device[field];
}

interface FieldProps {
  readonly device: Device;
  readonly field: IdentityField;
  readonly label: string;
  readonly mono: boolean;
  readonly open: boolean;
  readonly version: number | null;
}

/** One field: its value, and on request where it comes from. */
function Field({ device, field, label, mono, open, version }: FieldProps): ReactNode {
  const [shown, setShown] = useState(open);
  const explanationId = useId();
  const value = valueOf(device, field);
  const Chevron = shown ? IconChevronDown : IconChevronRight;
  return (
    <li className={styles.identityField}>
      <button
        type="button"
        className={styles.identityRow}
        aria-expanded={shown}
        aria-controls={explanationId}
        onClick={() => setShown(!shown)}
      >
        <Chevron size={14} stroke={1.75} aria-hidden />
        <span className={styles.identityLabel}>{label}</span>
        {value === null ? (
          <span className={styles.identityLabel}>unknown</span>
        ) : (
          <span className={mono ? 'mono' : undefined}>{value}</span>
        )}
      </button>
      <div id={explanationId} className={styles.identityWhy} hidden={!shown}>
        {shown && <Explanation deviceId={device.id} subject={{ kind: 'identity', field }} version={version} />}
      </div>
    </li>
  );
}

/** "Why?" of what a device is: each field with the object, the raw text and the rule that it comes from. */
export function IdentityPanel({ deviceId, field: asked }: { deviceId: number; field: IdentityField }): ReactNode {
  const device = useItem('devices', {}, deviceId);
  const { data } = useHardware(deviceId);
  if (device === undefined) {
    return (
      <InspectorFrame kind="Identity" subject="Not here any more">
        <EmptyState title="No such device" text="It was removed from this network." />
      </InspectorFrame>
    );
  }
  return (
    <InspectorFrame
      kind="What it is, and why"
      subject={device.name}
      foot={<Button onClick={() => goTo({ view: 'device', deviceId, tab: 'hardware' })}>All parts</Button>}
    >
      <PanelSection title="Where it comes from">
        <ul className={styles.identityFields}>
          {FIELDS.map(({ field, label, mono = false }) => (
            <Field
              key={`${deviceId} ${field}`}
              device={device}
              field={field}
              label={label}
              mono={mono}
              open={field === asked}
              version={data?.readAtMs ?? null}
            />
          ))}
        </ul>
      </PanelSection>
    </InspectorFrame>
  );
}
