/**
 * `/desk/board/rules`: a proposed change of a program's rules, tried on past decisions. First what came of the last one
 * asked, as the gate lets it through; then the form; then all that were asked. It works without a script.
 */
import type { ReactElement } from 'react';
import type { CivilDate } from '../../../kernel/dates/civil-date.ts';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { Select } from '../../parts/select/select.tsx';
import { board } from '../../words/board.ts';
import { rulePreview as words } from '../../words/rules.ts';
import { PreviewResult, type PreviewShown } from './preview-result.tsx';

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface AskForm {
  readonly program: Choice;
  readonly criteria: readonly Choice[];
  readonly dimensions: readonly Choice[];
  /** The expression in words, one line a step. */
  readonly follows: readonly string[];
  readonly typed: {
    readonly kind: string;
    readonly criterion: string;
    readonly other: string;
    readonly dimension: string;
  };
}

export interface RulePreviewPageProps {
  readonly frame: Frame;
  readonly shown: PreviewShown | undefined;
  readonly asked: readonly {
    readonly number: number;
    readonly program: string;
    readonly change: string;
    readonly dimension: string;
    readonly release: number;
    readonly countedUntil: CivilDate;
  }[];
  /** Undefined for readers who ask nothing. */
  readonly programs: readonly Choice[] | undefined;
  readonly form: AskForm | undefined;
  readonly mistakes: readonly FieldMistake[];
}

export function RulePreviewPage(props: RulePreviewPageProps): ReactElement {
  const { frame, mistakes, shown, asked, programs, form } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/board', label: board.overseersTitle }] }}
      wide
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.intro}</p>
      <p>{words.limits}</p>
      {shown === undefined ? null : <PreviewResult shown={shown} />}
      {programs === undefined ? null : <ChooseProgram {...props} programs={programs} />}
      {form === undefined ? null : <Ask {...props} form={form} />}
      <h2>{words.earlierTitle}</h2>
      {asked.length === 0 ? (
        <p>{words.earlierNone}</p>
      ) : (
        <DataTable
          caption={words.earlier}
          columns={[
            { label: words.number },
            { label: words.change },
            { label: words.program },
            { label: words.by },
            { label: words.release, figures: true },
          ]}
          rows={asked.map((one) => ({
            key: String(one.number),
            cells: [
              <a key="link" href={`/desk/board/rules?preview=${one.number}`}>
                {words.open(one.number)}
              </a>,
              one.change,
              one.program,
              one.dimension,
              String(one.release),
            ],
          }))}
        />
      )}
    </PageFrame>
  );
}

function ChooseProgram({
  programs,
  form,
}: RulePreviewPageProps & { readonly programs: readonly Choice[] }): ReactElement {
  return (
    <>
      <h2>{words.programTitle}</h2>
      <form method="get" action="/desk/board/rules">
        <Select
          name="program"
          label={words.program}
          options={programs}
          empty={words.choose}
          value={form?.program.value}
        />
        <Button label={words.toCriteria} look="secondary" />
      </form>
    </>
  );
}

function Ask({
  frame,
  mistakes,
  form,
}: RulePreviewPageProps & { readonly form: AskForm }): ReactElement {
  const { program, criteria, dimensions, follows, typed } = form;
  const error = (name: string): string | undefined => errorFor(mistakes, name);
  const title = words.askTitle(program.label);
  return (
    <>
      <h2>{title}</h2>
      <p>{words.nowHolds}</p>
      <ul>
        {follows.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="small soft">{words.cannot}</p>
      <PostForm
        frame={frame}
        action="/desk/board/rules"
        name={title}
        hidden={{ for: program.value }}
      >
        <RadioGroup
          name="kind"
          label={words.kind}
          choices={(['drop', 'either'] as const).map((value) => ({ value, ...words.kinds[value] }))}
          value={typed.kind}
          error={error('kind')}
        />
        <Select
          name="criterion"
          label={words.criterion}
          options={criteria}
          empty={words.chooseOne}
          value={typed.criterion}
          error={error('criterion')}
        />
        <Select
          name="other"
          label={words.other}
          hint={words.otherHint}
          options={criteria}
          empty={words.chooseOne}
          value={typed.other}
          error={error('other')}
          optional
        />
        <Select
          name="dimension"
          label={words.dimension}
          hint={words.dimensionHint}
          options={dimensions}
          empty={words.chooseOne}
          value={typed.dimension}
          error={error('dimension')}
        />
        <p className="small soft">{words.asked}</p>
        <Button label={words.ask} />
      </PostForm>
    </>
  );
}
