/** `/desk/depictions`: whom and which settings the items of each form show, beside those who are served. */
import type { ReactElement } from 'react';
import { inWordsShort } from '../../../kernel/dates/civil-date.ts';
import type { Depicted } from '../../../psychometrics/depictions/depictions.ts';
import { likenessOf, neverShown } from '../../../reporting/depiction-report/depiction-report.ts';
import type { FormShown, ProgramDepicted } from '../../../workflow/depictions/read-depictions.ts';
import { Button } from '../../parts/button/button.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { FileField } from '../../parts/file-field/file-field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { depictions as words } from '../../words/depictions.ts';
import { SharePairs } from './share-pairs.tsx';

export interface DepictionsPageProps {
  readonly frame: Frame;
  readonly programs: readonly (ProgramDepicted & { readonly name: string })[];
  /** Undefined for readers who record nothing. */
  readonly form:
    | { readonly key: string; readonly program: string; readonly source: string }
    | undefined;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function DepictionsPage(props: DepictionsPageProps): ReactElement {
  const { frame, programs, form, mistakes, news } = props;
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
      <p>{words.limits}</p>
      {programs.map((one) => (
        <Program key={one.program} one={one} />
      ))}
      {form === undefined ? null : <Keep {...props} form={form} />}
    </PageFrame>
  );
}

function Program({ one }: { readonly one: DepictionsPageProps['programs'][number] }): ReactElement {
  const { program, name, recorded, forms } = one;
  return (
    <section id={program} aria-labelledby={`${program}-title`}>
      <h2 id={`${program}-title`}>{name}</h2>
      <p>
        {forms.length === 0
          ? words.noForm
          : recorded === undefined
            ? words.none
            : words.recorded(inWordsShort(recorded.on), recorded.source)}
      </p>
      {recorded === undefined ? null : forms.map((form) => <Form key={form.form} form={form} />)}
    </section>
  );
}

function Form({ form }: { readonly form: FormShown }): ReactElement {
  const { missing, depicted } = form;
  return (
    <>
      <h3>{words.form(form.form, form.items)}</h3>
      {missing.length === 0 ? null : <p>{words.missing(missing.join(', '), missing.length)}</p>}
      {depicted.map((one) => (
        <SharePairs
          key={one.variable}
          id={`${form.form}-${one.variable}`.replaceAll(/[^\w-]/g, '-')}
          title={titleOf(one)}
          one={one}
        />
      ))}
    </>
  );
}

function titleOf(one: Depicted): string {
  const names = neverShown(one).map(({ name }) => name);
  return words.headings[likenessOf(one)](one.variable, names.join(', '));
}

function Keep(props: DepictionsPageProps & { readonly form: object }): ReactElement {
  const { frame, programs, form, mistakes } = props;
  return (
    <>
      <h2>{words.keepTitle}</h2>
      <p>{words.keepLead}</p>
      <PostForm
        frame={frame}
        action="/desk/depictions"
        name={words.keepTitle}
        hidden={{ key: form?.key ?? '' }}
        files
      >
        <Select
          name="program"
          label={words.program}
          options={programs.map(({ program, name }) => ({ value: program, label: name }))}
          value={form?.program ?? ''}
          error={errorFor(mistakes, 'program')}
        />
        <FileField
          name="served"
          label={words.served}
          hint={words.servedHint}
          accept=".csv,.tsv,.txt,.xlsx"
          error={errorFor(mistakes, 'served')}
        />
        <FileField
          name="items"
          label={words.items}
          hint={words.itemsHint}
          accept=".csv,.tsv,.txt,.xlsx"
          error={errorFor(mistakes, 'items')}
        />
        <TextField
          name="source"
          label={words.source}
          hint={words.sourceHint}
          value={form?.source ?? ''}
          error={errorFor(mistakes, 'source')}
        />
        <Button label={words.keep} />
      </PostForm>
    </>
  );
}
