/** The way back: one link to the page before, or the trail of places above this one. */
import type { ReactElement } from 'react';
import { useFrame } from '../page-frame/language.ts';

export interface BreadcrumbsProps {
  /** The places above this page, the nearest last. One place alone is shown as "Back to ...". */
  readonly above: readonly { readonly href: string; readonly label: string }[];
}

export function Breadcrumbs({ above }: BreadcrumbsProps): ReactElement {
  const frame = useFrame();
  const [only] = above;
  return (
    <nav aria-label={frame.trail} className="breadcrumbs">
      {above.length === 1 && only !== undefined ? (
        <a className="breadcrumbs-back" href={only.href}>
          {frame.backTo(only.label)}
        </a>
      ) : (
        <ol>
          {above.map((place) => (
            <li key={place.href}>
              <a href={place.href}>{place.label}</a>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
}
