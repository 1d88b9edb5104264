/** When a maintenance may end, for people to choose from. Pure. */
export const maintenanceEnds = ['open', '1h', '4h', 'morning', 'moment'] as const;
export type MaintenanceEnd = (typeof maintenanceEnds)[number];

export const maintenanceEndNames: Readonly<Record<MaintenanceEnd, string>> = {
  open: 'When somebody ends it',
  '1h': 'In one hour',
  '4h': 'In four hours',
  morning: 'At the next 08:00',
  moment: 'At a moment of your own',
};

const HOUR_MS = 3_600_000;

/** Milliseconds since 1970; null for no end, undefined for a moment that is none or has gone by. `moment` is local time. */
export function endOf(end: MaintenanceEnd, moment: string, nowMs: number): number | null | undefined {
  switch (end) {
    case 'open':
      return null;
    case '1h':
      return nowMs + HOUR_MS;
    case '4h':
      return nowMs + 4 * HOUR_MS;
    case 'morning': {
      const at = new Date(nowMs);
      at.setHours(8, 0, 0, 0);
      // By the calendar, not by 24 hours: a night may have 23 or 25 of them.
      if (at.getTime() <= nowMs) at.setDate(at.getDate() + 1);
      return at.getTime();
    }
    case 'moment': {
      const atMs = Date.parse(moment);
      return Number.isNaN(atMs) || atMs <= nowMs ? undefined : atMs;
    }
  }
}
