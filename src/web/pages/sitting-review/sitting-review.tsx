/** The review list as a page of its own, for browsers without scripts; with them it is shown inside the exam's page. */
import type { ReactElement } from 'react';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { exam } from '../../words/exam.ts';
import { addressWith } from '../sitting/display-address.ts';
import { ExamClock, type ExamTime } from '../sitting/exam-clock.tsx';
import { QuestionList, type ReviewModel } from './question-list.tsx';

export function SittingReviewPage(props: {
  readonly frame: Frame;
  readonly model: ReviewModel;
  readonly time: ExamTime;
  /** The question the candidate came from. */
  readonly back: number;
}): ReactElement {
  const { frame, model, time, back } = props;
  return (
    <PageFrame frame={frame} title={exam.review.title} quiet unlisted>
      <div className="player">
        <ExamClock time={time} />
        <h1>{exam.review.title}</h1>
        <p>
          <a
            href={addressWith(`/sitting/${model.sitting}/item/${back}`, frame.display, {
              e: String(model.epoch),
            })}
          >
            {exam.review.back}
          </a>
        </p>
        <QuestionList frame={frame} model={model} />
      </div>
    </PageFrame>
  );
}
