import { describe, expect, test } from 'vitest';
import { daysUntilFull, forecastOf, storageRows } from '../../../renderer/settings/storage-rows.ts';
import { standardSettings } from '../../../shared/contract/settings.ts';
import type { StoragePart, StorageUse } from '../../../shared/contract/storage.ts';
import { fileAfter, partAfter, retentionOf } from '../../../shared/model/storage-forecast.ts';

const MIB = 1024 * 1024;
const retention = retentionOf({ ...standardSettings, sampleRetentionDays: 14 });
const part = (id: StoragePart['id'], bytes: number, bytesPerDay: number | null): StoragePart => ({
  id,
  bytes,
  bytesPerDay,
});
const use = (...parts: StoragePart[]): StorageUse => ({
  atMs: 0,
  fileBytes: parts.reduce((sum, one) => sum + one.bytes, 0),
  freeBytes: null,
  parts,
});

describe('the forecast of a file', () => {
  test('a part grows by its day until its retention is full, and then stays', () => {
    const samples = part('samples', 2 * MIB, MIB);
    expect(partAfter(samples, 14, 5)).toBe(7 * MIB);
    expect(partAfter(samples, 14, 365)).toBe(14 * MIB);
    expect(partAfter(samples, null, 365)).toBe(367 * MIB);
  });

  test('a shorter retention makes it smaller than it is', () => {
    expect(partAfter(part('samples', 30 * MIB, MIB), 7, 1)).toBe(7 * MIB);
  });

  test('is unknown as soon as the growth of one part is', () => {
    const young = use(part('samples', MIB, null), part('other', MIB, 0));
    expect(fileAfter(young, retention, 30)).toBeNull();
    expect(forecastOf(young, retention).text).toContain('not known yet');
    expect(storageRows(young, retention)[0]).toMatchObject({ bytesPerDay: null, inAYear: null });
  });

  test('warns of a disk that will be full, with the day', () => {
    const growing = { ...use(part('days', 10 * MIB, MIB)), freeBytes: 20 * MIB };
    expect(daysUntilFull(growing, retention)).toBe(21);
    expect(forecastOf(growing, retention)).toMatchObject({ tone: 'warning' });
    expect(daysUntilFull({ ...growing, freeBytes: 1000 * MIB }, retention)).toBeNull();
  });

  test('steps of 5 minutes are never kept shorter than the samples they are made of', () => {
    expect(retentionOf({ ...standardSettings, sampleRetentionDays: 90 }).fiveMinutes).toBe(90);
  });
});
