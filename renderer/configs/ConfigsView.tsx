import { IconArrowsDiff, IconSearch } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useCall } from '../engine/use-call.ts';
import { useTopic } from '../engine/use-topic.ts';
import { FilterBox } from '../filter/FilterBox.tsx';
import { NothingMatches } from '../filter/NothingMatches.tsx';
import { ViewBar } from '../shell/ViewBar.tsx';
import { goTo } from '../state/route.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { Reading } from '../ui/Reading.tsx';
import { SearchBox } from './SearchBox.tsx';
import { configColumns } from './config-columns.tsx';
import { configFilter, configRows, filterConfigs, type ConfigRow } from './config-rows.ts';
import { SearchResults } from './SearchResults.tsx';
import { useConfigSearch } from './use-config-search.ts';
import styles from './ConfigsView.module.css';

/** At most two, the one that was marked first gives way. */
const toggled = (marked: readonly number[], deviceId: number): readonly number[] =>
  marked.includes(deviceId) ? marked.filter((id) => id !== deviceId) : [...marked, deviceId].slice(-2);

function NoConfigurations(): ReactNode {
  return (
    <EmptyState
      title="Every device’s configuration, and what changed in it"
      text="Trunkline reads running configurations over SSH once a day and keeps each one that differs, with its secrets masked. It needs an SSH credential, a password or a key, whose user may show the configuration; the kind of device is found by itself."
      action={
        <Button tone="primary" onClick={() => goTo({ view: 'settings', section: 'credentials' })}>
          Add an SSH credential
        </Button>
      }
    />
  );
}

function openConfig(row: ConfigRow): void {
  goTo({ view: 'device', deviceId: row.device.id, tab: 'config' });
}

/** Current configurations of all devices: which changed when, and where a text stands. */
export function ConfigsView(): ReactNode {
  const list = useCall('config.list', {});
  const devices = useTopic('devices', {});
  const [filter, setFilter] = useState('');
  const [text, setText] = useState('');
  const [marked, setMarked] = useState<readonly number[]>([]);
  const [selected, setSelected] = useState<number | null>(null);
  const search = useConfigSearch(text);
  const all = useMemo(() => configRows(list.data ?? [], devices.byId), [list.data, devices.byId]);
  const shown = useMemo(() => filterConfigs(all, filter), [all, filter]);
  const columns = useMemo(
    () => configColumns(marked, (deviceId) => setMarked((last) => toggled(last, deviceId))),
    [marked],
  );
  if (list.error !== null)
    return <ErrorState message={list.error.message} hint={list.error.hint} onRetry={list.reload} />;
  const [first, second] = marked;
  return (
    <>
      <ViewBar
        title="Configs"
        actions={
          <Button
            icon={<IconArrowsDiff size={16} stroke={1.75} aria-hidden />}
            disabled={first === undefined || second === undefined}
            title="Mark two devices with Space or their boxes"
            onClick={() =>
              first !== undefined && second !== undefined && goTo({ view: 'configs', compare: [first, second] })
            }
          >
            Compare two
          </Button>
        }
      >
        <FilterBox label="Filter devices" value={filter} onChange={setFilter} spec={configFilter} rows={all} />
        <SearchBox
          label="Search in all configurations"
          value={text}
          onChange={setText}
          icon={<IconSearch size={14} aria-hidden />}
        />
        <span className={styles.quiet}>
          {shown.length === all.length ? countText(all.length, 'device') : `${shown.length} of ${all.length} devices`}
        </span>
      </ViewBar>
      {search !== null ? (
        <SearchResults text={text} search={search} devices={devices.byId} total={all.length} />
      ) : (
        <div
          className={styles.list}
          onKeyDown={(event) => {
            if (event.key !== ' ' || selected === null || event.target instanceof HTMLInputElement) return;
            event.preventDefault();
            setMarked((last) => toggled(last, selected));
          }}
        >
          {list.data !== undefined && all.length === 0 ? (
            <NoConfigurations />
          ) : (
            <DataTable
              label="Configurations"
              columns={columns}
              rows={shown}
              rowKey={(row) => row.device.id}
              selectedKey={selected}
              onSelect={(row) => setSelected(row.device.id)}
              onOpen={openConfig}
              initialSort={{ id: 'changed', desc: true }}
              empty={
                list.data === undefined ? (
                  <Reading />
                ) : (
                  <NothingMatches filter={filter} spec={configFilter} rows={all} noun="device" onChange={setFilter} />
                )
              }
            />
          )}
        </div>
      )}
    </>
  );
}
