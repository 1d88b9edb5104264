/** A report for whoever helps: the host adds versions and logs, the page what it knows of the console's health. */
import type { ConsoleHealth } from '../../shared/contract/settings.ts';
import { hostShell } from '../engine/shell.ts';
import { topicStore } from '../engine/topic-store.ts';

export function healthText(health: ConsoleHealth | undefined): string {
  if (health === undefined) return '';
  const { problems, ...figures } = health;
  const lines = Object.entries(figures).map(([name, value]) => `${name} ${String(value)}`);
  return [...lines, ...problems.map((problem) => `problem: ${problem}`)].join('\n');
}

export function saveReport(): Promise<{ saved: boolean }> {
  const health = topicStore('console', {}).getState().byId.get('console');
  return hostShell().saveReport({ health: healthText(health) });
}
