import { IconPlug, IconServer, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import {
  deviceGraphKind,
  MOST_PORTS,
  trafficKind,
  type DeviceGraphKind,
  type GraphPort,
  type TrafficKind,
} from '../../shared/contract/boards.ts';
import type { SearchHit } from '../../shared/contract/settings.ts';
import { call } from '../engine/connection.ts';
import { useTopic } from '../engine/use-topic.ts';
import { trafficViews } from '../graphs/interface-metrics.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select, type SelectOption } from '../ui/Select.tsx';
import { deviceGraphNames, type GraphSubjectOf } from './new-graph.ts';
import { SubjectFinder } from './SubjectFinder.tsx';
import styles from './Boards.module.css';

export interface AddGraphDialogProps {
  readonly onAdd: (subject: GraphSubjectOf) => void;
  readonly onClose: () => void;
}

interface ChosenDevice {
  readonly deviceId: number;
  readonly name: string;
}

type What = DeviceGraphKind | TrafficKind | 'links';

/** Interfaces of the device at which links end, in the order of the links. */
function useLinkPorts(device: ChosenDevice | null): readonly GraphPort[] {
  const links = useTopic('links', {}).items;
  const ports = useTopic('interfaces', device === null ? null : { deviceId: device.deviceId }).byId;
  if (device === null) return [];
  const ids = links
    .flatMap(({ a, b }) => [a, b])
    .flatMap(({ deviceId, interfaceId }) => {
      return deviceId === device.deviceId && interfaceId !== null ? [interfaceId] : [];
    });
  return [...new Set(ids)].slice(0, MOST_PORTS).map((interfaceId) => ({
    deviceId: device.deviceId,
    interfaceId,
    name: `${device.name} ${ports.get(interfaceId)?.name ?? `interface ${interfaceId}`}`,
  }));
}

function options(device: ChosenDevice | null, links: number, ports: number): readonly SelectOption<What>[] {
  if (device !== null) {
    const stack: SelectOption<What>[] =
      links > 1 ? [{ value: 'links', label: `Traffic of its ${links} links, stacked` }] : [];
    return [...deviceGraphKind.options.map((value) => ({ value, label: deviceGraphNames[value] })), ...stack];
  }
  const kinds = trafficKind.options.filter((kind) => kind !== 'use' || ports === 1);
  return kinds.map((value) => ({ value, label: trafficViews[value].name }));
}

function subjectOf(
  device: ChosenDevice | null,
  ports: readonly GraphPort[],
  linkPorts: readonly GraphPort[],
  what: What,
): GraphSubjectOf | null {
  if (device !== null) {
    if (what === 'links') return { about: 'interfaces', ports: linkPorts, kind: 'traffic' };
    const kind = deviceGraphKind.options.find((one) => one === what);
    return kind === undefined ? null : { about: 'device', ...device, kind };
  }
  const kind = trafficKind.options.find((one) => one === what);
  return kind === undefined || ports.length === 0 ? null : { about: 'interfaces', ports, kind };
}

/** A hit tells its device's name and alias in one text; only the name belongs to the port. */
async function portOf(hit: SearchHit): Promise<GraphPort | null> {
  if (hit.deviceId === null) return null;
  const { device } = await call('device.read', { deviceId: hit.deviceId });
  return { deviceId: hit.deviceId, interfaceId: hit.id, name: `${device.name} ${hit.title}` };
}

/** Finds a device or interfaces, and what of them to show. Several interfaces make a stack. */
export function AddGraphDialog({ onAdd, onClose }: AddGraphDialogProps): ReactNode {
  const [device, setDevice] = useState<ChosenDevice | null>(null);
  const [ports, setPorts] = useState<readonly GraphPort[]>([]);
  const [wanted, setWanted] = useState<What>('traffic');
  const linkPorts = useLinkPorts(device);
  const offered = options(device, linkPorts.length, ports.length);
  const what = offered.find(({ value }) => value === wanted)?.value ?? offered[0]?.value ?? 'traffic';
  const subject = subjectOf(device, ports, linkPorts, what);
  const choose = (hit: SearchHit): void => {
    if (hit.kind === 'interface') {
      setDevice(null);
      void portOf(hit).then((port) => {
        if (port === null) return;
        setPorts((before) => (before.some((one) => one.interfaceId === port.interfaceId) ? before : [...before, port]));
      });
    } else if (hit.deviceId !== null) {
      setPorts([]);
      setDevice({ deviceId: hit.deviceId, name: hit.title });
    }
  };
  const chosen =
    device === null
      ? ports.map(({ interfaceId, name }) => ({ id: interfaceId, name }))
      : [{ id: 0, name: device.name }];
  const leave = (id: number): void => {
    setDevice(null);
    setPorts((before) => before.filter(({ interfaceId }) => interfaceId !== id));
  };
  const add = (): void => {
    if (subject === null) return;
    onClose();
    onAdd(subject);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add a graph"
      description="Find a device for its answer time, processor or memory, or an interface for its traffic. Several interfaces are stacked into a sum."
      width={520}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={subject === null} onClick={add}>
            Add graph
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <SubjectFinder onChoose={choose} full={ports.length >= MOST_PORTS} />
        <ul className={styles.chosen} aria-label="Chosen" aria-live="polite">
          {chosen.map(({ id, name }) => (
            <li key={id} className={styles.chosenItem}>
              {device === null ? <IconPlug size={14} aria-hidden /> : <IconServer size={14} aria-hidden />}
              <span className={styles.chosenName}>{name}</span>
              <IconButton label={`Leave out ${name}`} size="small" onClick={() => leave(id)}>
                <IconX size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
          {chosen.length === 0 && <li className={styles.quiet}>Nothing chosen yet.</li>}
        </ul>
        {chosen.length > 0 && <Select<What> label="Show" value={what} options={offered} onChange={setWanted} />}
      </div>
    </Dialog>
  );
}
