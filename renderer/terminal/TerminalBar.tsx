import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import { formatAge } from '../../shared/units/durations.ts';
import { usePreferences } from '../state/preferences.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { useNow } from '../ui/use-now.ts';
import type { OpenTerminal } from './terminals.ts';
import styles from './TerminalTab.module.css';

export interface TerminalBarProps {
  readonly device: Device;
  readonly terminals: readonly OpenTerminal[];
  readonly chosen: OpenTerminal;
  readonly busy: boolean;
  readonly onChoose: (id: string) => void;
  readonly onOpen: () => void;
  readonly onClose: (id: string) => void;
}

const IDLE_AFTER_MS = 10 * 60_000;

/** Said before the device's own time limit (exec-timeout) ends it without a word. */
function IdleNote({ terminal }: { readonly terminal: OpenTerminal }): ReactNode {
  const idleMs = useNow(60_000) - terminal.lastTypedAtMs;
  if (terminal.ended !== null || idleMs < IDLE_AFTER_MS) return null;
  return <span>Nothing typed for {formatAge(idleMs)}</span>;
}

export function TerminalBar(props: TerminalBarProps): ReactNode {
  const { device, terminals, chosen, busy, onChoose, onOpen, onClose } = props;
  const { terminalReadAloud, setTerminalReadAloud } = usePreferences();
  return (
    <div className={styles.bar}>
      <div className={styles.names} role="group" aria-label={`Terminals on ${device.name}`}>
        {terminals.map((one) => (
          <span key={one.id} className={styles.name} data-chosen={one === chosen || undefined}>
            <button type="button" aria-pressed={one === chosen} onClick={() => onChoose(one.id)}>
              {one.number} {one.login}
              {one.ended !== null && <span className={styles.over}> ended</span>}
            </button>
            <IconButton size="small" label={`Close terminal ${one.number}`} onClick={() => onClose(one.id)}>
              <IconX size={14} aria-hidden />
            </IconButton>
          </span>
        ))}
      </div>
      <Button
        size="small"
        tone="quiet"
        busy={busy}
        icon={<IconPlus size={14} stroke={1.75} aria-hidden />}
        onClick={onOpen}
      >
        {busy ? 'Logging in' : 'New terminal'}
      </Button>
      <div className={styles.hints}>
        <IdleNote terminal={chosen} />
        <Button
          size="small"
          tone="quiet"
          aria-pressed={terminalReadAloud}
          title="Offers what the device writes to a screen reader"
          onClick={() => setTerminalReadAloud(!terminalReadAloud)}
        >
          {terminalReadAloud ? 'Screen reader on' : 'Screen reader'}
        </Button>
        <span className={styles.keys}>
          <KeyHint keys="F6" /> leaves
        </span>
        <span className={styles.keys}>
          <KeyHint keys="Ctrl Shift F" /> finds
        </span>
      </div>
    </div>
  );
}
