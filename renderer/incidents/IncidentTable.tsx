import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatAge } from '../../shared/units/durations.ts';
import { timeSpans, usePlayhead } from '../state/playhead.ts';
import { select, useSelection } from '../state/selection.ts';
import { nextIndex } from '../ui/list-keys.ts';
import type { Chosen } from './chosen.ts';
import { incidentLines, lineHeights, type IncidentLine } from './incident-lines.ts';
import type { IncidentGroup } from './incident-groups.ts';
import { AffectedLine, GroupLine, IncidentRow, MoreLine } from './IncidentLines.tsx';
import styles from './Incidents.module.css';

const OVERSCAN_ROWS = 10;
const PAGE_ROWS = 10;
/** With the line under it; it stays in sight over the rows. */
const HEAD_PX = 29;
/** So many lines before the end more are asked for. */
const NEAR_END = 20;
/** Of the names below. */
const COURSE = 6;

function headClass(index: number): string | undefined {
  if (index === COURSE) return styles.course;
  return index >= 3 && index < COURSE ? styles.numberHead : undefined;
}

function Head(): ReactNode {
  const spanMs = usePlayhead((state) => state.spanMs);
  const span = timeSpans.find((one) => one.spanMs === spanMs)?.label ?? formatAge(spanMs);
  const names = ['Severity', 'No.', 'Root cause', 'Devices', 'Began', 'Lasted', `Last ${span}`, 'Owner', 'Cause'];
  return (
    <div role="row" className={styles.head}>
      {['Chosen', 'Dependents'].map((name) => (
        <div key={name} role="columnheader">
          <span className="only-for-readers">{name}</span>
        </div>
      ))}
      {names.map((name, index) => (
        <div key={name} role="columnheader" className={headClass(index)}>
          {name}
        </div>
      ))}
    </div>
  );
}

function useUnfolded(): readonly [ReadonlySet<number>, (id: number, open: boolean) => void] {
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const fold = useCallback(
    (id: number, open: boolean): void =>
      setUnfolded((last) => new Set(open ? [...last, id] : [...last].filter((one) => one !== id))),
    [],
  );
  return [unfolded, fold];
}

export interface IncidentTableProps {
  readonly groups: readonly IncidentGroup[];
  readonly chosen: Chosen;
  /** Keys of the chosen ones; true where it took the key. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** The end of the list is near: there may be more to read. */
  readonly onNearEnd: () => void;
  readonly foot?: ReactNode;
}

/** Up and down select, with Shift they choose; right and left unfold and fold; Space chooses. */
export function IncidentTable({ groups, chosen, onKey, onNearEnd, foot }: IncidentTableProps): ReactNode {
  const [unfolded, fold] = useUnfolded();
  const lines = useMemo(() => incidentLines(groups, unfolded), [groups, unfolded]);
  const stops = useMemo(() => lines.filter((line) => line.kind === 'incident'), [lines]);
  const order = useMemo(() => stops.map(({ incident }) => incident.id), [stops]);
  const selection = useSelection();
  const selectedId = selection?.kind === 'incident' ? selection.incidentId : null;
  const { toggle } = chosen;
  const choose = useCallback((id: number, range: boolean) => toggle(id, range, order), [toggle, order]);
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler, which this is about, is not used
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => lineHeights[lines[index]?.kind ?? 'incident'],
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: OVERSCAN_ROWS,
    scrollPaddingEnd: HEAD_PX,
  });
  const items = virtual.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= lines.length - NEAR_END;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, lines.length, onNearEnd]);

  /** True where the key was one of choosing. */
  function chooseByKey(event: KeyboardEvent): boolean {
    if (event.key === ' ' && selectedId !== null) chosen.toggle(selectedId, event.shiftKey, order);
    else if ((event.ctrlKey || event.metaKey) && event.key === 'a') chosen.all(order);
    else if (event.key === 'Escape' && chosen.ids.size > 0) chosen.clear();
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (chooseByKey(event) || onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const at = stops.findIndex((line) => line.incident.id === selectedId);
    if (selectedId !== null && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault();
      fold(selectedId, event.key === 'ArrowRight');
      return;
    }
    const index = nextIndex(event.key, at, stops.length, PAGE_ROWS);
    const next = index === null ? undefined : stops[index];
    if (next === undefined) return;
    event.preventDefault();
    if (event.shiftKey) chosen.extend(selectedId ?? next.incident.id, next.incident.id, order);
    virtual.scrollToIndex(lines.indexOf(next));
    select({ kind: 'incident', incidentId: next.incident.id });
  }

  function draw(line: IncidentLine): ReactNode {
    switch (line.kind) {
      case 'group':
        return <GroupLine title={line.title} count={line.count} />;
      case 'incident':
        return (
          <IncidentRow
            id={`${gridId}-${line.incident.id}`}
            incident={line.incident}
            unfolded={line.unfolded}
            selected={line.incident.id === selectedId}
            onFold={fold}
            chosen={chosen.ids.has(line.incident.id)}
            onChoose={choose}
          />
        );
      case 'affected':
        return <AffectedLine deviceId={line.deviceId} last={line.last} />;
      case 'more':
        return <MoreLine count={line.count} />;
    }
  }

  return (
    <div
      ref={scroller}
      role="treegrid"
      tabIndex={0}
      aria-label="Incidents"
      aria-activedescendant={selectedId === null ? undefined : `${gridId}-${selectedId}`}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <Head />
      <div role="rowgroup" className={styles.lines} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          return (
            line !== undefined && (
              <div
                key={item.key}
                role="presentation"
                className={styles.line}
                style={{ height: item.size, top: item.start }}
              >
                {draw(line)}
              </div>
            )
          );
        })}
      </div>
      {foot}
    </div>
  );
}
