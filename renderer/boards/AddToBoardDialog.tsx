import { useState, type FormEvent, type ReactNode } from 'react';
import type { Board } from '../../shared/contract/boards.ts';
import { call } from '../engine/connection.ts';
import { useTopic } from '../engine/use-topic.ts';
import { goTo } from '../state/route.ts';
import { useAction } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { showToast } from '../ui/Toast.tsx';
import { freeName } from './board-edits.ts';
import { newGraph, type GraphChoices, type GraphSubjectOf } from './new-graph.ts';
import styles from './Boards.module.css';

export interface AddToBoardDialogProps {
  readonly subject: GraphSubjectOf;
  readonly choices?: GraphChoices | undefined;
  readonly onClose: () => void;
}

const NEW = 'new';

/** The board's id. */
async function addTo(board: Board | undefined, name: string, { subject, choices }: AddToBoardDialogProps) {
  const graph = newGraph(subject, choices);
  if (board === undefined) return (await call('board.add', { name, graphs: [graph] })).boardId;
  await call('board.change', { boardId: board.id, graphs: [...board.graphs, graph] });
  return board.id;
}

/** Puts the graph that one looks at onto a board, or onto a new one. */
export function AddToBoardDialog(props: AddToBoardDialogProps): ReactNode {
  const { onClose } = props;
  const boards = useTopic('boards', {}).items;
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = wanted ?? (boards[0] === undefined ? NEW : String(boards[0].id));
  const [typed, setTyped] = useState<string | null>(null);
  const names = boards.map(({ name }) => name);
  const name = typed ?? freeName('My board', names);
  const board = boards.find(({ id }) => String(id) === chosen);
  const add = useAction(async () => {
    const boardId = await addTo(board, name.trim(), props);
    onClose();
    showToast({
      title: `Added to “${board?.name ?? name.trim()}”`,
      action: { label: 'Open board', run: () => goTo({ view: 'graphs', board: boardId }) },
    });
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.run();
  };
  const options = [
    ...boards.map(({ id, name: label }) => ({ value: String(id), label })),
    { value: NEW, label: 'A new board' },
  ];
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add to a board"
      width={400}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            tone="primary"
            type="submit"
            form="add-to-board"
            busy={add.busy}
            disabled={chosen === NEW && name.trim() === ''}
          >
            Add graph
          </Button>
        </>
      }
    >
      <form id="add-to-board" className={styles.form} onSubmit={submit}>
        {boards.length > 0 && <Select label="Board" value={chosen} options={options} onChange={setWanted} />}
        {chosen === NEW && <TextField label="Name of the new board" value={name} onChange={setTyped} maxLength={80} />}
        <FormError failure={add.failure} />
      </form>
    </Dialog>
  );
}
