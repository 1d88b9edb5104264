import { IconTerminal2 } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import type { TerminalLogin } from '../../shared/contract/terminals.ts';
import { useCall } from '../engine/use-call.ts';
import { asFailure, type Failure } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { LoginForm } from './LoginForm.tsx';
import { TerminalBar } from './TerminalBar.tsx';
import { TerminalPane } from './TerminalPane.tsx';
import { closeTerminal, openTerminal, useTerminals } from './terminals.ts';
import styles from './TerminalTab.module.css';

export interface TerminalTabProps {
  readonly device: Device;
  /** A login may have shown another host key, or have been kept. */
  readonly onLoggedIn: () => void;
}

interface Opening {
  readonly busy: boolean;
  /** A person has to say who logs in; `failure` says why, when a login was refused. */
  readonly asks: boolean;
  readonly failure: Failure | null;
}

const CALM: Opening = { busy: false, asks: false, failure: null };

function useOpening({ device, onLoggedIn }: TerminalTabProps, onOpen: () => void) {
  const [opening, setOpening] = useState(CALM);
  const open = async (login?: TerminalLogin): Promise<void> => {
    setOpening({ ...opening, busy: true, failure: null });
    try {
      const answer = await openTerminal(device.id, login);
      if (answer.kind === 'open') {
        setOpening(CALM);
        onOpen();
      } else if (answer.kind === 'ask') setOpening({ busy: false, asks: true, failure: null });
      else {
        const failure = { message: answer.message, hint: undefined, path: undefined };
        setOpening({ busy: false, asks: answer.code === 'wrong-auth' || opening.asks, failure });
      }
      onLoggedIn();
    } catch (error) {
      setOpening({ busy: false, asks: opening.asks, failure: asFailure(error) });
    }
  };
  return { opening, open: (login?: TerminalLogin) => void open(login), calm: () => setOpening(CALM) };
}

/** The terminals that this window has on a device, side by side. */
export function TerminalTab(props: TerminalTabProps): ReactNode {
  const { device } = props;
  const terminals = useTerminals(device.id);
  const demo = useCall('network.info', {}).data?.demo ?? false;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { opening, open, calm } = useOpening(props, () => setChosenId(null));
  const chosen = terminals.find((one) => one.id === chosenId) ?? terminals.at(-1);
  const { busy, asks, failure } = opening;
  if (demo)
    return (
      <EmptyState
        title="The demo's devices have no SSH"
        text="They are simulated and speak SNMP alone. Add a real device to open a terminal on it."
      />
    );
  if (asks) {
    return <LoginForm device={device} busy={busy} failure={failure} onLogin={open} onCancel={calm} />;
  }
  if (chosen === undefined) return <NoTerminal device={device} opening={opening} onOpen={() => open()} />;
  return (
    <div className={styles.tab} data-terminal-tab>
      <TerminalBar
        device={device}
        terminals={terminals}
        chosen={chosen}
        busy={busy}
        onChoose={setChosenId}
        onOpen={() => open()}
        onClose={closeTerminal}
      />
      {failure !== null && <ErrorState message={failure.message} hint={failure.hint} onRetry={() => open()} />}
      <TerminalPane key={chosen.id} terminal={chosen} name={device.name} busy={busy} onOpen={() => open()} />
    </div>
  );
}

interface NoTerminalProps {
  readonly device: Device;
  readonly opening: Opening;
  readonly onOpen: () => void;
}

function NoTerminal({ device, opening: { busy, failure }, onOpen }: NoTerminalProps): ReactNode {
  return (
    <>
      {failure !== null && <ErrorState message={failure.message} hint={failure.hint} />}
      <EmptyState
        title={`A terminal on ${device.name}`}
        text={
          <>
            Logs in over SSH to <span className="mono">{device.address}</span>, port {device.sshPort}, with the
            credential that the device answers to, or asks for one. The device’s log says who opened it; what is typed
            and shown is kept nowhere.
          </>
        }
        action={
          <Button
            tone="primary"
            busy={busy}
            icon={<IconTerminal2 size={16} stroke={1.75} aria-hidden />}
            onClick={onOpen}
          >
            {busy ? 'Logging in' : failure === null ? 'Open a terminal' : 'Try again'}
          </Button>
        }
      />
    </>
  );
}
