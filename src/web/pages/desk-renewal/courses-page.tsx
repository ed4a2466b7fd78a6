/** `/desk/courses`: courses that nobody approved before, reviewed without seeing whose they are. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { renewal } from '../../words/renewal.ts';

const words = renewal.courses;

export interface CourseShown {
  readonly id: string;
  readonly title: string;
  readonly facts: string;
  readonly typed: { readonly accepted: string; readonly reason: string };
}

export interface CourseAgainShown extends CourseShown {
  readonly first: string;
  readonly said: string;
  readonly promised: string;
}

export interface CoursesPageProps {
  readonly frame: Frame;
  readonly news: string | undefined;
  readonly courses: readonly CourseShown[];
  readonly again: readonly CourseAgainShown[];
  readonly mistakes: readonly FieldMistake[];
}

export function CoursesPage(props: CoursesPageProps): ReactElement {
  const { frame, news, courses, again, mistakes } = props;
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p className="lead">{words.lead}</p>
      {courses.length === 0 ? <p>{words.none}</p> : null}
      {courses.map((course) => (
        <section key={course.id} className="renewal-activity">
          <h2>
            <bdi>{course.title}</bdi>
          </h2>
          <p>{course.facts}</p>
          <AnswerForm {...{ frame, mistakes, course }} action={`/desk/courses/${course.id}`} />
        </section>
      ))}
      {again.length === 0 ? null : (
        <>
          <h2>{words.again}</h2>
          <p>{words.againLead}</p>
        </>
      )}
      {again.map((course) => (
        <section key={course.id} className="renewal-activity">
          <h3>
            <bdi>{course.title}</bdi>
          </h3>
          <p>{course.facts}</p>
          <p className="soft">{course.promised}</p>
          <h4>{words.first}</h4>
          <p>{course.first}</p>
          <h4>{words.theySay}</h4>
          <p>{course.said}</p>
          <AnswerForm
            {...{ frame, mistakes, course }}
            action={`/desk/courses/${course.id}/again`}
          />
        </section>
      ))}
    </PageFrame>
  );
}

function AnswerForm(props: {
  readonly frame: Frame;
  readonly mistakes: readonly FieldMistake[];
  readonly course: CourseShown;
  readonly action: string;
}): ReactElement {
  const { frame, mistakes, action } = props;
  const { id, title, typed } = props.course;
  return (
    <PostForm frame={frame} action={action} name={title}>
      <RadioGroup
        name={`accepted-${id}`}
        label={words.accepted}
        inline
        choices={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        value={typed.accepted}
        error={errorFor(mistakes, `accepted-${id}`)}
      />
      <TextArea
        name={`reason-${id}`}
        label={words.reason}
        rows={2}
        value={typed.reason}
        error={errorFor(mistakes, `reason-${id}`)}
      />
      <Buttons>
        <Button label={words.send} heardAlso={title} />
      </Buttons>
    </PostForm>
  );
}
