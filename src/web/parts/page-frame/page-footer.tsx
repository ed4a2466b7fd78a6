/** The footer: how long a form may take, what this site is for, and the places that belong to every page. */
import type { ReactElement } from 'react';
import { SESSION_MINUTES } from '../../../workflow/account/sign-in.ts';
import type { Frame } from './frame.ts';
import { useFrame, usePlaceName } from './language.ts';
import { demonstrationPlaces, footerPlaces } from './navigation.ts';

export function PageFooter({ frame }: { readonly frame: Frame }): ReactElement {
  const words = useFrame();
  const nameOf = usePlaceName();
  const places = frame.demonstration ? [...footerPlaces, ...demonstrationPlaces] : footerPlaces;
  return (
    <footer className="page-footer column">
      {frame.viewer === null ? null : <p>{words.stay(SESSION_MINUTES)}</p>}
      <p>{words.purpose}</p>
      <nav aria-label={words.footer}>
        <ul>
          {places.map((place) => (
            <li key={place.href}>
              <a href={place.href} lang={nameOf(place).lang}>
                {nameOf(place).label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
