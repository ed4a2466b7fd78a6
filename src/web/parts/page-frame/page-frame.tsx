/**
 * The page around every page: its head, the link that skips the header, the banner of the demonstration,
 * the header with the mark and the navigation, the main text in one column, the footer.
 */
import type { ReactElement, ReactNode } from 'react';
import { Breadcrumbs, type BreadcrumbsProps } from '../breadcrumbs/breadcrumbs.tsx';
import type { Frame } from './frame.ts';
import { type PageLanguage, SpokenLanguage, useFrame } from './language.ts';
import { PageFooter } from './page-footer.tsx';
import { PageHeader } from './page-header.tsx';

export interface PageFrameProps {
  readonly frame: Frame;
  /** The title of the window. The page itself shows its own h1. */
  readonly title: string;
  readonly children: ReactNode;
  /** What everything on the page is written in; English where nothing is said. */
  readonly language?: PageLanguage | undefined;
  /** How many mistakes the form on the page has; the window's title then starts with "Error:". */
  readonly mistakes?: number | undefined;
  /** A link back, or the trail of places above this page. */
  readonly trail?: BreadcrumbsProps | undefined;
  /** Staff tables may be wide; everything else keeps to the column. */
  readonly wide?: boolean | undefined;
  /** No navigation and no footer: the exam. */
  readonly quiet?: boolean | undefined;
  /** Kept out of search engines. */
  readonly unlisted?: boolean | undefined;
  /** Addresses of module scripts. Only the exam, the verifier and a public report have any. */
  readonly scripts?: readonly string[] | undefined;
}

const TAGS = { en: 'en-US', es: 'es-US' } as const;

export function PageFrame(props: PageFrameProps): ReactElement {
  return (
    <SpokenLanguage value={props.language ?? 'en'}>
      <Framed {...props} />
    </SpokenLanguage>
  );
}

function Framed(props: PageFrameProps): ReactElement {
  const words = useFrame();
  const { frame, wide = false, quiet = false, trail } = props;
  return (
    <html
      lang={TAGS[props.language ?? 'en']}
      data-theme={frame.display?.theme}
      data-size={frame.display?.size}
      data-contrast={frame.display?.contrast}
    >
      <Head {...props} />
      <body className={wide ? 'page page-wide' : 'page'}>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        {frame.demonstration ? (
          <DemonstrationBanner enter={frame.viewer === null && !quiet} />
        ) : null}
        <PageHeader frame={frame} quiet={quiet} />
        <div className="page-body column">
          {trail === undefined ? null : <Breadcrumbs {...trail} />}
          <main id="main" tabIndex={-1}>
            {props.children}
          </main>
        </div>
        {quiet ? null : <PageFooter frame={frame} />}
      </body>
    </html>
  );
}

function Head(props: PageFrameProps): ReactElement {
  const words = useFrame();
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{words.titled(props.title, props.mistakes ?? 0)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {props.unlisted === true ? <meta name="robots" content="noindex, nofollow" /> : null}
      <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={props.frame.stylesheet} />
      {(props.scripts ?? []).map((source) => (
        <script key={source} type="module" src={source} />
      ))}
    </head>
  );
}

/** To whoever has not signed in yet it says where to begin. */
function DemonstrationBanner({ enter }: { readonly enter: boolean }): ReactElement {
  const words = useFrame();
  return (
    <section className="demonstration-banner" aria-label={words.demonstration}>
      <p className="column">
        <strong>{words.demonstration}</strong> {words.demonstrationText}{' '}
        {enter ? <a href="/demonstration">{words.demonstrationEnter}</a> : null}
      </p>
    </section>
  );
}
