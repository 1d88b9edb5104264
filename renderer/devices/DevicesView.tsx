import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTopic } from '../engine/use-topic.ts';
import { StatesHelpLink } from '../help/StatesHelpLink.tsx';
import { ViewBar } from '../shell/ViewBar.tsx';
import { goTo, useListFilter } from '../state/route.ts';
import { select, useSelection } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { FilterBox } from '../ui/FilterBox.tsx';
import { statesByUrgency } from '../ui/state-marks.ts';
import { StateMark } from '../ui/StateMark.tsx';
import { deviceColumns } from './device-columns.tsx';
import { deviceRows, filterRows, type DeviceRow } from './device-rows.ts';
import styles from './DevicesView.module.css';

function useRows(text: string): { readonly all: readonly DeviceRow[]; readonly shown: readonly DeviceRow[] } {
  const devices = useTopic('devices', {});
  const latest = useTopic('samples.devices', {});
  const all = useMemo(() => deviceRows(devices.items, latest.byId), [devices.items, latest]);
  const shown = useMemo(() => filterRows(all, text), [all, text]);
  return { all, shown };
}

function openDevice(row: DeviceRow): void {
  goTo({ view: 'device', deviceId: row.device.id, tab: 'overview' });
}

/** How many devices are in which state, worst first; a click filters by the word. */
function StateCounts({ rows }: { readonly rows: readonly DeviceRow[] }): ReactNode {
  return statesByUrgency.map((state) => {
    const count = rows.filter((row) => row.device.state === state).length;
    if (count === 0) return null;
    return (
      <span key={state} className={styles.count}>
        <StateMark state={state} shapeOnly />
        <span className="num">{count}</span>
      </span>
    );
  });
}

/** All devices of the network, known by answer or by hearsay. */
export function DevicesView(): ReactNode {
  const [text, setText] = useState(useListFilter());
  const { all, shown } = useRows(text);
  const { error } = useTopic('devices', {});
  const selection = useSelection();
  const selectedKey = selection?.kind === 'device' ? selection.deviceId : null;
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} />;
  return (
    <>
      <ViewBar
        title="Devices"
        actions={
          <Button icon={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => goTo({ view: 'add-devices' })}>
            Add devices
          </Button>
        }
      >
        <FilterBox label="Filter devices" value={text} onChange={setText} icon={<IconFilter size={14} aria-hidden />} />
        <span className={styles.total}>
          {shown.length === all.length ? countText(all.length, 'device') : `${shown.length} of ${all.length} devices`}
        </span>
        <StateCounts rows={shown} />
        <StatesHelpLink />
      </ViewBar>
      <div className={styles.list}>
        <DataTable
          label="Devices"
          columns={deviceColumns}
          rows={shown}
          rowKey={(row) => row.device.id}
          selectedKey={selectedKey}
          onSelect={(row) => select({ kind: 'device', deviceId: row.device.id })}
          onOpen={openDevice}
          initialSort={{ id: 'state', desc: false }}
          isQuiet={(row) => !row.device.managed}
          empty={
            <EmptyState
              title="No device matches"
              text={`Nothing here contains “${text}”.`}
              action={<Button onClick={() => setText('')}>Clear the filter</Button>}
            />
          }
        />
      </div>
    </>
  );
}
