import { useState } from 'react';
import type { WatchSize } from '../ui/use-size.ts';
import { soloed, toggled } from './graph-content.ts';
import { standardOptions, type GraphOptions, type GraphProps } from './graph-props.ts';
import { useGraphFrame, type GraphFrameSize } from './use-graph-frame.ts';

export interface GraphShell {
  readonly watch: WatchSize;
  readonly frame: GraphFrameSize;
  readonly options: GraphOptions;
  readonly setOptions: (options: GraphOptions) => void;
  /** Keys of lines that are left out. */
  readonly hidden: ReadonlySet<string>;
  readonly toggle: (key: string, all: readonly string[]) => void;
  readonly solo: (key: string, all: readonly string[]) => void;
  /** Height of the plot without its axis, for a model. */
  readonly plotHeight: number;
}

/** What all graphs have in common: their size, what is compared, which lines are left out. */
export function useGraphShell(props: GraphProps, { marks, lines }: { marks: boolean; lines: number }): GraphShell {
  const [own, setOwn] = useState(props.options ?? standardOptions);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const figures = props.figures === true ? lines : 0;
  const [watch, frame] = useGraphFrame({ marks, titled: props.title !== undefined, figures });
  const { plot, measures } = frame;
  return {
    watch,
    frame,
    options: props.onOptions === undefined ? own : (props.options ?? standardOptions),
    setOptions: props.onOptions ?? setOwn,
    hidden,
    toggle: (key, all) => setHidden((before) => toggled(before, key, all)),
    solo: (key, all) => setHidden((before) => soloed(before, key, all)),
    plotHeight: plot.height - measures.top - measures.bottom,
  };
}
