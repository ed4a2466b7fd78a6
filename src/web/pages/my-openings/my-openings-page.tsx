/** `/my/openings`: the seats one person came forward for, their tickets, and whether they take a seat. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { openings } from '../../words/openings.ts';
import { recognitions } from '../../words/recognitions.ts';
import {
  SecondLookSection,
  type SecondLookShown,
  type TypedOfSeats,
} from './second-look-section.tsx';
import { ShowSection } from './show-section.tsx';

const words = openings.my;

export interface MySeatShown {
  readonly nomination: string;
  readonly label: string;
  readonly opening: { readonly id: string; readonly title: string };
  readonly standing: keyof typeof words.standing | 'recognized' | 'givenBack';
  readonly tickets: number | undefined;
  readonly verified: readonly { readonly category: string; readonly value: string }[];
  /** Whether there is anything to verify. */
  readonly isVerified: boolean;
  readonly reason: string | undefined;
  /** In words; undefined where there is nothing to answer. */
  readonly answerUntil: string | undefined;
  /** Of somebody who is recognized: under which name it is shown, and which name they have. */
  readonly recognized:
    | { readonly shownAs: string | undefined; readonly fullName: string }
    | undefined;
  readonly mayWithdraw: boolean;
  readonly promised: string;
  readonly secondLook: SecondLookShown;
}

export interface MyOpeningsPageProps {
  readonly frame: Frame;
  readonly seats: readonly MySeatShown[];
  readonly news: string | undefined;
  readonly typed: TypedOfSeats;
}

export function MyOpeningsPage(props: MyOpeningsPageProps): ReactElement {
  const { frame, seats, news, typed } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      trail={{ above: [{ href: '/openings', label: openings.title }] }}
      mistakes={typed.mistakes.length}
      unlisted
    >
      <ErrorSummary mistakes={typed.mistakes} />
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {seats.length === 0 ? <p>{words.none}</p> : null}
      {seats.map((seat) => (
        <Seat key={seat.nomination} frame={frame} seat={seat} typed={typed} />
      ))}
      <p>
        <LinkButton href="/openings" label={words.see} look="secondary" />
      </p>
    </PageFrame>
  );
}

const standingWords = {
  ...words.standing,
  recognized: recognitions.my.recognized,
  givenBack: recognitions.my.givenBack,
};

function Seat(props: {
  readonly frame: Frame;
  readonly seat: MySeatShown;
  readonly typed: TypedOfSeats;
}): ReactElement {
  const { frame, seat, typed } = props;
  const { nomination, opening } = seat;
  return (
    <div className="opening-line">
      <h2 id={`seat-${nomination}`}>
        <a href={`/openings/${opening.id}`}>{opening.title}</a>
      </h2>
      <DescriptionList
        items={[
          { term: words.stands, value: standingWords[seat.standing] },
          ...(seat.reason === undefined
            ? []
            : [
                {
                  term: words.why,
                  value: (
                    <div className="typed-text" dir="auto">
                      {seat.reason}
                    </div>
                  ),
                },
              ]),
          ...(seat.tickets === undefined
            ? []
            : [{ term: words.ticketsTerm, value: words.tickets(seat.tickets) }]),
          { term: words.label, value: seat.label },
          ...(seat.isVerified
            ? [
                {
                  term: words.verified,
                  value:
                    seat.verified.length === 0
                      ? words.notVerified
                      : seat.verified
                          .map(({ category, value }) => `${category}: ${value}`)
                          .join(', '),
                },
              ]
            : []),
          { term: openings.one.answerBy, value: seat.promised },
        ]}
      />
      {seat.answerUntil === undefined ? null : (
        <>
          <h3>{words.answerTitle}</h3>
          <p>{words.answerUntil(seat.answerUntil)}</p>
          <Act
            frame={frame}
            nomination={nomination}
            act="accept"
            label={words.accept}
            title={opening.title}
          />
          <Act
            frame={frame}
            nomination={nomination}
            act="decline"
            label={words.decline}
            title={opening.title}
          />
        </>
      )}
      {seat.recognized === undefined ? null : (
        <ShowSection
          frame={frame}
          nomination={nomination}
          title={opening.title}
          recognized={seat.recognized}
          typed={typed}
        />
      )}
      <SecondLookSection
        frame={frame}
        nomination={nomination}
        title={opening.title}
        secondLook={seat.secondLook}
        typed={typed}
      />
      {seat.mayWithdraw ? (
        <Act
          frame={frame}
          nomination={nomination}
          act="withdraw"
          label={words.withdraw}
          title={opening.title}
        />
      ) : null}
    </div>
  );
}

function Act(props: {
  readonly frame: Frame;
  readonly nomination: string;
  readonly act: 'accept' | 'decline' | 'withdraw';
  readonly label: string;
  readonly title: string;
}): ReactElement {
  const { frame, nomination, act, label, title } = props;
  return (
    <PostForm
      frame={frame}
      action={`/my/openings/${nomination}/${act}`}
      name={`${label}: ${title}`}
    >
      <Button label={label} look={act === 'accept' ? 'primary' : 'secondary'} />
    </PostForm>
  );
}
