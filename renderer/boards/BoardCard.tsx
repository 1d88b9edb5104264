import { IconCopy, IconGripVertical, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { graphHeight, type BoardGraph } from '../../shared/contract/boards.ts';
import { DeviceGraph } from '../graphs/DeviceGraph.tsx';
import type { GraphOptions, GraphProps } from '../graphs/graph-props.ts';
import { InterfaceGraph } from '../graphs/InterfaceGraph.tsx';
import { LatencyGraph } from '../graphs/LatencyGraph.tsx';
import { StackGraph } from '../graphs/StackGraph.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { MenuLine } from '../ui/Menu.tsx';
import { heightNames, heightsPx } from './board-edits.ts';
import { NameDialog } from './NameDialog.tsx';
import { useGraphNames } from './use-graph-names.ts';
import styles from './Boards.module.css';

/** What can be done with the card; null on a board that makes itself. */
export interface CardEdits {
  readonly change: (changes: Partial<BoardGraph>) => void;
  readonly duplicate: () => void;
  readonly remove: (name: string) => void;
  readonly onGripKey: (event: KeyboardEvent, name: string) => void;
  readonly onGripDown: (event: PointerEvent) => void;
  readonly onCornerDown: (event: PointerEvent) => void;
}

export interface BoardCardProps {
  readonly graph: BoardGraph;
  readonly edits: CardEdits | null;
  readonly dragged: boolean;
  readonly order: number;
}

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

function menuOf(graph: BoardGraph, edits: CardEdits, name: string, onRename: () => void): readonly MenuLine[] {
  return [
    { label: 'Rename', icon: <IconPencil {...icon} />, apart: true, onChoose: onRename },
    { label: 'Duplicate', icon: <IconCopy {...icon} />, onChoose: edits.duplicate },
    { label: 'Remove', icon: <IconTrash {...icon} />, danger: true, onChoose: () => edits.remove(name) },
    {
      heading: 'Width',
      value: String(graph.columns),
      options: ['1', '2', '3'].map((value) => ({ value, label: value === '1' ? '1 column' : `${value} columns` })),
      onChange: (value) => edits.change({ columns: Number(value) }),
    },
    {
      heading: 'Height',
      value: graph.height,
      options: graphHeight.options.map((value) => ({ value, label: heightNames[value] })),
      onChange: (value) => edits.change({ height: graphHeight.parse(value) }),
    },
  ];
}

function Graph({ graph, edits, ...place }: GraphProps & Pick<BoardCardProps, 'graph' | 'edits'>): ReactNode {
  const [ownKind, setOwnKind] = useState<BoardGraph['kind']>(graph.kind);
  if (graph.about === 'device') {
    if (graph.kind === 'latency') return <LatencyGraph deviceId={graph.deviceId} {...place} />;
    return <DeviceGraph deviceId={graph.deviceId} metric={graph.kind} {...place} />;
  }
  const kept = edits === null ? ownKind : graph.kind;
  const kind = kept === 'latency' || kept === 'cpu' || kept === 'memory' || kept === 'pollMs' ? graph.kind : kept;
  const onKind = (next: typeof graph.kind): void => {
    if (edits === null) setOwnKind(next);
    else edits.change({ kind: next });
  };
  const [port] = graph.ports;
  if (graph.ports.length > 1 || port === undefined) {
    return <StackGraph ports={graph.ports} kind={kind} onKind={onKind} {...place} />;
  }
  return (
    <InterfaceGraph interfaceId={port.interfaceId} deviceId={port.deviceId} kind={kind} onKind={onKind} {...place} />
  );
}

/** One graph of a board with its grip, or what to say when what it shows has vanished. */
export function BoardCard({ graph, edits, dragged, order }: BoardCardProps): ReactNode {
  const { title, vanished } = useGraphNames(graph);
  const [renaming, setRenaming] = useState(false);
  const options: GraphOptions = { compare: graph.compare, percentile: graph.percentile };
  const kept = edits === null ? {} : { options, onOptions: (next: GraphOptions) => edits.change(next) };
  const place: CSSProperties = { order, height: heightsPx[graph.height] };
  const grip = edits !== null && (
    <button
      type="button"
      className={styles.grip}
      aria-label={`Place and size of ${title}`}
      aria-describedby="board-grip-help"
      onKeyDown={(event) => edits.onGripKey(event, title)}
      onPointerDown={edits.onGripDown}
    >
      <IconGripVertical size={16} stroke={1.75} aria-hidden />
    </button>
  );
  return (
    <li
      className={styles.card}
      style={place}
      data-graph={graph.id}
      data-columns={graph.columns}
      data-dragged={dragged || undefined}
      aria-label={title}
    >
      {vanished === null ? (
        <Graph
          graph={graph}
          edits={edits}
          title={
            <span className={styles.cardTitle}>
              {grip}
              <span className={styles.cardName} title={title}>
                {title}
              </span>
            </span>
          }
          figures
          menu={edits === null ? [] : menuOf(graph, edits, title, () => setRenaming(true))}
          {...kept}
        />
      ) : (
        <>
          <div className={styles.vanishedHead}>
            {grip}
            <h2 className={styles.cardName}>{title}</h2>
          </div>
          <EmptyState
            title="No longer in the network"
            text={vanished}
            action={edits !== null && <Button onClick={() => edits.remove(title)}>Remove graph</Button>}
          />
        </>
      )}
      {edits !== null && <span className={styles.corner} onPointerDown={edits.onCornerDown} aria-hidden />}
      {renaming && edits !== null && (
        <NameDialog
          title="Rename graph"
          label="Name"
          value={graph.title ?? ''}
          done="Rename"
          maxLength={120}
          optional
          onClose={() => setRenaming(false)}
          onDone={(name) => edits.change({ title: name === '' ? null : name })}
        />
      )}
    </li>
  );
}
