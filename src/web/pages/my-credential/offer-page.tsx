/** What a wallet is offered: a picture to read, a link for this device, and the number that is typed. Shown once. */
import type { ReactElement } from 'react';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Receipt } from '../../parts/receipt/receipt.tsx';
import { en } from '../../words/en.ts';
import { myCredential as words } from '../../words/my-credential.ts';

export interface OfferPageProps {
  readonly frame: Frame;
  readonly at: string;
  readonly name: string;
  readonly link: string;
  /** The QR code, as an address that holds the picture itself. */
  readonly picture: string;
  readonly pin: string;
  readonly until: string;
}

export function OfferPage(props: OfferPageProps): ReactElement {
  const { frame, at, link, picture, pin } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.offer}
      trail={{
        above: [
          { href: '/my', label: en.candidate.my.title },
          { href: at, label: words.title },
        ],
      }}
      unlisted
    >
      <h1>{words.offer}</h1>
      <p className="lead">{props.name}</p>
      <p>{words.until(props.until)}</p>
      <Receipt title={words.typed} text={pin} large>
        <p className="small soft">{words.typedText}</p>
      </Receipt>
      <h2>{words.scan}</h2>
      <p>
        <img className="offer-picture" src={picture} alt={words.pictureAlt} />
      </p>
      <p>
        <LinkButton href={link} label={words.here} look="secondary" />
      </p>
      <details>
        <summary>{words.asText}</summary>
        <p>{words.asTextHint}</p>
        <p className="to-copy small">{link}</p>
      </details>
      <p>
        <a href={at}>{words.again}</a>
      </p>
    </PageFrame>
  );
}
