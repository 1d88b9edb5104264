/**
 * A hand-over as Markdown, for a mail, a ticket, a chat. Titles and notes hold whatever devices and people wrote, so
 * everything that Markdown or HTML would act upon is escaped. Pure.
 */
import { formatMoment } from '../ui/format-time.ts';
import { severityNames } from '../ui/SeverityPips.tsx';
import type { HandoverItem, ShiftReport } from './handover-model.ts';
import {
  acknowledgedWords,
  behindWords,
  lastedWords,
  maintenanceWords,
  shiftWords,
  summaryWords,
} from './handover-words.ts';

/** CommonMark lets a backslash stand before any ASCII punctuation; `&` and `<` would be HTML. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&]/g, String.raw`\$&`);

/** Lines of a note stay lines inside its list item. */
const lines = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .map(escaped)
    .join('  \n    ');

function itemLines({ incident, notes }: HandoverItem, untilMs: number): string[] {
  const { id, severity, title, site } = incident;
  const facts = [lastedWords(incident, untilMs), behindWords(incident), acknowledgedWords(incident, untilMs)];
  const where = site === null ? `no. ${id}` : `no. ${id}, ${escaped(site)}`;
  const told = facts.filter((fact) => fact !== null).map(escaped);
  return [
    `- **${severityNames[severity]}: ${escaped(title)}** (${where}): ${told.join('; ')}`,
    ...notes.map((note) => `  - ${formatMoment(note.atMs, untilMs)} ${escaped(note.author)}: ${lines(note.text)}`),
  ];
}

function section(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [`## ${title}`, '', 'None.', ''] : [`## ${title}`, '', ...rows, ''];
}

export function handoverMarkdown(report: ShiftReport, networkName: string): string {
  const { open, closed, noted, maintenance, untilMs, more } = report;
  const items = (list: readonly HandoverItem[]): string[] => list.flatMap((item) => itemLines(item, untilMs));
  return [
    `# Hand-over, ${escaped(networkName)}`,
    '',
    `${shiftWords(report)}. ${summaryWords(report)}.`,
    '',
    ...section('Open', items(open)),
    ...section('Closed in the shift', items(closed)),
    ...(noted.length === 0 ? [] : section('Closed before, noted on in the shift', items(noted))),
    ...section(
      'Maintenance',
      maintenance.map((item) => {
        const where = item.site === null ? '' : ` (${escaped(item.site)})`;
        return `- ${escaped(item.name)}${where}: ${maintenanceWords(item, untilMs)}`;
      }),
    ),
    ...(more ? ['Only the newest incidents are listed; choose a shorter shift to see all.', ''] : []),
  ].join('\n');
}
