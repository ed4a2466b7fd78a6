/** The clerk's page: documents and claims on one side of the wall, the facts that may cross it in the form below. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { en } from '../../words/en.ts';
import { names } from '../../words/names.ts';
import { PromisedDate } from '../queue/promised-date.tsx';
import { type CriterionFacts, FactsForm } from './facts-form.tsx';

const desk = en.desk;
const words = desk.records;
const nameWords = names.desk;

export interface SentDocument {
  readonly href: string;
  /** The criterion or request it supports, by its title. */
  readonly about: string;
  readonly kind: keyof typeof words.files;
  readonly kilobytes: number;
}

export interface RecordsMatterProps {
  readonly frame: Frame;
  readonly action: string;
  readonly label: string;
  readonly version: number;
  readonly promised: string;
  readonly daysLate: number;
  readonly kind: keyof typeof desk.kinds;
  readonly program: string;
  readonly person: {
    readonly name: string;
    /** Undefined until the clerk has said what for. */
    readonly former: readonly string[] | undefined;
  };
  /** What the clerk wrote that they need former names for, where it was not enough. */
  readonly purpose?: string;
  readonly documents: readonly SentDocument[];
  readonly said: readonly { readonly term: string; readonly value: string }[];
  readonly supervisors: readonly SupervisorAnswers[];
  readonly criteria: readonly CriterionFacts[];
  readonly statement: { readonly original: string; readonly value: string } | undefined;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
  readonly open: boolean;
}

export interface SupervisorAnswers {
  readonly name: string;
  /** The titles of what was asked about. */
  readonly about: string;
  /** Empty while the supervisor has not answered. */
  readonly answers: readonly { readonly term: string; readonly value: string }[];
}

export function RecordsMatterPage(props: RecordsMatterProps): ReactElement {
  const title = words.matterTitle(props.label);
  return (
    <PageFrame
      frame={props.frame}
      title={title}
      mistakes={props.mistakes.length}
      trail={{ above: [{ href: '/desk/records', label: words.title }] }}
      wide
      unlisted
    >
      <ErrorSummary mistakes={props.mistakes} />
      <h1>{title}</h1>
      {props.news === undefined ? null : (
        <Notice news>
          <p>{props.news}</p>
        </Notice>
      )}
      {props.open ? null : (
        <Notice>
          <p>{words.closed}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          {
            term: desk.promised,
            value: <PromisedDate promised={props.promised} daysLate={props.daysLate} />,
          },
          { term: desk.kind, value: `${desk.kinds[props.kind]}, ${props.program}` },
          { term: words.person, value: <bdi>{props.person.name}</bdi> },
          ...(props.person.former === undefined
            ? []
            : [{ term: words.former, value: <Names names={props.person.former} /> }]),
        ]}
      />
      <div className="records-sources">
        <div>
          <h2>{words.documents}</h2>
          <Documents documents={props.documents} />
          <Supervisors supervisors={props.supervisors} />
        </div>
        {props.said.length === 0 ? null : (
          <div>
            <h2>{words.said}</h2>
            <DescriptionList
              items={props.said.map((row) => ({ term: row.term, value: <bdi>{row.value}</bdi> }))}
            />
          </div>
        )}
      </div>
      {props.open && props.person.former === undefined ? <AskFormer {...props} /> : null}
      <FactsForm {...props} />
    </PageFrame>
  );
}

/** Nobody reads a former name without saying what for. */
function AskFormer({ frame, action, purpose, mistakes }: RecordsMatterProps): ReactElement {
  return (
    <>
      <h2>{words.former}</h2>
      <p>{nameWords.why}</p>
      <PostForm frame={frame} action={`${action}/former-names`}>
        <TextField
          name="purpose"
          label={nameWords.purpose}
          hint={nameWords.purposeHint}
          value={purpose}
          error={errorFor(mistakes, 'purpose')}
        />
        <Buttons>
          <Button label={nameWords.button} look="secondary" />
        </Buttons>
      </PostForm>
    </>
  );
}

function Names({ names }: { readonly names: readonly string[] }): ReactElement {
  return names.length === 0 ? (
    <p>{nameWords.none}</p>
  ) : (
    <ul className="records-names">
      {names.map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Each opens in a tab of its own, so that what is typed below stays where it is. */
function Documents({ documents }: Pick<RecordsMatterProps, 'documents'>): ReactElement {
  if (documents.length === 0) {
    return <p>{words.noDocuments}</p>;
  }
  return (
    <ul className="records-documents">
      {documents.map((document, place) => (
        <li key={document.href}>
          <a href={document.href} target="_blank" rel="noreferrer">
            {words.document(place + 1)}
            <span className="only-heard">{` ${words.newTab}`}</span>
          </a>{' '}
          {document.about}{' '}
          <span className="soft small">
            {`${words.files[document.kind]}, ${words.size(document.kilobytes)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Supervisors({
  supervisors,
}: Pick<RecordsMatterProps, 'supervisors'>): ReactElement | null {
  if (supervisors.length === 0) {
    return null;
  }
  return (
    <>
      <h2>{words.supervisors}</h2>
      {supervisors.map((supervisor) => (
        <section key={`${supervisor.name} ${supervisor.about}`} className="records-supervisor">
          <h3>
            <bdi>{supervisor.name}</bdi>
          </h3>
          <p className="small">{supervisor.about}</p>
          {supervisor.answers.length === 0 ? (
            <p>{words.supervisorWaits}</p>
          ) : (
            <DescriptionList
              items={supervisor.answers.map(({ term, value }) => ({
                term,
                value: <bdi>{value}</bdi>,
              }))}
            />
          )}
        </section>
      ))}
    </>
  );
}
