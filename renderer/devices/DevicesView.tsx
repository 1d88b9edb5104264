import { IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import { useTopic } from '../engine/use-topic.ts';
import { StatesHelpLink } from '../help/StatesHelpLink.tsx';
import { fieldIds, type FilterSpec } from '../filter/filter-spec.ts';
import { FilterBox } from '../filter/FilterBox.tsx';
import { useAddressFilter } from '../filter/use-address-filter.ts';
import { matchingRows } from '../filter/match-terms.ts';
import { NothingMatches } from '../filter/NothingMatches.tsx';
import { parseTerms } from '../filter/parse-terms.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { dismissBulk } from '../state/bulk-job.ts';
import { filterTerm } from '../state/filter-terms.ts';
import { goTo } from '../state/route.ts';
import { select, useSelection } from '../state/selection.ts';
import { useTableLayout } from '../state/table-layouts.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { stateNames } from '../ui/state-marks.ts';
import { StateMark } from '../ui/StateMark.tsx';
import { NOTHING_MARKED, type Marked } from '../ui/table/mark-rows.ts';
import { BulkBar } from './BulkBar.tsx';
import { DeedDialog, type Deed } from './DeedDialog.tsx';
import { deviceColumns, deviceLayout } from './device-columns.tsx';
import { deviceFilter } from './device-filter.ts';
import { countStates, deviceGroupings, groupNote } from './device-groups.tsx';
import { useDeviceMenu } from './use-device-menu.tsx';
import { deviceRows, type DeviceRow } from './device-rows.ts';
import { DevicesTools } from './DevicesTools.tsx';
import { useFoundMacs } from './use-found-macs.ts';
import styles from './DevicesView.module.css';

interface Rows {
  readonly all: readonly DeviceRow[];
  readonly shown: readonly DeviceRow[];
  readonly spec: FilterSpec<DeviceRow>;
}

function useRows(filter: string): Rows {
  const devices = useTopic('devices', {});
  const latest = useTopic('samples.devices', {});
  const macs = useFoundMacs(filter);
  const spec = useMemo(() => deviceFilter(macs), [macs]);
  const all = useMemo(() => deviceRows(devices.items, latest.byId), [devices.items, latest]);
  const shown = useMemo(() => matchingRows(parseTerms(filter, fieldIds(spec)), spec, all), [all, filter, spec]);
  return { all, shown, spec };
}

function openDevice(row: DeviceRow): void {
  goTo({ view: 'device', deviceId: row.device.id, tab: 'overview' });
}

interface StateCountsProps {
  readonly rows: readonly DeviceRow[];
  readonly onChoose: (state: string) => void;
}

/** How many devices are in which state, worst first; a click leaves those. */
function StateCounts({ rows, onChoose }: StateCountsProps): ReactNode {
  return (
    <span className={styles.counts}>
      {countStates(rows).map(({ state, count }) => (
        <button
          key={state}
          type="button"
          className={styles.countButton}
          title={`Show only ${stateNames[state]}`}
          onClick={() => onChoose(state)}
        >
          <StateMark state={state} shapeOnly />
          <span className="num">{count}</span>
        </button>
      ))}
    </span>
  );
}

/** All devices of the network, known by answer or by hearsay. */
export function DevicesView(): ReactNode {
  const [filter, setFilter] = useAddressFilter('devices');
  // Typing comes first: thousands of rows are filtered a moment later where the machine is slow.
  const { all, shown, spec } = useRows(useDeferredValue(filter));
  const { error } = useTopic('devices', {});
  const [layout, setLayout] = useTableLayout('devices', deviceLayout);
  const [marked, setMarked] = useState<Marked>(NOTHING_MARKED);
  const [deed, setDeed] = useState<{ readonly deed: Deed; readonly devices: readonly Device[] } | null>(null);
  const menu = useDeviceMenu((wanted, devices) => setDeed({ deed: wanted, devices }));
  const selection = useSelection();
  const selectedKey = selection?.kind === 'device' ? selection.deviceId : null;
  const grouping = deviceGroupings.find(({ id }) => id === layout.groupBy) ?? null;
  const markedDevices = useMemo(
    () => (marked.size === 0 ? [] : shown.filter((row) => marked.has(row.device.id)).map((row) => row.device)),
    [marked, shown],
  );
  function mark(next: Marked): void {
    // Whoever selects others has read how the last deed went.
    dismissBulk();
    setMarked(next);
  }
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} />;
  return (
    <>
      <ViewBar
        title="Devices"
        actions={
          <>
            <DevicesTools filter={filter} onFilter={setFilter} layout={layout} onLayout={setLayout} rows={shown} />
            <Button
              icon={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => goTo({ view: 'add-devices' })}
            >
              Add devices
            </Button>
          </>
        }
      >
        <FilterBox label="Filter devices" value={filter} onChange={setFilter} spec={spec} rows={all} />
        <span className={styles.total}>
          {shown.length === all.length ? countText(all.length, 'device') : `${shown.length} of ${all.length} devices`}
        </span>
        <StateCounts rows={shown} onChoose={(state) => setFilter(`${filter} ${filterTerm('state', state)}`.trim())} />
        <StatesHelpLink />
      </ViewBar>
      <div className={styles.list}>
        <DataTable
          label="Devices"
          columns={deviceColumns}
          rows={shown}
          rowKey={rowKey}
          selectedKey={selectedKey}
          onSelect={(row) => select({ kind: 'device', deviceId: row.device.id })}
          onOpen={openDevice}
          layout={layout}
          onLayout={setLayout}
          grouping={grouping}
          groupNote={groupNote}
          marked={marked}
          onMark={mark}
          menu={menu}
          isQuiet={isQuiet}
          reuseRows
          empty={
            all.length === 0 ? (
              <EmptyState
                title="No devices yet"
                text="Those that answer, and those that their neighbours tell of, stand here."
                action={<Button onClick={() => goTo({ view: 'add-devices' })}>Add devices</Button>}
              />
            ) : (
              <NothingMatches filter={filter} spec={spec} rows={all} noun="device" onChange={setFilter} />
            )
          }
        />
      </div>
      <BulkBar
        devices={markedDevices}
        onDeed={(wanted) => setDeed({ deed: wanted, devices: markedDevices })}
        onClear={() => setMarked(NOTHING_MARKED)}
      />
      {deed !== null && <DeedDialog {...deed} onClose={() => setDeed(null)} />}
    </>
  );
}

const rowKey = (row: DeviceRow): number => row.device.id;
const isQuiet = (row: DeviceRow): boolean => !row.device.managed;
