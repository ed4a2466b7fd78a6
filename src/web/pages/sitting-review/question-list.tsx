/** All questions of an exam with what was done at each, in words, and the form that hands in. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { exam } from '../../words/exam.ts';
import { addressWith } from '../sitting/display-address.ts';

const words = exam.review;

export interface ReviewModel {
  readonly sitting: string;
  readonly epoch: number;
  readonly questions: readonly {
    readonly place: number;
    readonly answered: boolean;
    readonly flagged: boolean;
  }[];
}

export function QuestionList(props: {
  readonly frame: Frame;
  readonly model: ReviewModel;
}): ReactElement {
  const { frame, model } = props;
  const answered = model.questions.filter((question) => question.answered).length;
  const left = model.questions.length - answered;
  const at = (place: number) =>
    addressWith(`/sitting/${model.sitting}/item/${place}`, frame.display, {
      e: String(model.epoch),
    });
  return (
    <>
      <p id="review-tally">{words.tally(answered, model.questions.length)}</p>
      <p id="review-left" hidden={left === 0}>
        {left === 0 ? '' : words.unanswered(left)}
      </p>
      <h2>{words.list}</h2>
      <ol className="question-list" id="review-list">
        {model.questions.map((question) => (
          <li key={question.place}>
            <a href={at(question.place)} data-place={question.place}>
              <span className="question-place figures">{words.place(question.place)}</span>{' '}
              <span className="question-state">
                {question.answered ? words.answered : words.noAnswer}
              </span>{' '}
              <span className="question-flag">{question.flagged ? words.flagged : ''}</span>
            </a>
          </li>
        ))}
      </ol>
      <h2>{words.handInTitle}</h2>
      <p>{words.handInText}</p>
      <p className="review-waiting" id="review-waiting" role="status" />
      <PostForm frame={frame} action={`/sitting/${model.sitting}/submit`} name={words.handInTitle}>
        <Button label={words.handIn} />
      </PostForm>
    </>
  );
}
