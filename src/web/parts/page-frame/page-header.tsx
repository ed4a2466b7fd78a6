/**
 * The header: the mark, the person's account, the public places, and under them the places of the person's desk. The places lie
 * in a menu that is closed at first; where the screen is wide, and the browser can, they are shown without it.
 */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';
import type { Frame, Place } from './frame.ts';
import { useFrame, usePlaceName } from './language.ts';
import { Mark } from './mark.tsx';
import { currentPlace, demonstrationPlaces, placesOf, publicPlaces } from './navigation.ts';

const { roles } = en.frame;

export function PageHeader({
  frame,
  quiet,
}: {
  readonly frame: Frame;
  readonly quiet: boolean;
}): ReactElement {
  const words = useFrame();
  const desk = frame.viewer === null ? [] : placesOf[frame.viewer.role];
  const current = currentPlace(frame.path, [...publicPlaces, ...desk, ...demonstrationPlaces]);
  return (
    <header className="masthead column">
      <div className="masthead-top">
        {quiet ? (
          <span className="masthead-home">
            <Mark />
          </span>
        ) : (
          <a className="masthead-home" href="/" aria-label={words.home}>
            <Mark />
          </a>
        )}
        {quiet ? null : <Account frame={frame} />}
      </div>
      {quiet ? null : (
        <details className="menu">
          <summary>{words.menu}</summary>
          <Places label={words.mainNavigation} places={publicPlaces} current={current} />
          {desk.length === 0 ? null : (
            <Places label={words.deskNavigation} places={desk} current={current} desk />
          )}
        </details>
      )}
    </header>
  );
}

function Places(props: {
  readonly label: string;
  readonly places: readonly Place[];
  readonly current: string | undefined;
  readonly desk?: boolean;
}): ReactElement {
  const nameOf = usePlaceName();
  return (
    <nav aria-label={props.label} className={props.desk === true ? 'places places-desk' : 'places'}>
      <ul>
        {props.places.map((place) => (
          <li key={place.href}>
            <a
              href={place.href}
              lang={nameOf(place).lang}
              aria-current={place.href === props.current ? 'page' : undefined}
            >
              {nameOf(place).label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Account({ frame }: { readonly frame: Frame }): ReactElement {
  const words = useFrame();
  return (
    <nav aria-label={words.accountNavigation} className="account">
      {frame.viewer === null ? (
        <>
          <a href="/sign-in">{words.signIn}</a>
          <a href="/sign-up">{words.signUp}</a>
        </>
      ) : (
        <>
          <a href="/account/passphrase" className="account-name">
            <bdi>{frame.viewer.name}</bdi>
            <span className="account-role">{roles[frame.viewer.role]}</span>
          </a>
          <form method="post" action="/sign-out">
            <input type="hidden" name="form-token" value={frame.formToken} />
            <button type="submit" className="link-like">
              {words.signOut}
            </button>
          </form>
        </>
      )}
    </nav>
  );
}
