/** The chosen display as part of an address: read from one, and put into one. */
import type { Display } from '../../parts/page-frame/frame.ts';

/** What the address says about the display; anything else is the standard. */
export function displayFrom(asked: {
  readonly size: string;
  readonly contrast: string;
  readonly theme: string;
}): Display {
  const { size, contrast, theme } = asked;
  return {
    size: size === 'large' || size === 'largest' ? size : undefined,
    contrast: contrast === 'more' ? contrast : undefined,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
  };
}

/** The same as the end of an address: "?size=large", or nothing. */
export function addressWith(
  path: string,
  display: Display | undefined,
  more: Readonly<Record<string, string>> = {},
): string {
  const pairs = Object.entries({ ...more, ...display }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}
