/** `/my/mentoring`: one's own pairs and offers, what can be done with each, and the way in for both sides. */
import type { ReactElement } from 'react';
import type { PairAct, PairStanding } from '../../../casework/mentoring/pair.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { mentoring as words } from '../../words/mentoring.ts';

export interface PairShown {
  readonly id: string;
  readonly program: string;
  readonly standing: PairStanding;
  readonly side: 'mentor' | 'candidate';
  readonly since: string;
  readonly words: string;
  readonly other: { readonly name: string; readonly email: string } | undefined;
  readonly acts: readonly PairAct[];
}

export interface MentoringPageProps {
  readonly frame: Frame;
  readonly news: string | undefined;
  readonly pairs: readonly PairShown[];
  readonly offers: readonly {
    readonly program: string;
    readonly name: string;
    readonly isOpen: boolean;
    readonly about: string;
  }[];
  /** Programs in which an offer can be made and is not yet. */
  readonly canOffer: readonly { readonly id: string; readonly name: string }[];
  readonly programs: readonly { readonly id: string; readonly name: string }[];
}

export function MentoringPage(props: MentoringPageProps): ReactElement {
  const { frame, news, pairs, offers, canOffer } = props;
  return (
    <PageFrame frame={frame} title={words.title} unlisted>
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p className="lead">{words.lead}</p>
      <p>{words.confidential}</p>
      <h2>{words.find}</h2>
      <ul className="plain-list">
        {props.programs.map(({ id, name }) => (
          <li key={id}>
            <a href={`/my/mentoring/find?program=${id}`}>{name}</a>
          </li>
        ))}
      </ul>
      <h2>{words.mine}</h2>
      {pairs.length === 0 ? <p>{words.none}</p> : null}
      {pairs.map((pair) => (
        <OnePair key={pair.id} frame={frame} pair={pair} />
      ))}
      <h2>{words.offers}</h2>
      {offers.length === 0 ? <p>{words.offersNone}</p> : null}
      {offers.map(({ program, name, isOpen, about }) => (
        <section key={program} aria-label={name}>
          <h3>{name}</h3>
          <p>{isOpen ? words.offerOpen : words.offerClosed}</p>
          <p className="typed-text" dir="auto">
            {about}
          </p>
          <p>
            <a href={`/my/mentoring/offer?program=${program}`}>{words.changeOffer}</a>
          </p>
        </section>
      ))}
      {canOffer.map(({ id, name }) => (
        <p key={id}>
          <LinkButton
            href={`/my/mentoring/offer?program=${id}`}
            label={`${words.offerMentoring}: ${name}`}
            look="secondary"
          />
        </p>
      ))}
      {offers.length + canOffer.length === 0 ? <p>{words.mayNot}</p> : null}
      <p>
        {words.concern} <a href="/concern">{words.raise}</a>
      </p>
    </PageFrame>
  );
}

function OnePair(props: { readonly frame: Frame; readonly pair: PairShown }): ReactElement {
  const { frame, pair } = props;
  const title = words.standings[pair.standing][pair.side];
  return (
    <section aria-label={`${title}: ${pair.program}`}>
      <h3>{title}</h3>
      <DescriptionList
        items={[
          { term: words.program, value: `${pair.program}. ${words.since(pair.since)}.` },
          ...(pair.other === undefined
            ? []
            : [
                {
                  term: words.other,
                  value: (
                    <>
                      <bdi>{pair.other.name}</bdi>{' '}
                      <a href={`mailto:${pair.other.email}`}>{pair.other.email}</a>
                    </>
                  ),
                },
              ]),
          {
            term: words.wrote[pair.side],
            value: (
              <p className="typed-text" dir="auto">
                {pair.words}
              </p>
            ),
          },
        ]}
      />
      {pair.acts.includes('take') ? <p>{words.takeNote}</p> : null}
      {pair.acts.length === 0 ? null : (
        <PostForm
          frame={frame}
          action={`/my/mentoring/pairs/${pair.id}`}
          name={`${title}: ${pair.program}`}
        >
          <Buttons>
            {pair.acts.map((act) => (
              <Button
                key={act}
                name="act"
                value={act}
                label={words.acts[act]}
                look={act === 'take' ? 'primary' : 'secondary'}
              />
            ))}
          </Buttons>
        </PostForm>
      )}
    </section>
  );
}
