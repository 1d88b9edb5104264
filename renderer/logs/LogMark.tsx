import {
  IconActivity,
  IconAlertHexagon,
  IconCpu,
  IconFileDiff,
  IconKey,
  IconPlugConnected,
  IconServer,
  IconTerminal2,
  IconTool,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { eventWords } from '../devices/event-words.ts';
import { stateMarks, type StateName } from '../ui/state-marks.ts';
import { StateShape } from '../ui/StateMark.tsx';
import styles from './LogsView.module.css';

/** By the first word of the code. */
const ICONS: Readonly<Record<string, TablerIcon>> = {
  config: IconFileDiff,
  console: IconActivity,
  device: IconServer,
  hardware: IconCpu,
  'host-key': IconKey,
  incident: IconAlertHexagon,
  link: IconPlugConnected,
  maintenance: IconTool,
  software: IconCpu,
  terminal: IconTerminal2,
};

/** The shapes that stand for states of parts and of ways to ask. */
const ALIKE: Readonly<Record<string, StateName>> = {
  ok: 'up',
  warning: 'degraded',
  critical: 'down',
  failed: 'down',
  absent: 'unknown',
  answers: 'up',
  silent: 'down',
  refused: 'degraded',
  unused: 'unknown',
};

const isState = (word: string): word is StateName => Object.hasOwn(stateMarks, word);

const stateIn = (word: string): StateName | null => (isState(word) ? word : (ALIKE[word] ?? null));

/** What happened, by shape and word. */
export function LogMark({ kind }: { readonly kind: string }): ReactNode {
  const [subject = '', word = ''] = kind.split('.');
  const state = stateIn(word);
  const Icon = ICONS[subject] ?? IconActivity;
  return (
    <span className={styles.what} title={kind}>
      {state === null ? (
        <Icon className={styles.icon} size={14} stroke={1.75} aria-hidden />
      ) : (
        <StateShape state={state} size={14} />
      )}
      <span className={styles.words}>{eventWords(kind)}</span>
    </span>
  );
}
