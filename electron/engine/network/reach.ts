/**
 * The one gate between credentials and the wire: a target is made for an address inside the allowed ranges only, so no
 * credential can go anywhere else, whoever asks.
 */
import { failed, ok, type Result } from '../../../shared/model/outcome.ts';
import type { NetworkAccess } from '../../host/host.ts';
import { isInside } from '../discovery/ranges.ts';
import type { SnmpCredential, SnmpTarget } from '../targets.ts';

export interface Reach {
  snmp(address: string, port: number, credential: SnmpCredential): Result<SnmpTarget>;
  /** Where an SSH connection to this device goes. */
  ssh(address: string, port: number): Result<{ host: string; port: number }>;
}

export function makeReach(network: NetworkAccess, allowedRanges: () => readonly string[]): Reach {
  const endpoint = (address: string, port: number): Result<{ host: string; port: number }> => {
    if (!isInside(address, allowedRanges())) {
      return failed(
        'bad-target',
        `${address} is outside the allowed ranges, so nothing was sent to it. Add its range under Settings, Allowed ranges (command line: --allow).`,
      );
    }
    const found = network.endpoint(address, port);
    return found === null ? failed('bad-target', `${address} is not part of this network.`) : ok(found);
  };
  return {
    ssh: endpoint,
    snmp(address, port, credential) {
      const found = endpoint(address, port);
      return found.kind === 'ok' ? ok({ address, ...found.value, askedPort: port, credential }) : found;
    },
  };
}
