import { useCallback, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const NOTHING: Size = { width: 0, height: 0 };

/** Goes into the `ref` of the element that is watched. */
export type WatchSize = (element: HTMLElement | null) => (() => void) | undefined;

/** Inner size of an element in CSS pixels, told by the browser after layout: nothing is measured while drawing. */
export function useSize(): readonly [watch: WatchSize, size: Size] {
  const [size, setSize] = useState(NOTHING);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
