import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { KeptTable } from '../../../../../electron/engine/network/kept-table.ts';
import type { LinkRow } from '../../../../../electron/engine/store/rows.ts';
import { temporaryStore } from '../../../../helpers/store.ts';

const link = (id: number, aDeviceId: number, bDeviceId: number): LinkRow => ({
  id,
  aDeviceId,
  aInterfaceId: null,
  aPort: null,
  bDeviceId,
  bInterfaceId: null,
  bPort: null,
  confidence: 'confirmed',
  ageing: false,
  protocols: '[]',
  rule: '',
  speedBps: null,
  firstSeenAtMs: 0,
  lastSeenAtMs: 0,
  goneAtMs: null,
});

it('finds the rows of an owner as a search over all rows would', async () => {
  await using temporary = await temporaryStore();
  const id = fc.integer({ min: 1, max: 6 });
  const action = fc.oneof(
    fc.record({ put: fc.constant(true), id, a: id, b: id }),
    fc.record({ put: fc.constant(false), id }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const table = new KeptTable('links', temporary.store, (row) => [row.aDeviceId, row.bDeviceId]);
      for (const one of actions) {
        if ('a' in one) table.load([link(one.id, one.a, one.b)]);
        else table.forget([one.id]);
      }
      for (let owner = 1; owner <= 6; owner += 1) {
        const searched = [...table.all()].filter((row) => row.aDeviceId === owner || row.bDeviceId === owner);
        expect(new Set(table.of(owner))).toEqual(new Set(searched));
        expect(table.of(owner)).toHaveLength(searched.length);
      }
    }),
  );
});
