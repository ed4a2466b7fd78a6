/** `/desk/dilemmas`: the cases of a program, and the form to write one or write one anew. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { dilemmas } from '../../words/dilemmas.ts';

const words = dilemmas.desk;

export interface TypedCase {
  readonly title: string;
  readonly situation: string;
  readonly provisions: string;
  /** One entry for each way the form offers; the first two have to be filled in. */
  readonly ways: readonly {
    readonly id: string;
    readonly text: string;
    readonly says: string;
    readonly provisions: string;
  }[];
}

export interface DeskDilemmasPageProps {
  readonly frame: Frame;
  readonly programs: readonly { readonly value: string; readonly label: string }[];
  readonly program: { readonly id: string; readonly name: string };
  readonly cases: readonly {
    readonly slug: string;
    readonly title: string;
    readonly provisions: string;
    readonly ours: boolean;
  }[];
  /** The case that is written anew; undefined for a new one. */
  readonly rewriting: { readonly slug: string; readonly title: string } | undefined;
  readonly typed: TypedCase;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function DeskDilemmasPage(props: DeskDilemmasPageProps): ReactElement {
  const { frame, mistakes, news, program, programs } = props;
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
      <form method="get" action="/desk/dilemmas">
        <Select
          name="program"
          label={words.chooseProgram}
          options={programs}
          value={program.id}
          optional="unsaid"
        />
        <Button label={words.show} look="secondary" />
      </form>
      <Cases {...props} />
      <Write {...props} />
    </PageFrame>
  );
}

function Cases({ frame, program, cases }: DeskDilemmasPageProps): ReactElement {
  const { columns } = words;
  return (
    <>
      <h2>{words.listed(program.name)}</h2>
      {cases.length === 0 ? (
        <p>{dilemmas.none}</p>
      ) : (
        <DataTable
          caption={words.listed(program.name)}
          captionHidden
          columns={[
            { label: columns.title },
            { label: columns.about },
            { label: columns.from },
            { label: columns.does },
          ]}
          rows={cases.map(({ slug, title, provisions, ours }) => ({
            key: slug,
            cells: [
              <a key="title" href={`/programs/${program.id}/dilemmas/${slug}`}>
                {title}
              </a>,
              provisions,
              ours ? words.fromBody : words.fromProgram,
              <div key="does" className="case-acts">
                <a href={`/desk/dilemmas?program=${program.id}&case=${slug}#write`}>
                  {words.rewrite}
                  <span className="only-heard">{` ${title}`}</span>
                </a>
                <PostForm
                  frame={frame}
                  action="/desk/dilemmas/take-down"
                  hidden={{ for: program.id, slug }}
                  name={`${words.takeDown}: ${title}`}
                >
                  <Button label={words.takeDown} look="link" heardAlso={title} />
                </PostForm>
              </div>,
            ],
          }))}
        />
      )}
    </>
  );
}

function Write(props: DeskDilemmasPageProps): ReactElement {
  const { frame, program, rewriting, typed, mistakes } = props;
  const title = rewriting === undefined ? words.writeTitle : words.rewriteTitle(rewriting.title);
  return (
    <section aria-labelledby="write">
      <h2 id="write">{title}</h2>
      {rewriting === undefined ? null : (
        <p>
          <a href={`/desk/dilemmas?program=${program.id}`}>{words.writeNew}</a>
        </p>
      )}
      <PostForm
        frame={frame}
        action="/desk/dilemmas"
        name={title}
        hidden={{ for: program.id, slug: rewriting?.slug ?? '' }}
      >
        <TextField
          name="title"
          label={words.caseTitle}
          value={typed.title}
          error={errorFor(mistakes, 'title')}
        />
        <TextArea
          name="situation"
          label={words.situation}
          hint={words.situationHint}
          value={typed.situation}
          rows={10}
          error={errorFor(mistakes, 'situation')}
        />
        <TextField
          name="provisions"
          label={words.provisions}
          hint={words.provisionsHint}
          value={typed.provisions}
          width="medium"
          error={errorFor(mistakes, 'provisions')}
        />
        {typed.ways.map((way, place) => (
          <Way key={way.id} way={way} place={place + 1} mistakes={mistakes} />
        ))}
        <Button label={words.write} />
      </PostForm>
    </section>
  );
}

const MUST_BE_THERE = 2;

function Way(props: {
  readonly way: TypedCase['ways'][number];
  readonly place: number;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { way, place, mistakes } = props;
  const optional = place > MUST_BE_THERE;
  const field = (part: string): string => `${part}-${way.id}`;
  const error = (part: string): string | undefined => errorFor(mistakes, field(part));
  return (
    <fieldset className="fieldset">
      <legend className="field-label">{words.wayTitle(place)}</legend>
      {optional ? <p className="soft small">{words.wayOptional}</p> : null}
      <TextField
        name={field('option')}
        label={words.option(place)}
        value={way.text}
        optional={optional ? 'unsaid' : undefined}
        error={error('option')}
      />
      <TextArea
        name={field('says')}
        label={words.says(place)}
        value={way.says}
        rows={4}
        optional={optional ? 'unsaid' : undefined}
        error={error('says')}
      />
      <TextField
        name={field('provisions')}
        label={words.optionProvisions(place)}
        value={way.provisions}
        width="medium"
        optional={optional ? 'unsaid' : undefined}
        error={error('provisions')}
      />
    </fieldset>
  );
}
