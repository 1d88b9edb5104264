import {
  IconDots,
  IconFileTypeCsv,
  IconLayoutGridAdd,
  IconMaximize,
  IconPhotoDown,
  type TablerIcon,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { comparison, percentileChoice } from '../../shared/contract/boards.ts';
import { AddToBoardDialog } from '../boards/AddToBoardDialog.tsx';
import type { GraphSubjectOf } from '../boards/new-graph.ts';
import { viewKeyText } from '../shell/key-text.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuChoice, type MenuLine } from '../ui/Menu.tsx';
import { comparisonNames } from './comparison.ts';
import type { GraphContent } from './graph-content.ts';
import type { GraphOptions } from './graph-props.ts';
import { percentileNames } from './percentile-levels.ts';
import { PictureDialog } from './PictureDialog.tsx';
import { saveCsv } from './save-graph.ts';

export interface GraphMenuProps {
  readonly content: GraphContent;
  readonly options: GraphOptions;
  readonly onOptions: (options: GraphOptions) => void;
  /** What goes onto a board; null where nothing can (its device is not known). */
  readonly subject: GraphSubjectOf | null;
  /** Undefined where it fills the window already. */
  readonly onFullScreen: (() => void) | undefined;
  readonly more: readonly MenuLine[];
}

const icon = (Icon: TablerIcon): ReactNode => <Icon size={16} stroke={1.75} aria-hidden />;

function choices({ content, options, onOptions }: GraphMenuProps): readonly MenuChoice[] {
  const compare: MenuChoice = {
    heading: 'Compare with',
    value: options.compare,
    options: comparison.options.map((value) => ({ value, label: comparisonNames[value] })),
    onChange: (value) => onOptions({ ...options, compare: comparison.parse(value) }),
  };
  if (content.series.every(({ p95 }) => p95 === undefined)) return [compare];
  const percentile: MenuChoice = {
    heading: '95th percentile',
    value: options.percentile,
    options: percentileChoice.options.map((value) => ({ value, label: percentileNames[value] })),
    onChange: (value) => onOptions({ ...options, percentile: percentileChoice.parse(value) }),
  };
  return [compare, percentile];
}

/** Everything that can be done with one graph. */
export function GraphMenu(props: GraphMenuProps): ReactNode {
  const { content, options, subject, onFullScreen, more } = props;
  const [dialog, setDialog] = useState<'picture' | 'board' | null>(null);
  const close = (): void => setDialog(null);
  const entries: MenuLine[] = [
    ...(onFullScreen === undefined
      ? []
      : [{ label: 'Full screen', keys: viewKeyText('graph.full'), icon: icon(IconMaximize), onChoose: onFullScreen }]),
    ...(subject === null
      ? []
      : [{ label: 'Add to a board', icon: icon(IconLayoutGridAdd), onChoose: () => setDialog('board') }]),
    { label: 'Save as picture', icon: icon(IconPhotoDown), onChoose: () => setDialog('picture') },
    { label: 'Save as CSV', icon: icon(IconFileTypeCsv), onChoose: () => void saveCsv(content) },
    ...choices(props),
    ...more,
  ];
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Menu of ${content.name.toLowerCase()}`} size="small">
            {icon(IconDots)}
          </IconButton>
        }
        entries={entries}
      />
      {dialog === 'picture' && <PictureDialog content={content} onClose={close} />}
      {dialog === 'board' && subject !== null && (
        <AddToBoardDialog subject={subject} choices={options} onClose={close} />
      )}
    </>
  );
}
