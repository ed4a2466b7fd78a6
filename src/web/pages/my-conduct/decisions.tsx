/** What panels answered about somebody: review, offer, decision with its reasons, appeal, interim suspension. */
import type { ReactElement } from 'react';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { myConduct as words } from '../../words/my-conduct.ts';
import { FindingLine, Typed } from '../panels/record-parts.tsx';
import type { FindingShown } from '../panels/record-view.ts';
import { AboutAppeals } from './about-appeals.tsx';
import type { OwnView } from './own-view.ts';

export function Decisions({ own }: { readonly own: OwnView }): ReactElement {
  const { offer, decision, appeal, appealDecided, interim, review, reinstatement } = own.decisions;
  return (
    <>
      {offer === undefined ? null : (
        <section>
          <h2>{words.offer}</h2>
          <p>{words.offerText(offer.until)}</p>
          <Found {...offer} />
        </section>
      )}
      {decision === undefined ? null : (
        <section>
          <h2>{words.decision}</h2>
          <Found {...decision} />
          {decision.appealUntil === undefined ? null : (
            <>
              <h3>{words.howToAppeal}</h3>
              <p>{words.appealUntil(decision.appealUntil)}</p>
              <AboutAppeals />
            </>
          )}
        </section>
      )}
      {appeal === undefined ? null : (
        <section>
          <h2>{words.yourAppeal}</h2>
          <ul>
            {appeal.grounds.map((ground) => (
              <li key={ground}>{ground}</li>
            ))}
          </ul>
          <Typed>{appeal.statement}</Typed>
        </section>
      )}
      {appealDecided === undefined ? null : (
        <section>
          <h2>{words.appealDecided}</h2>
          <Found {...appealDecided} />
        </section>
      )}
      {interim === undefined ? null : (
        <section>
          <h2>{words.interim}</h2>
          <p>{interim.text}</p>
          <Typed>{interim.reason}</Typed>
          {interim.outcome === undefined ? null : <p>{interim.outcome}</p>}
        </section>
      )}
      {reinstatement.length === 0 ? null : (
        <section>
          <h2>{words.reinstatement}</h2>
          {reinstatement.map((line) => (
            <Typed key={line}>{line}</Typed>
          ))}
        </section>
      )}
      {review.length === 0 ? null : (
        <section>
          <h2>{words.review}</h2>
          <p>{words.reviewText}</p>
          <Found findings={review} facts={[]} />
        </section>
      )}
    </>
  );
}

export const Found = (props: {
  readonly findings: readonly FindingShown[];
  readonly facts: readonly { readonly term: string; readonly value: string }[];
}): ReactElement => (
  <>
    {props.findings.map((finding) => (
      <FindingLine key={finding.name} finding={finding} />
    ))}
    {props.facts.length === 0 ? null : <DescriptionList items={props.facts} />}
  </>
);
