/** The stored credentials: sealed in the file, opened in memory when first needed, tried in order of rank. */
import type { Credential, CredentialSecret } from '../../../shared/contract/settings.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import type { Vault } from '../../host/host.ts';
import { openCredential, sealCredential, summaryOf } from '../secrets/credential-sealing.ts';
import type { DeviceCredentialRow } from '../store/rows.ts';
import type { OpenCredential } from '../targets.ts';
import { Collection } from './collection.ts';
import type { Network } from './network.ts';
import { viewCredential } from './views.ts';

type Purpose = DeviceCredentialRow['purpose'];

const purposeOf = (kind: CredentialSecret['kind']): Purpose => (kind.startsWith('snmp') ? 'snmp' : 'ssh');

export class CredentialBook {
  readonly items = new Collection<Credential>();
  readonly #network: Network;
  readonly #vault: Vault;
  /** Null for one that this vault's key cannot open. */
  readonly #open = new Map<number, OpenCredential | null>();

  constructor(network: Network, vault: Vault) {
    this.#network = network;
    this.#vault = vault;
  }

  /** Opens every stored credential; one that cannot be opened is shown as such and never tried. */
  async load(): Promise<void> {
    for (const row of this.#network.credentials.all()) {
      const secret = await openCredential(this.#vault, row.sealed);
      this.#open.set(row.id, secret === null ? null : { id: row.id, name: row.name, secret });
      this.#publish(row.id);
    }
  }

  get(id: number): OpenCredential | null {
    return this.#open.get(id) ?? null;
  }

  async add(name: string, secret: CredentialSecret): Promise<number> {
    const id = this.#network.store.nextId('credentials');
    await this.#keep(id, name, secret, id);
    return id;
  }

  async change(
    id: number,
    change: { name?: string | undefined; secret?: CredentialSecret | undefined; rank?: number | undefined },
  ): Promise<void> {
    const row = this.#network.credentials.get(id);
    if (row === undefined) throw new CallError('not-found', `There is no credential ${id} any more.`);
    const name = change.name ?? row.name;
    const secret = change.secret ?? this.#open.get(id)?.secret;
    if (secret !== undefined) return this.#keep(id, name, secret, change.rank ?? row.rank, 'known');
    this.#network.credentials.put([{ ...row, name, rank: change.rank ?? row.rank }]);
    this.#publish(id);
  }

  remove(id: number): void {
    const uses = [...this.#network.deviceCredentials.all()].filter((row) => row.credentialId === id);
    this.#network.deviceCredentials.remove(uses.map((row) => row.id));
    this.#network.credentials.remove([id]);
    this.#open.delete(id);
    this.items.remove([id]);
  }

  /**
   * Credentials to try, best first: the one the device answered to, then by rank those that a person asked for or chose for the
   * device. A choice binds its own purpose only: who chose an SNMP credential said nothing of SSH.
   */
  toTry(purpose: Purpose, deviceId: number | null, asked: readonly number[] = []): OpenCredential[] {
    const named = asked.length > 0 || deviceId === null ? asked : this.#chosenFor(deviceId, purpose);
    const known = deviceId === null ? undefined : this.usedBy(deviceId, purpose)?.credentialId;
    const candidates = [...this.#network.credentials.all()]
      .filter(
        (row) => purposeOf(row.kind) === purpose && (named.length === 0 || named.includes(row.id) || row.id === known),
      )
      .sort((a, b) => Number(b.id === known) - Number(a.id === known) || a.rank - b.rank);
    return candidates.flatMap((row) => this.#open.get(row.id) ?? []);
  }

  #chosenFor(deviceId: number, purpose: Purpose): readonly number[] {
    const chosen = this.#network.devices.get(deviceId)?.chosenCredentialIds ?? [];
    return chosen.filter((id) => this.#purpose(id) === purpose);
  }

  /** Null for a credential that was removed. */
  #purpose(id: number): Purpose | null {
    const row = this.#network.credentials.get(id);
    return row === undefined ? null : purposeOf(row.kind);
  }

  usedBy(deviceId: number, purpose: Purpose): DeviceCredentialRow | undefined {
    return this.#network.deviceCredentials.of(deviceId).find((row) => row.purpose === purpose);
  }

  /** A person's word: this one from now on, whatever the device answered to before. */
  use(deviceId: number, credential: OpenCredential): void {
    const row = this.#network.devices.get(deviceId);
    if (row !== undefined) {
      const purpose = purposeOf(credential.secret.kind);
      const others = (row.chosenCredentialIds ?? []).filter((id) => this.#purpose(id) !== purpose);
      this.#network.putDevices([{ ...row, chosenCredentialIds: [...others, credential.id] }]);
    }
    this.remember(deviceId, credential);
  }

  /** Remembers what a device answers to. */
  remember(deviceId: number, credential: OpenCredential): void {
    const purpose = purposeOf(credential.secret.kind);
    const before = this.usedBy(deviceId, purpose);
    if (before?.credentialId === credential.id) return;
    const id = before?.id ?? this.#network.store.nextId('deviceCredentials');
    this.#network.deviceCredentials.put([{ id, deviceId, purpose, credentialId: credential.id }]);
    this.#publish(credential.id);
    if (before !== undefined) this.#publish(before.credentialId);
  }

  async #keep(id: number, name: string, secret: CredentialSecret, rank: number, which?: 'known'): Promise<void> {
    const sealed = await sealCredential(this.#vault, secret);
    // Removed while it was sealed: what a person took away does not come back.
    if (which === 'known' && this.#network.credentials.get(id) === undefined) {
      throw new CallError('not-found', `There is no credential ${id} any more.`);
    }
    this.#network.credentials.put([{ id, name, kind: secret.kind, summary: summaryOf(secret), sealed, rank }]);
    this.#open.set(id, { id, name, secret });
    this.#publish(id);
  }

  #publish(id: number): void {
    const row = this.#network.credentials.get(id);
    if (row === undefined) return;
    let usedBy = 0;
    for (const use of this.#network.deviceCredentials.all()) if (use.credentialId === id) usedBy += 1;
    this.items.put([viewCredential(row, this.#open.get(id) !== null && this.#open.has(id), usedBy)]);
  }
}
