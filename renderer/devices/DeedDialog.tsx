import { useState, type ReactNode } from 'react';
import { deviceKind, type DeviceKind } from '../../shared/contract/common.ts';
import type { Device } from '../../shared/contract/devices.ts';
import { useTopic } from '../engine/use-topic.ts';
import { startBulk, type BulkWork } from '../state/bulk-job.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { deviceGlyphNames } from '../ui/device-glyphs.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { zoneName } from '../ui/format-time.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { credentialWork, kindWork, maintenanceWork, removalWork, siteWork } from './device-deeds.ts';
import { endOf, maintenanceEndNames, maintenanceEnds, type MaintenanceEnd } from './maintenance-ends.ts';

export type Deed = 'maintenance' | 'site' | 'kind' | 'credential' | 'remove';

export interface DeedDialogProps {
  readonly deed: Deed;
  readonly devices: readonly Device[];
  readonly onClose: () => void;
  /** Something was begun. */
  readonly onStarted?: (() => void) | undefined;
}

/** Asks what a deed needs, says what it does, and starts it. Draw it only while it is open. */
export function DeedDialog(props: DeedDialogProps): ReactNode {
  switch (props.deed) {
    case 'maintenance':
      return <MaintenanceDialog {...props} />;
    case 'site':
      return <SiteDialog {...props} />;
    case 'kind':
      return <KindDialog {...props} />;
    case 'credential':
      return <CredentialDialog {...props} />;
    case 'remove':
      return <RemovalDialog {...props} />;
  }
}

const whom = (devices: readonly Device[]): string =>
  devices.length === 1 ? (devices[0]?.name ?? 'device') : countText(devices.length, 'device');

interface FrameProps extends Pick<DeedDialogProps, 'onClose' | 'onStarted'> {
  readonly title: string;
  readonly description: ReactNode;
  readonly button: string;
  readonly danger?: boolean;
  /** Null while what was entered makes no sense. */
  readonly work: BulkWork | null;
  readonly children?: ReactNode;
}

function Frame({
  title,
  description,
  button,
  danger = false,
  work,
  onClose,
  onStarted,
  children,
}: FrameProps): ReactNode {
  function start(): void {
    if (work === null) return;
    onClose();
    onStarted?.();
    void startBulk(work);
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone={danger ? 'danger' : 'primary'} disabled={work === null} onClick={start}>
            {button}
          </Button>
        </>
      }
    >
      <form
        style={{ display: 'contents' }}
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}

const endOptions = maintenanceEnds.map((value) => ({ value, label: maintenanceEndNames[value] }));

function MaintenanceDialog({ devices, ...rest }: DeedDialogProps): ReactNode {
  const [end, setEnd] = useState<MaintenanceEnd>('open');
  const [moment, setMoment] = useState('');
  const [nowMs] = useState(() => Date.now());
  const untilMs = endOf(end, moment, nowMs);
  return (
    <Frame
      {...rest}
      title={`Maintenance of ${whom(devices)}`}
      description="Polling goes on; faults are recorded, and make no incident."
      button="Begin maintenance"
      work={untilMs === undefined ? null : maintenanceWork(devices, true, untilMs)}
    >
      <Select label="Ends" value={end} options={endOptions} onChange={setEnd} />
      {end === 'moment' && (
        <TextField
          label="Ends at"
          aside={zoneName(nowMs)}
          type="datetime-local"
          value={moment}
          onChange={setMoment}
          error={moment !== '' && untilMs === undefined ? 'A moment that is yet to come' : undefined}
        />
      )}
    </Frame>
  );
}

function SiteDialog({ devices, ...rest }: DeedDialogProps): ReactNode {
  const [site, setSite] = useState(devices.length === 1 ? (devices[0]?.site ?? '') : '');
  const known = new Set(useTopic('devices', {}).items.flatMap((device) => device.site ?? []));
  const wanted = site.trim() === '' ? null : site.trim();
  return (
    <Frame
      {...rest}
      title={`Site of ${whom(devices)}`}
      description="A place on the map; devices of one site stand together."
      button={wanted === null ? 'Take the site away' : 'Set the site'}
      work={siteWork(devices, wanted)}
    >
      <TextField
        label="Site"
        value={site}
        onChange={setSite}
        maxLength={100}
        list="known-sites"
        hint="Empty: no site."
      />
      <datalist id="known-sites">
        {[...known].toSorted().map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Frame>
  );
}

const DISCOVERED = 'discovered';
const kindOptions = [
  { value: DISCOVERED, label: 'What discovery says' },
  ...deviceKind.options.map((kind) => ({ value: kind, label: deviceGlyphNames[kind] })),
];

function KindDialog({ devices, ...rest }: DeedDialogProps): ReactNode {
  const [kind, setKind] = useState<string>(devices[0]?.kind ?? DISCOVERED);
  const wanted: DeviceKind | null = deviceKind.safeParse(kind).data ?? null;
  return (
    <Frame
      {...rest}
      title={`Kind of ${whom(devices)}`}
      description="What it is for: its icon, and its layer on the map. Your word stands above discovery's."
      button="Set the kind"
      work={kindWork(devices, wanted)}
    >
      <Select label="Kind" value={kind} options={kindOptions} onChange={setKind} />
    </Frame>
  );
}

function CredentialDialog({ devices, ...rest }: DeedDialogProps): ReactNode {
  const { items } = useTopic('credentials', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const options = items.map(({ id, name, summary }) => ({ value: String(id), label: `${name}, ${summary}` }));
  const credential = items.find(({ id }) => String(id) === (chosen ?? options[0]?.value));
  return (
    <Frame
      {...rest}
      title={`Credential of ${whom(devices)}`}
      description={
        items.length === 0
          ? 'There is none yet: add one under Settings, Credentials.'
          : 'It is tried at the next poll, in place of the one of its kind that was used.'
      }
      button="Set the credential"
      work={credential === undefined ? null : credentialWork(devices, credential)}
    >
      {credential !== undefined && (
        <Select label="Credential" value={String(credential.id)} options={options} onChange={setChosen} />
      )}
    </Frame>
  );
}

const NAMED = 8;

function RemovalDialog({ devices, ...rest }: DeedDialogProps): ReactNode {
  const names = devices.slice(0, NAMED).map(({ name }) => name);
  const more = devices.length - names.length;
  return (
    <Frame
      {...rest}
      title={`Remove ${whom(devices)}?`}
      description="History, graphs, configurations, incidents' notes and places on the map go with them. This cannot be undone; discovery may find them again, as new ones."
      button={`Remove ${devices.length === 1 ? 'it' : countText(devices.length, 'device')}`}
      danger
      work={removalWork(devices)}
    >
      {devices.length > 1 && <p>{`${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`}</p>}
    </Frame>
  );
}
