/**
 * What has come of a concern that became a complaint: its stages, the promise that runs, how it was looked at, what it led
 * to, and the way to have others look again. Reasons and letters stand as they were written.
 */
import type { ReactElement } from 'react';
import type { Language } from '../../../casework/concern/concern.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { Timeline } from '../../parts/timeline/timeline.tsx';
import { complaintSideWords } from '../../words/concern-words.ts';

export interface ComplaintSideView {
  readonly label: string;
  readonly stages: readonly {
    readonly key: string;
    readonly when: string;
    readonly what: string;
    /** More about it, in the language of the page. */
    readonly detail: string | undefined;
    /** Why, as whoever handles it wrote it. */
    readonly why: string | undefined;
  }[];
  readonly promise: string | undefined;
  readonly screening:
    | {
        readonly goesOn: boolean;
        readonly answers: readonly {
          readonly question: string;
          readonly met: boolean;
          readonly reason: string;
        }[];
      }
    | undefined;
  readonly second: { readonly upheld: boolean; readonly reason: string } | undefined;
  /** The last day to have others look again. */
  readonly appealUntil: string | undefined;
  readonly closing:
    | { readonly achieved: 'yes' | 'partly' | 'no'; readonly reason: string }
    | undefined;
  readonly letters: readonly {
    readonly id: string;
    readonly subject: string;
    readonly when: string;
    readonly words: string;
  }[];
  readonly mayWithdraw: boolean;
}

export interface ComplaintSideProps {
  readonly frame: Frame;
  readonly language: Language;
  readonly opened: string;
  readonly side: ComplaintSideView;
  readonly statement: string;
  readonly errors: readonly FieldMistake[];
}

export function ComplaintSide(props: ComplaintSideProps): ReactElement {
  const { side, language } = props;
  const words = complaintSideWords[language];
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.label(side.label)}</p>
      <Timeline
        events={side.stages.map(({ key, when, what, detail, why }) => ({
          ...{ key, when, what },
          detail:
            detail === undefined && why === undefined ? undefined : (
              <>
                {detail === undefined ? null : <p>{detail}</p>}
                {why === undefined ? null : <AsWritten {...props}>{words.why(why)}</AsWritten>}
              </>
            ),
        }))}
      />
      {side.promise === undefined ? null : <p>{side.promise}</p>}
      <Closing {...props} />
      <Screening {...props} />
      {side.appealUntil === undefined ? null : <LookAgain {...props} until={side.appealUntil} />}
      <Letters {...props} />
      <p>
        <a href="/complaints" hrefLang="en">
          {words.how}
        </a>
        {language === 'en' ? null : ` ${words.howIn}`}
      </p>
    </>
  );
}

/** Whoever handles the matter writes in English. */
const AsWritten = (props: {
  readonly language: Language;
  readonly children: string;
}): ReactElement => (
  <p className="typed-text" dir="auto" lang={props.language === 'en' ? undefined : 'en'}>
    {props.children}
  </p>
);

function Closing(props: ComplaintSideProps): ReactElement | null {
  const words = complaintSideWords[props.language];
  const { closing } = props.side;
  return closing === undefined ? null : (
    <>
      <h3>{words.closing}</h3>
      <p>
        <strong>{words.achieved[closing.achieved]}</strong>
      </p>
      <AsWritten {...props}>{closing.reason}</AsWritten>
    </>
  );
}

function Screening(props: ComplaintSideProps): ReactElement | null {
  const words = complaintSideWords[props.language];
  const { screening, second } = props.side;
  return screening === undefined ? null : (
    <>
      <h3>{words.screenedTitle}</h3>
      <p>{screening.goesOn ? words.screenedIn : words.screenedOut}</p>
      {screening.goesOn ? null : (
        <DescriptionList
          items={screening.answers.map(({ question, met, reason }) => ({
            term: question,
            value: (
              <>
                <p>
                  <strong>{met ? words.yes : words.no}</strong>
                </p>
                <AsWritten {...props}>{reason}</AsWritten>
              </>
            ),
          }))}
        />
      )}
      {second === undefined ? null : (
        <>
          <p>{second.upheld ? words.secondUpheld : words.secondNot}</p>
          <AsWritten {...props}>{second.reason}</AsWritten>
        </>
      )}
    </>
  );
}

function LookAgain(props: ComplaintSideProps & { readonly until: string }): ReactElement {
  const words = complaintSideWords[props.language];
  return (
    <>
      <h3>{words.appeal}</h3>
      <p>{words.appealText(props.until)}</p>
      <PostForm
        frame={props.frame}
        action="/concern/look-again"
        name={words.appeal}
        hidden={{ opened: props.opened, lang: props.language }}
      >
        <TextArea
          name="statement"
          label={words.statement}
          hint={words.statementHint}
          value={props.statement}
          error={errorFor(props.errors, 'statement')}
        />
        <Buttons>
          <Button label={words.appealButton} look="secondary" />
        </Buttons>
      </PostForm>
    </>
  );
}

function Letters({ side, language }: ComplaintSideProps): ReactElement | null {
  const words = complaintSideWords[language];
  return side.letters.length === 0 ? null : (
    <>
      <h3>{words.letters}</h3>
      {language === 'en' ? null : <p>{words.lettersIn}</p>}
      {side.letters.map(({ id, subject, when, words: text }) => (
        <details key={id}>
          <summary>{words.letter(subject, when)}</summary>
          <div className="typed-text" dir="auto" lang={language === 'en' ? undefined : 'en'}>
            {text}
          </div>
        </details>
      ))}
    </>
  );
}
