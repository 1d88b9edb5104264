import {
  IconArrowBackUp,
  IconChevronDown,
  IconCopy,
  IconPencil,
  IconPlus,
  IconRefresh,
  IconTrash,
  IconZoomReset,
} from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { MOST_GRAPHS, type Board } from '../../shared/contract/boards.ts';
import { useTopic } from '../engine/use-topic.ts';
import { resetPageZoom, usePageZoom, zoomPageBack, ZoomTogether } from '../graphs/use-zoom.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { isTyping } from '../shell/use-window-keys.ts';
import { goTo } from '../state/route.ts';
import { Button } from '../ui/Button.tsx';
import { Reading } from '../ui/Reading.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuLine } from '../ui/Menu.tsx';
import { Select } from '../ui/Select.tsx';
import { AddGraphDialog } from './AddGraphDialog.tsx';
import { addBoard, removeBoard, renameBoard } from './board-actions.ts';
import { freeName } from './board-edits.ts';
import { BoardGrid } from './BoardGrid.tsx';
import { useLastBoard, type BoardChoice } from './last-board.ts';
import { NameDialog } from './NameDialog.tsx';
import { newGraph, newGraphId } from './new-graph.ts';
import { useBoardEdits } from './use-board-edits.ts';
import { useBusiest } from './use-busiest.ts';
import styles from './Boards.module.css';

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
const BUSIEST = 'Busiest links';
const NAME_LENGTH = 80;

function ZoomTools(): ReactNode {
  const steps = usePageZoom((state) => state.steps.length);
  if (steps === 0) return null;
  return (
    <>
      <IconButton label="Zoom all graphs back" size="small" onClick={zoomPageBack}>
        <IconArrowBackUp {...icon} />
      </IconButton>
      <IconButton label="Reset the zoom of all graphs" size="small" onClick={resetPageZoom}>
        <IconZoomReset {...icon} />
      </IconButton>
    </>
  );
}

function BoardSelect({
  boards,
  chosen,
}: {
  readonly boards: readonly Board[];
  readonly chosen: BoardChoice;
}): ReactNode {
  const options = [
    { value: 'busiest', label: BUSIEST },
    ...boards.map(({ id, name }) => ({ value: String(id), label: name })),
  ];
  return (
    <Select
      label="Board"
      bare
      small
      value={String(chosen)}
      options={options}
      onChange={(value) => goTo({ view: 'graphs', board: value === 'busiest' ? value : Number(value) })}
    />
  );
}

interface BarProps {
  readonly boards: readonly Board[];
  readonly chosen: BoardChoice;
  readonly menu: readonly MenuLine[];
  readonly actions: ReactNode;
}

function Bar({ boards, chosen, menu, actions }: BarProps): ReactNode {
  const [naming, setNaming] = useState(false);
  const names = boards.map(({ name }) => name);
  return (
    <>
      <ViewBar
        title="Graphs"
        actions={
          <>
            <ZoomTools />
            {actions}
          </>
        }
      >
        <BoardSelect boards={boards} chosen={chosen} />
        <Menu
          trigger={
            <Button tone="quiet" size="small">
              Boards <IconChevronDown size={14} aria-hidden />
            </Button>
          }
          entries={[{ label: 'New board', icon: <IconPlus {...icon} />, onChoose: () => setNaming(true) }, ...menu]}
        />
      </ViewBar>
      {naming && (
        <NameDialog
          title="New board"
          label="Name"
          value={freeName('My board', names)}
          done="Make board"
          maxLength={NAME_LENGTH}
          onClose={() => setNaming(false)}
          onDone={(name) => void addBoard(name, [])}
        />
      )}
    </>
  );
}

function OwnBoard({ board, boards }: { readonly board: Board; readonly boards: readonly Board[] }): ReactNode {
  const edits = useBoardEdits(board);
  const [dialog, setDialog] = useState<'add' | 'rename' | null>(null);
  const close = (): void => setDialog(null);
  const { undo } = edits;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      undo();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
  const names = boards.map(({ name }) => name);
  const copy = (): void =>
    void addBoard(
      freeName(`${board.name} copy`.slice(0, NAME_LENGTH - 4), names),
      edits.graphs.map((graph) => ({ ...graph, id: newGraphId() })),
    );
  const menu: MenuLine[] = [
    { label: 'Rename board', icon: <IconPencil {...icon} />, apart: true, onChoose: () => setDialog('rename') },
    { label: 'Duplicate board', icon: <IconCopy {...icon} />, onChoose: copy },
    {
      label: 'Remove board',
      icon: <IconTrash {...icon} />,
      danger: true,
      onChoose: () => void removeBoard({ ...board, graphs: [...edits.graphs] }),
    },
  ];
  const addButton = (
    <Button
      size="small"
      icon={<IconPlus size={14} aria-hidden />}
      disabled={edits.graphs.length >= MOST_GRAPHS}
      onClick={() => setDialog('add')}
    >
      Add graph
    </Button>
  );
  return (
    <>
      <Bar boards={boards} chosen={board.id} menu={menu} actions={addButton} />
      {edits.graphs.length === 0 ? (
        <EmptyState
          title="An empty board"
          text="Put graphs here that you look at together: the uplinks of a site, a customer's ports, processors beside traffic. Any graph's menu and any interface leads here too."
          action={
            <Button tone="primary" onClick={() => setDialog('add')}>
              Add the first graph
            </Button>
          }
        />
      ) : (
        <BoardGrid name={board.name} graphs={edits.graphs} edits={edits} />
      )}
      {dialog === 'add' && (
        <AddGraphDialog onClose={close} onAdd={(subject) => edits.put([...edits.graphs, newGraph(subject)])} />
      )}
      {dialog === 'rename' && (
        <NameDialog
          title="Rename board"
          label="Name"
          value={board.name}
          done="Rename"
          maxLength={NAME_LENGTH}
          onClose={close}
          onDone={(name) => void renameBoard(board, name)}
        />
      )}
    </>
  );
}

function BusiestBoard({ boards }: { readonly boards: readonly Board[] }): ReactNode {
  const { graphs, pickAgain } = useBusiest();
  const names = boards.map(({ name }) => name);
  const keep = (): void =>
    void addBoard(
      freeName(BUSIEST, [BUSIEST, ...names]),
      (graphs ?? []).map((graph) => ({ ...graph, id: newGraphId() })),
    );
  return (
    <>
      <Bar
        boards={boards}
        chosen="busiest"
        menu={[]}
        actions={
          <>
            <Button tone="quiet" size="small" icon={<IconRefresh size={14} aria-hidden />} onClick={pickAgain}>
              Pick again
            </Button>
            <Button size="small" icon={<IconCopy size={14} aria-hidden />} disabled={!graphs?.length} onClick={keep}>
              Keep as a board
            </Button>
          </>
        }
      />
      {graphs?.length === 0 && (
        <EmptyState
          title="No link carries traffic yet"
          text="The busiest links will stand here by themselves: a rate needs two polls, and a link needs neighbours that tell of each other."
          action={<Button onClick={pickAgain}>Look again</Button>}
        />
      )}
      {graphs !== null && graphs.length > 0 && <BoardGrid name={BUSIEST} graphs={graphs} edits={null} />}
    </>
  );
}

export interface BoardsViewProps {
  /** Null: the board that was looked at last. */
  readonly board: BoardChoice | null;
}

/** Pages of graphs that share one crosshair and one stretch of time. */
export function BoardsView({ board: asked }: BoardsViewProps): ReactNode {
  const { items, ready } = useTopic('boards', {});
  const last = useLastBoard((state) => state.board);
  const wanted = asked ?? last;
  const board = items.find(({ id }) => id === wanted);
  const known = wanted === 'busiest' || board !== undefined;
  useEffect(() => {
    if (known) useLastBoard.setState({ board: wanted });
  }, [known, wanted]);
  if (!ready) {
    return (
      <div className={styles.view} aria-busy>
        <Reading />
      </div>
    );
  }
  return (
    <ZoomTogether value={true}>
      <div className={styles.view}>
        {board !== undefined ? (
          <OwnBoard key={board.id} board={board} boards={items} />
        ) : wanted === 'busiest' || asked === null ? (
          <BusiestBoard boards={items} />
        ) : (
          <>
            <Bar boards={items} chosen={wanted} menu={[]} actions={null} />
            <EmptyState
              title="No such board"
              text="It was removed, perhaps in another window."
              action={
                <Button onClick={() => goTo({ view: 'graphs', board: 'busiest' })}>Show the busiest links</Button>
              }
            />
          </>
        )}
      </div>
    </ZoomTogether>
  );
}
