/**
 * The form in which a clerk records facts, criterion by criterion. What the person offered nothing for stays folded, so
 * that a long program reads as short as the application in hand.
 */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { en } from '../../words/en.ts';

const words = en.desk.records;

export interface FactRow {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  /** What the application says. */
  readonly stated: string | undefined;
  /** What somebody else recorded after this page was opened, where it differs. */
  readonly meanwhile?: string | undefined;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[] | undefined;
}

export interface CriterionFacts {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly basisName: string;
  readonly basis: string;
  readonly facts: readonly FactRow[];
  readonly documents: readonly { readonly href: string; readonly label: string }[];
  /** False where the person sent and said nothing about it, and nothing is recorded. */
  readonly offered: boolean;
}

interface FactsFormProps {
  readonly frame: Frame;
  readonly action: string;
  readonly version: number;
  readonly criteria: readonly CriterionFacts[];
  readonly statement: { readonly original: string; readonly value: string } | undefined;
  readonly mistakes: readonly FieldMistake[];
  readonly open: boolean;
}

export function FactsForm(props: FactsFormProps): ReactElement {
  if (!props.open) {
    return <RecordedFacts criteria={props.criteria} />;
  }
  return (
    <>
      <h2>{words.facts}</h2>
      <p>{words.factsHint}</p>
      <PostForm frame={props.frame} action={props.action} hidden={{ seen: String(props.version) }}>
        {props.criteria.map((criterion) => (
          <Criterion key={criterion.id} criterion={criterion} mistakes={props.mistakes} />
        ))}
        {props.statement === undefined ? null : (
          <section className="records-criterion">
            <h3>{words.original}</h3>
            <blockquote className="records-original">
              <p dir="auto">{props.statement.original}</p>
            </blockquote>
            <TextArea
              name="statement"
              label={words.statement}
              hint={words.statementHint}
              value={props.statement.value}
              error={errorFor(props.mistakes, 'statement')}
            />
          </section>
        )}
        {/* Saving comes first: the Enter key presses the first button, and must not send anything away. */}
        <Buttons>
          <Button label={words.save} look="secondary" name="step" value="save" />
          <Button label={words.send} name="step" value="send" />
        </Buttons>
      </PostForm>
    </>
  );
}

function Criterion(props: {
  readonly criterion: CriterionFacts;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { criterion, mistakes } = props;
  if (criterion.facts.length === 0) {
    return (
      <section className="records-criterion">
        <h3>{criterion.title}</h3>
        <p>{criterion.rule}</p>
        <p className="soft">{words.nothingToRecord}</p>
      </section>
    );
  }
  const wrong = criterion.facts.some((fact) => errorFor(mistakes, fact.name) !== undefined);
  if (criterion.offered || wrong) {
    return (
      <section className="records-criterion">
        <h3>{criterion.title}</h3>
        <CriterionFields {...props} />
      </section>
    );
  }
  return (
    <details className="records-criterion">
      <summary>{words.notOffered(criterion.title)}</summary>
      <CriterionFields {...props} />
    </details>
  );
}

function CriterionFields(props: {
  readonly criterion: CriterionFacts;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { criterion, mistakes } = props;
  return (
    <>
      <p>{criterion.rule}</p>
      {criterion.documents.length === 0 ? null : (
        <p>
          {criterion.documents.map((document, place) => (
            <span key={document.href}>
              {place === 0 ? null : ', '}
              <a href={document.href} target="_blank" rel="noreferrer">
                {document.label}
                <span className="only-heard">{` ${words.newTab}`}</span>
              </a>
            </span>
          ))}
        </p>
      )}
      <div className="records-facts">
        {criterion.facts.map((fact) => (
          <Fact key={fact.name} fact={fact} error={errorFor(mistakes, fact.name)} />
        ))}
        <Select
          name={criterion.basisName}
          label={words.basis}
          options={Object.entries(words.bases).map(([value, label]) => ({ value, label }))}
          value={criterion.basis}
          error={errorFor(mistakes, criterion.basisName)}
        />
      </div>
    </>
  );
}

function Fact({
  fact,
  error,
}: {
  readonly fact: FactRow;
  readonly error: string | undefined;
}): ReactElement {
  const lines = [
    fact.hint,
    fact.stated === undefined ? undefined : words.stated(fact.stated),
    fact.meanwhile,
  ].filter((line) => line !== undefined);
  const field = {
    name: fact.name,
    label: fact.label,
    value: fact.value,
    error,
    optional: 'unsaid' as const,
    ...(lines.length === 0 ? {} : { hint: <Lines lines={lines} /> }),
  };
  return fact.options === undefined ? (
    <TextField {...field} width="medium" />
  ) : (
    <Select {...field} options={fact.options} empty={words.nothingShows} />
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <>
      {lines.map((line) => (
        <span key={line} className="records-line">
          {line}
        </span>
      ))}
    </>
  );
}

/** What was recorded, to be read: the matter has left the desk. */
function RecordedFacts({ criteria }: Pick<FactsFormProps, 'criteria'>): ReactElement {
  return (
    <>
      <h2>{words.facts}</h2>
      {criteria.map((criterion) => {
        const recorded = criterion.facts.filter((fact) => fact.value !== '');
        return (
          <section key={criterion.id} className="records-criterion">
            <h3>{criterion.title}</h3>
            {recorded.length === 0 ? (
              <p>{en.desk.packet.noFacts}</p>
            ) : (
              <ul>
                {recorded.map((fact) => (
                  <li key={fact.name}>
                    {fact.label}: <strong>{valueShown(fact)}</strong>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </>
  );
}

const valueShown = (fact: FactRow): string =>
  fact.options?.find(({ value }) => value === fact.value)?.label ?? fact.value;
