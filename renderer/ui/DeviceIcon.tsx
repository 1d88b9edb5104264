import type { ReactNode } from 'react';
import { deviceGlyphNames, deviceGlyphs, type DeviceGlyph } from './device-glyphs.ts';

/** One path a glyph: a list of devices draws it in each row. */
const outlines = Object.fromEntries(
  Object.entries(deviceGlyphs).map(([kind, paths]) => [kind, paths.join('')]),
) as Readonly<Record<DeviceGlyph, string>>;

export interface DeviceIconProps {
  readonly kind: DeviceGlyph;
  readonly size?: number | undefined;
  /** Read aloud; absent where the name of the kind stands beside it. */
  readonly labelled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** The bare glyph of a kind of device, in the text's colour. */
export function DeviceIcon({ kind, size = 20, labelled = false, className }: DeviceIconProps): ReactNode {
  const name = labelled ? { role: 'img', 'aria-label': deviceGlyphNames[kind] } : { 'aria-hidden': true };
  return (
    <svg
      {...name}
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={outlines[kind]} />
    </svg>
  );
}
