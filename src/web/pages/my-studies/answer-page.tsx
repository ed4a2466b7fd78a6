/** `/my/studies/…`: one domain a page, each task on three scales; the last page is about oneself. */
import type { ReactElement } from 'react';
import {
  aboutBox,
  boxOf,
  domainsOf,
  POINTS,
  pagesOf,
  ratedTasks,
  SCALES,
  type ScaleName,
  type Study,
  type StudyAnswers,
  type StudyTask,
  tasksOn,
} from '../../../casework/study/study.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { studies } from '../../words/studies.ts';

const words = studies.my;

export interface AnswerPageProps {
  readonly frame: Frame;
  readonly study: Study;
  /** From 1. */
  readonly page: number;
  readonly answers: StudyAnswers;
  readonly mistakes: readonly FieldMistake[];
}

export function AnswerPage(props: AnswerPageProps): ReactElement {
  const { frame, study, page, answers, mistakes } = props;
  const pages = pagesOf(study);
  const isLast = page === pages;
  const heading = isLast ? words.about : (domainsOf(study)[page - 1] ?? '');
  const action = `/my/studies/${study.id}`;
  return (
    <PageFrame
      frame={frame}
      title={heading}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/my/studies', label: words.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1 dir="auto">{heading}</h1>
      <p className="small soft">
        {words.progress(page, pages)}. {words.rated(ratedTasks(answers), study.tasks.length)}.
      </p>
      <p className="lead">{isLast ? words.aboutLead : words.domainLead}</p>
      <PostForm frame={frame} action={action} hidden={{ page: String(page) }}>
        {isLast ? (
          <About {...props} />
        ) : (
          tasksOn(study, page).map((task) => (
            <Task key={task.id} task={task} study={study} answers={answers} />
          ))
        )}
        {isLast ? <p>{words.sendNote}</p> : null}
        <Buttons>
          <Button
            label={isLast ? words.send : words.save}
            name="step"
            value={isLast ? 'send' : 'save'}
          />
        </Buttons>
      </PostForm>
      {page > 1 ? (
        <p>
          <a href={`${action}?page=${page - 1}`}>{words.back}</a>
        </p>
      ) : null}
    </PageFrame>
  );
}

function Task(props: {
  readonly task: StudyTask;
  readonly study: Study;
  readonly answers: StudyAnswers;
}): ReactElement {
  const { task, study, answers } = props;
  const own = answers.ratings[task.id] ?? {};
  const id = `${boxOf(study, task.id, 'frequency')}-task`;
  return (
    <section className="study-task" aria-labelledby={id}>
      <h2 id={id} dir="auto">
        {words.task(task.title, task.id)}
      </h2>
      {SCALES.map((scale) => (
        <Select
          key={scale}
          name={boxOf(study, task.id, scale)}
          label={words.scales[scale]}
          options={choicesOf(scale)}
          empty={words.noAnswer}
          optional
          value={String(own[scale] ?? '')}
        />
      ))}
    </section>
  );
}

const choicesOf = (scale: ScaleName) =>
  POINTS[scale].map((value, place) => ({
    value: String(value),
    label: words.points[scale][place] ?? String(value),
  }));

function About({ study, answers, mistakes }: AnswerPageProps): ReactElement {
  if (study.known.length === 0) {
    return <p>{words.aboutNothing}</p>;
  }
  const fields = study.known.map(({ name, categories }) => (
    <Select
      key={name}
      name={aboutBox(study, name)}
      label={name}
      optional
      options={categories.map((category) => ({ value: category.name, label: category.name }))}
      empty={words.noAnswer}
      value={answers.about[name] ?? ''}
      error={errorFor(mistakes, aboutBox(study, name))}
    />
  ));
  return <div>{fields}</div>;
}
