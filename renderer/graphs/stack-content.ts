/** What a stack of interfaces says: each part and the sum; unknown where a part is. Pure. */
import type { GraphPort } from '../../shared/contract/boards.ts';
import { comparisonWords } from './comparison.ts';
import type { DataColumn, GraphContent, LegendSeries, TooltipRow } from './graph-content.ts';
import { negative, nothing, type Column } from './graph-model.ts';
import { ghostSigns } from './interface-content.ts';
import { stackStyle } from './plot-style.ts';
import { partAlpha, partKey, stackModel, stackSums, type StackModelInput } from './stack-model.ts';
import { summary } from './summary.ts';
import { ghostRows } from './traffic-rows.ts';

const nobody: ReadonlySet<string> = new Set();

interface NamedPart {
  readonly key: string;
  readonly name: string;
  readonly alpha: number;
  readonly out: Column;
  readonly in: Column;
}

function namedParts({ stack, view }: StackModelInput, ports: readonly GraphPort[]): readonly NamedPart[] {
  const { parts } = stackSums(stack, view, nobody);
  return ports.map(({ interfaceId, name }, index) => {
    const part = parts.find(({ key }) => key === partKey(interfaceId));
    const alpha = partAlpha(index, ports.length);
    return { key: partKey(interfaceId), name, alpha, out: part?.out ?? nothing, in: part?.in ?? nothing };
  });
}

/** Of one moment and direction: parts by value, the largest first; the sum, or how many parts it lacks. */
function directionRows(
  tone: 'out' | 'in',
  parts: readonly NamedPart[],
  sum: number | null,
  index: number,
  format: (value: number | null) => string,
): readonly TooltipRow[] {
  const values = parts.map((part) => ({ part, value: part[tone][index] ?? null }));
  const missing = values.filter(({ value }) => value === null).length;
  const text = sum === null ? `unknown: ${missing} of ${parts.length} parts unknown` : format(sum);
  return [
    { name: `sum ${tone}`, tone, text },
    ...values
      .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
      .map(({ part, value }) => ({ name: part.name, tone, alpha: part.alpha, text: format(value) })),
  ];
}

export function stackContent(input: StackModelInput, ports: readonly GraphPort[], subject: string): GraphContent {
  const { view, stack, past, hidden, compare } = input;
  const { format, unit } = view;
  const model = stackModel(input);
  const all = namedParts(input, ports);
  const shown = all.filter(({ key }) => !hidden.has(key));
  const sums = stackSums(stack, view, hidden);
  const before = stackSums(past, view, hidden);
  const column = (title: string, values: Column): DataColumn => ({ title, unit, values, format });
  const whole = hidden.size === 0;
  const sum = (tone: 'out' | 'in', metric: string): LegendSeries => {
    const values = sums[tone];
    const p95 = whole ? (stack?.p95[metric] ?? null) : undefined;
    return {
      key: 'sum',
      fixed: true,
      name: `Sum ${tone}`,
      tone,
      alpha: 1,
      means: values,
      highest: values,
      p95,
      format,
    };
  };
  const parts = all.flatMap((part) =>
    (['out', 'in'] as const).map((tone): LegendSeries => {
      const { key, alpha } = part;
      const values = part[tone];
      return { key, name: `${part.name} ${tone}`, tone, alpha, means: values, highest: values, p95: undefined, format };
    }),
  );
  const series = [sum('out', view.out), sum('in', view.in), ...parts];
  return {
    name: `${view.name}, stacked`,
    subject,
    model,
    style: stackStyle,
    series,
    signs: [{ text: 'parts', sign: 'band', tone: 'out' }, ...(compare === 'none' ? [] : ghostSigns(compare))],
    columns: [
      column('Sum out', sums.out),
      column('Sum in', sums.in),
      ...shown.flatMap((part) => [column(`${part.name} out`, part.out), column(`${part.name} in`, part.in)]),
    ],
    rows: (index) => [
      ...directionRows('out', shown, sums.out[index] ?? null, index, format),
      ...directionRows('in', shown, sums.in[index] ?? null, index, format),
      ...ghostRows({ compare, format, model, past, index }, [
        { name: 'sum out', values: before.out },
        { name: 'sum in', values: before.in },
      ]),
    ],
    spoken: spokenSum(view.name, model, sums.out, sums.in, format, comparisonWords[compare]),
  };
}

function spokenSum(
  name: string,
  model: GraphContent['model'],
  out: Column,
  into: Column,
  format: (value: number | null) => string,
  compared: string,
): string {
  const columns = [out, out, nothing, negative(into), negative(into)];
  const text = summary(`${name}, stacked`, { ...model, columns }, { up: 'sum out', down: 'sum in', format });
  return compared === '' ? text : `${text} Beside ${compared}.`;
}
