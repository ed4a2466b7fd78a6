/**
 * One question of a running exam: stem, options, the time, what is saved. A plain form without scripts; the exam's
 * script takes the same page over, fills it with the next question, and finds what it needs by the ids here.
 */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { ChoiceRow, RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { exam as words } from '../../words/exam.ts';
import { QuestionList, type ReviewModel } from '../sitting-review/question-list.tsx';
import { addressWith } from './display-address.ts';
import { DisplayChoices } from './display-choices.tsx';
import { ExamClock, type ExamTime } from './exam-clock.tsx';

export interface SittingModel {
  readonly sitting: string;
  readonly programName: string;
  readonly epoch: number;
  /** Another machine leads. */
  readonly superseded: boolean;
  readonly place: number;
  readonly of: number;
  /** The part's title, in an exam of several. */
  readonly part: string | undefined;
  /** By construction without a key: see casework/item. */
  readonly question: {
    readonly stem: string;
    readonly options: readonly { readonly id: string; readonly text: string }[];
  };
  readonly chosen: string | undefined;
  readonly flagged: boolean;
  readonly time: ExamTime;
}

export interface SittingPageProps {
  readonly frame: Frame;
  readonly model: SittingModel;
  /** True on the page that made this machine the leading one: the script may take it over. */
  readonly leads: boolean;
  readonly review: ReviewModel;
}

export function SittingPage(props: SittingPageProps): ReactElement {
  const { frame, model, leads, review } = props;
  const { place, of } = model;
  return (
    <PageFrame
      frame={frame}
      title={words.windowTitle(place, of, model.programName)}
      quiet
      unlisted
      scripts={['/assets/exam.js']}
    >
      <div
        className="player"
        id="player"
        data-sitting={model.sitting}
        data-program={model.programName}
        data-epoch={model.epoch}
        data-place={place}
        data-leads={leads ? 'yes' : 'no'}
        data-superseded={model.superseded ? 'yes' : 'no'}
      >
        <ExamClock time={model.time} />
        <div id="player-news">
          {model.superseded ? <Elsewhere frame={frame} model={model} /> : null}
        </div>
        <div id="question">
          <Question frame={frame} model={model} />
        </div>
        <div className="saved">
          <p className="saved-state" id="saved" role="status" aria-label={words.savedStates}>
            {model.chosen === undefined ? '' : words.saved}
          </p>
          <p className="saved-detail" id="saved-detail" />
        </div>
        {leads ? <ForTheScript frame={frame} model={model} review={review} /> : null}
      </div>
    </PageFrame>
  );
}

function Question({ frame, model }: Pick<SittingPageProps, 'frame' | 'model'>): ReactElement {
  const { place, of } = model;
  const action = addressWith(`/sitting/${model.sitting}/item/${place}`, frame.display);
  return (
    <>
      <h1 id="question-place" tabIndex={-1}>
        {words.question(place, of)}
      </h1>
      <p className="soft" id="question-part" hidden={model.part === undefined}>
        {model.part ?? ''}
      </p>
      <PostForm
        frame={frame}
        action={action}
        hidden={{ epoch: String(model.epoch) }}
        name={words.question(place, of)}
      >
        <RadioGroup
          name="option"
          label={model.question.stem}
          choices={model.question.options.map(({ id, text }) => ({ value: id, label: text }))}
          value={model.chosen}
        />
        <Moves model={model} />
        <DisplayChoices display={frame.display} value="display" />
      </PostForm>
    </>
  );
}

/** "Next" comes first, so that the Enter key goes on. What does not fit this question is hidden, for the script to show. */
function Moves({ model }: { readonly model: SittingModel }): ReactElement {
  const { place, of, flagged } = model;
  const isLast = place === of;
  return (
    <>
      <p className="flag-note" id="flag-note">
        {flagged ? words.flagged : ''}
      </p>
      <Buttons>
        <Move label={words.next} value="next" hidden={isLast} />
        <Move label={words.last} value="review" hidden={!isLast} />
        <Move label={words.previous} value="previous" hidden={place === 1} second />
        <Move label={words.flag} value="flag" hidden={flagged} second />
        <Move label={words.unflag} value="unflag" hidden={!flagged} second />
        <Button label={words.all} look="link" name="then" value="review" />
      </Buttons>
    </>
  );
}

function Move(props: {
  readonly label: string;
  readonly value: string;
  readonly hidden: boolean;
  readonly second?: boolean;
}): ReactElement {
  return (
    <button
      type="submit"
      className={props.second === true ? 'button button-secondary' : 'button'}
      name="then"
      value={props.value}
      hidden={props.hidden}
    >
      {props.label}
    </button>
  );
}

function Elsewhere({ frame, model }: Pick<SittingPageProps, 'frame' | 'model'>): ReactElement {
  const here = addressWith(`/sitting/${model.sitting}`, frame.display, { at: String(model.place) });
  return (
    <Notice title={words.elsewhere.title} news>
      <p>{words.elsewhere.text}</p>
      <p>
        <LinkButton href={here} label={words.elsewhere.here} />
      </p>
    </Notice>
  );
}

/** Pieces the script copies, so that what it draws is what the server draws. Nothing here is shown. */
function ForTheScript(props: Pick<SittingPageProps, 'frame' | 'model' | 'review'>): ReactElement {
  const { frame, model, review } = props;
  const choice = { value: '', label: '' };
  return (
    <>
      <template id="one-choice">
        <ChoiceRow kind="radio" id="" name="option" choice={choice} chosen={false} />
      </template>
      <template id="review">
        <h1 tabIndex={-1}>{words.review.title}</h1>
        <p>
          <button type="button" className="link-like" data-place={model.place}>
            {words.review.back}
          </button>
        </p>
        <QuestionList frame={frame} model={review} />
      </template>
      <template id="elsewhere">
        <Elsewhere frame={frame} model={model} />
      </template>
      <template id="paused">
        <Notice title={words.paused.title} news>
          <p>{words.paused.text}</p>
        </Notice>
      </template>
      <template id="time-up">
        <Notice title={words.timeUp.title} news>
          <p>{words.timeUp.text}</p>
        </Notice>
      </template>
      <template id="signed-out">
        <a href="/sign-in" target="_blank" rel="noreferrer">
          {words.signIn}
        </a>
      </template>
    </>
  );
}

/** Paused, or out of time, for browsers without scripts. */
export function SittingStopsPage(props: {
  readonly frame: Frame;
  readonly sitting: string;
  readonly why: 'paused' | 'time-is-up';
}): ReactElement {
  const { frame, sitting, why } = props;
  const text = why === 'paused' ? words.paused : words.timeUp;
  return (
    <PageFrame frame={frame} title={text.title} quiet unlisted>
      <h1>{text.title}</h1>
      <p>{why === 'paused' ? words.paused.textPlain : text.text}</p>
      <p>
        {why === 'paused' ? (
          <a href={addressWith(`/sitting/${sitting}`, frame.display)}>{words.paused.again}</a>
        ) : (
          <a href={`/results/${sitting}`}>{words.timeUp.result}</a>
        )}
      </p>
    </PageFrame>
  );
}
