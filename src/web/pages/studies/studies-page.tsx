/** `/desk/studies`: the job analyses of the body, and the form that publishes one. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DateField, type TypedDate } from '../../parts/date-field/date-field.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { NumberField } from '../../parts/number-field/number-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { studies as words } from '../../words/studies.ts';

export interface StudyListed {
  readonly id: string;
  readonly title: string;
  readonly program: string;
  readonly closes: string;
  readonly asked: number;
  readonly answered: number;
}

export interface StudiesPageProps {
  readonly frame: Frame;
  readonly studies: readonly StudyListed[];
  /** Undefined for readers who publish nothing. */
  readonly form:
    | {
        readonly programs: readonly { readonly value: string; readonly label: string }[];
        readonly typed: (field: string) => string;
        readonly closes: TypedDate;
      }
    | undefined;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function StudiesPage(props: StudiesPageProps): ReactElement {
  const { frame, studies, mistakes, news } = props;
  const { columns } = words;
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {studies.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          caption={words.title}
          captionHidden
          columns={[
            { label: columns.title },
            { label: columns.program },
            { label: columns.closes },
            { label: columns.heard },
          ]}
          rows={studies.map((one) => ({
            key: one.id,
            cells: [
              <a key="title" href={`/desk/studies/${one.id}`} dir="auto">
                {one.title}
              </a>,
              one.program,
              one.closes,
              words.heard(one.answered, one.asked),
            ],
          }))}
        />
      )}
      <Publish {...props} />
    </PageFrame>
  );
}

function Publish({ frame, form, mistakes }: StudiesPageProps): ReactElement | null {
  if (form === undefined) {
    return null;
  }
  const field = (name: string) => ({
    ...{ name, value: form.typed(name), error: errorFor(mistakes, name) },
  });
  return (
    <>
      <h2>{words.publishTitle}</h2>
      <p>{words.publishLead}</p>
      <PostForm frame={frame} action="/desk/studies" name={words.publishTitle} files>
        <Select {...field('program')} label={words.program} options={form.programs} />
        <TextField {...field('title')} label={words.studyTitle} />
        <FileField
          name="tasks"
          label={words.tasks}
          hint={words.tasksHint}
          accept=".csv,.tsv,.txt,.xlsx"
          error={errorFor(mistakes, 'tasks')}
        />
        <FileField
          name="population"
          label={words.population}
          hint={words.populationHint}
          accept=".csv,.tsv,.txt,.xlsx"
          optional
          error={errorFor(mistakes, 'population')}
        />
        <NumberField {...field('questions')} label={words.questions} />
        <NumberField {...field('sample')} label={words.sample} hint={words.sampleHint} optional />
        <DateField
          name="closes"
          label={words.closes}
          value={form.closes}
          error={errorFor(mistakes, 'closes')}
        />
        <Button label={words.publish} />
      </PostForm>
    </>
  );
}
