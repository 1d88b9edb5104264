/** Which SSH host key of a device is trusted, and what is done when it shows another one. */
import type { Problem } from '../../../shared/model/outcome.ts';
import type { Clock } from '../../host/host.ts';
import type { Network } from './network.ts';

export interface HostKeyDeps {
  readonly network: Network;
  readonly clock: Clock;
  /** Incidents are made of what is found here. */
  readonly findings: {
    hostKeyChanged(deviceId: number, atMs: number, text: string): void;
    changed(): void;
  };
}

/**
 * Trusts the key on first use. One that is trusted already and is shown again ends the alarm about another one. Returns
 * whether it was the first.
 */
export function noteGoodKey({ network, clock, findings }: HostKeyDeps, deviceId: number, fingerprint: string): boolean {
  const known = network.hostKeys.get(deviceId);
  if (known?.trusted === fingerprint) {
    if (known.offered !== null) network.hostKeys.put([{ ...known, offered: null }]);
    findings.changed();
    return false;
  }
  const atMs = clock.now();
  network.hostKeys.put([{ id: deviceId, trusted: fingerprint, firstSeenAtMs: atMs, offered: null }]);
  const text = `SSH host key trusted on first use: ${fingerprint}`;
  network.addEvent({ kind: 'host-key.trusted', deviceId, text, atMs });
  return true;
}

/** The key that is offered now is remembered, so that a person can compare and trust exactly that one. */
export function noteOfferedKey(
  { network, clock, findings }: HostKeyDeps,
  deviceId: number,
  problem: Problem,
  offered: string | null,
): void {
  const known = network.hostKeys.get(deviceId);
  if (known === undefined || offered === null || known.offered === offered) return;
  const atMs = clock.now();
  network.hostKeys.put([{ ...known, offered }]);
  network.addEvent({ kind: 'host-key.changed', deviceId, text: problem.message, atMs });
  findings.hostKeyChanged(deviceId, atMs, problem.message);
}
