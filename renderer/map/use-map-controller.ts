import { useEffect, useRef, useState, type RefObject } from 'react';
import { useLook } from '../ui/token-colour.ts';
import { MapController } from './live/map-controller.ts';

export interface MapSurface {
  /** Goes around the canvas. */
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** Null until both are there. */
  readonly controller: MapController | null;
}

/** A map that lives as long as the component. All drawing happens outside of React, in the controller. */
export function useMapController(unattended: boolean): MapSurface {
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [controller, setController] = useState<MapController | null>(null);
  const look = useLook();
  useEffect(() => {
    if (!surface.current || !canvas.current) return undefined;
    const made = new MapController(surface.current, canvas.current, { unattended });
    setController(made);
    return () => {
      made.close();
      setController(null);
    };
  }, [unattended]);
  useEffect(() => controller?.lookChanged(look), [controller, look]);
  return { surface, canvas, controller };
}
