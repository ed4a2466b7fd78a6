/** The footer: how long a form may take, what this site is for, and the places that belong to every page. */
import type { ReactElement } from 'react';
import { SESSION_MINUTES } from '../../../workflow/account/sign-in.ts';
import { en } from '../../words/en.ts';
import type { Frame } from './frame.ts';
import { demonstrationPlaces, footerPlaces } from './navigation.ts';

export function PageFooter({ frame }: { readonly frame: Frame }): ReactElement {
  const places = frame.demonstration ? [...footerPlaces, ...demonstrationPlaces] : footerPlaces;
  return (
    <footer className="page-footer column">
      {frame.viewer === null ? null : <p>{en.frame.stay(SESSION_MINUTES)}</p>}
      <p>{en.frame.purpose}</p>
      <nav aria-label={en.frame.footer}>
        <ul>
          {places.map((place) => (
            <li key={place.href}>
              <a href={place.href}>{place.label}</a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
