/**
 * The verifying page as one file to keep: style, script, and the issuer's keys and list of the day all stand in it. It works
 * from a folder, on a stick, without a connection, for as long as the list in it is in time.
 */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';
import { VerifyFields } from './verify-page.tsx';

const words = en.verify;

export interface SavedPageProps {
  /** The day it was saved, in words. */
  readonly savedOn: string;
  readonly style: string;
  readonly script: string;
  /** The pages of keys by name, and the lists by address, each as its text. */
  readonly kept: {
    readonly dids: Readonly<Record<string, string>>;
    readonly lists: Readonly<Record<string, string>>;
  };
}

/** Inside a script nothing may look like its end, or like the beginning of another. */
const inScript = (code: string): string => code.replaceAll(/<(?=\/script|script|!--)/gi, '\\x3c');

export function SavedVerifyPage({ savedOn, style, script, kept }: SavedPageProps): ReactElement {
  const data = JSON.stringify(kept).replaceAll('<', '\\u003c');
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.savedTitle}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main className="saved-page" id="main">
          <h1>{words.savedTitle}</h1>
          <p className="lead">{words.lead}</p>
          <p className="soft small">{words.savedOn(savedOn)}</p>
          <section
            id="verdict"
            className="verdict-place"
            aria-live="polite"
            aria-label={words.result}
            hidden
          />
          <div id="verify-form">
            <form>
              <VerifyFields mistakes={[]} />
            </form>
          </div>
        </main>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: data, with every < written by its number. */}
        <script id="kept" type="application/json" dangerouslySetInnerHTML={{ __html: data }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own script. */}
        <script type="module" dangerouslySetInnerHTML={{ __html: inScript(script) }} />
      </body>
    </html>
  );
}
