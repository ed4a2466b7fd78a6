/** `/desk/outreach`: whom the board goes to, by what means, what each outreach brought, and the form that plans one. */
import type { ReactElement } from 'react';
import { MEANS } from '../../../casework/finding/outreach.ts';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import { type CivilDate, inWords, inWordsShort } from '../../../kernel/dates/civil-date.ts';
import type { OutreachFunnel } from '../../../workflow/measure/measure-outreach.ts';
import type { OutreachRow } from '../../../workflow/ports/finding-records.ts';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DateField, type TypedDate } from '../../parts/date-field/date-field.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { board, finding as findingWords, outreach as words } from '../../words/board.ts';
import { programLabel } from '../finding/sentence.ts';

export interface OutreachShown extends OutreachRow {
  readonly plannedByName: string | undefined;
  /** The label of the finding it answers to, where the reader may see it. */
  readonly findingLabel: string | undefined;
  readonly funnel: OutreachFunnel | undefined;
}

export interface TypedOutreach {
  readonly program: string;
  readonly target: string;
  readonly means: string;
  readonly how: string;
  readonly code: string;
  readonly from: TypedDate;
  readonly until: TypedDate;
}

export interface OutreachPageProps {
  readonly frame: Frame;
  /** Where this service is reached, without a final slash: for the link to hand out. */
  readonly origin: string;
  readonly outreach: readonly OutreachShown[];
  readonly countedUntil: CivilDate;
  /** Undefined for readers who plan nothing. */
  readonly plan:
    | {
        readonly programs: readonly { readonly value: string; readonly label: string }[];
        readonly finding: { readonly id: string; readonly label: string } | undefined;
        readonly typed: TypedOutreach;
      }
    | undefined;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function OutreachPage(props: OutreachPageProps): ReactElement {
  const { frame, mistakes, news, outreach, plan } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/board', label: board.overseersTitle }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.intro}</p>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {outreach.length === 0 ? <p>{words.none}</p> : null}
      {outreach.map((one) => (
        <One key={one.id} one={one} origin={props.origin} />
      ))}
      {outreach.length === 0 ? null : (
        <p className="small soft">{words.counted(inWords(props.countedUntil))}</p>
      )}
      {plan === undefined ? null : <PlanForm {...props} plan={plan} />}
    </PageFrame>
  );
}

function One(props: { readonly one: OutreachShown; readonly origin: string }): ReactElement {
  const { one, origin } = props;
  return (
    <section className="outreach" id={one.id} aria-labelledby={`${one.id}-title`}>
      <h2 id={`${one.id}-title`} dir="auto">
        {one.target}
      </h2>
      <DescriptionList
        items={[
          { term: words.meansLabel, value: words.means[one.means] },
          {
            term: words.how,
            value: (
              <div className="typed-text" dir="auto">
                {one.how}
              </div>
            ),
          },
          { term: words.program, value: programLabel(one.program) },
          {
            term: words.runs,
            value: words.fromTo(inWordsShort(one.from), inWordsShort(one.until)),
          },
          {
            term: words.link,
            value: <code className="outreach-link">{`${origin}/apply?from=${one.code}`}</code>,
          },
          { term: words.planned, value: one.plannedByName ?? findingWords.someone },
          ...(one.finding === undefined || one.findingLabel === undefined
            ? []
            : [
                {
                  term: words.finding,
                  value: <a href={`/desk/findings/${one.finding}`}>{one.findingLabel}</a>,
                },
              ]),
        ]}
      />
      <DataTable
        caption={words.brought(one.target)}
        columns={[{ label: words.step }, { label: words.people, figures: true }]}
        rows={(one.funnel?.value ?? []).map(({ step, atLeast }) => ({
          key: step,
          cells: [
            words.steps[step],
            atLeast === WITHHELD ? <Withheld key="people" /> : words.atLeast(atLeast),
          ],
        }))}
      />
    </section>
  );
}

function PlanForm({
  frame,
  mistakes,
  plan,
}: OutreachPageProps & { readonly plan: NonNullable<OutreachPageProps['plan']> }): ReactElement {
  const { typed, programs, finding } = plan;
  const error = (name: string): string | undefined => errorFor(mistakes, name);
  return (
    <>
      <h2>{words.planTitle}</h2>
      {finding === undefined ? null : <p>{words.planFor(finding.label)}</p>}
      <PostForm
        frame={frame}
        action="/desk/outreach"
        name={words.planTitle}
        hidden={{ finding: finding?.id ?? '' }}
      >
        <TextField
          name="target"
          label={words.target}
          hint={words.targetHint}
          value={typed.target}
          error={error('target')}
        />
        <Select
          name="program"
          label={words.program}
          options={programs}
          empty={words.choose}
          value={typed.program}
          error={error('program')}
        />
        <RadioGroup
          name="means"
          label={words.meansLabel}
          choices={MEANS.map((value) => ({ value, label: words.means[value] }))}
          value={typed.means}
          error={error('means')}
        />
        <TextArea
          name="how"
          label={words.how}
          hint={words.howHint}
          rows={3}
          value={typed.how}
          error={error('how')}
        />
        <TextField
          name="code"
          label={words.code}
          hint={words.codeHint}
          value={typed.code}
          width="medium"
          autoComplete="off"
          error={error('code')}
        />
        <DateField name="from" label={words.from} value={typed.from} error={error('from')} />
        <DateField name="until" label={words.until} value={typed.until} error={error('until')} />
        <Button label={words.plan} />
      </PostForm>
    </>
  );
}
