/** The fairness page: what was found, then each measure with its numbers, then how it is measured. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import type { ReleaseProof } from '../../../fairness/disclosure/released-outcomes.ts';
import { type CivilDate, inWords } from '../../../kernel/dates/civil-date.ts';
import { Button } from '../../parts/button/button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { dimensions, fairness } from '../../words/fairness.ts';
import { DecidersSection } from './deciders-section.tsx';
import { count, percent } from './figures.ts';
import { foundIn } from './found.ts';
import { ItemsSection } from './items-section.tsx';
import { OutcomesSection } from './outcomes-section.tsx';
import { type Choice, type FairnessFigures, type FairnessFilter, namedDeciders } from './view.ts';
import { WaitingSection } from './waiting-section.tsx';

export function FairnessPage(props: {
  readonly frame: Frame;
  readonly filter: FairnessFilter;
  /** False where no question about people is on record. */
  readonly asked: boolean;
  /** The newest release; undefined before the first. */
  readonly release:
    | { readonly number: number; readonly countedUntil: CivilDate; readonly proof: ReleaseProof }
    | undefined;
  readonly nextOn: CivilDate;
  readonly figures: FairnessFigures | undefined;
}): ReactElement {
  const { frame, filter, figures, release } = props;
  const chosen = filter.programs.find(({ value }) => value === filter.program)?.label;
  const programName = filter.program === '' ? undefined : chosen;
  return (
    <PageFrame frame={frame} title={fairness.title} wide unlisted>
      <div className="fairness">
        <h1>{fairness.title}</h1>
        <p className="lead">{fairness.intro}</p>
        {props.asked ? null : (
          <p>
            {`${fairness.notAsked} `}
            <a href="/desk/dimensions">{fairness.toDimensions}</a>
          </p>
        )}
        {props.asked && release === undefined ? <p>{fairness.notReleased}</p> : null}
        {figures === undefined || release === undefined ? null : (
          <>
            <Filter filter={filter} />
            <p className="figures-note">
              {fairness.counted(
                String(release.number),
                inWords(release.countedUntil),
                inWords(props.nextOn),
              )}
            </p>
            <p className="figures-note">
              {fairness.proved(
                count(release.proof.withheld),
                count(release.proof.numbers),
                count(release.proof.viewers),
              )}
            </p>
            <Measured figures={figures} programName={programName} />
          </>
        )}
        <Method director={frame.viewer?.role === 'director'} />
      </div>
    </PageFrame>
  );
}

function Measured(props: {
  readonly figures: FairnessFigures;
  readonly programName: string | undefined;
}): ReactElement {
  const { figures, programName } = props;
  const { groups, eligibility, waiting, passes, items } = figures;
  return (
    <>
      <Found sentences={foundIn(figures, programName)} />
      <Response eligibility={eligibility.value} passes={passes.value} />
      <WaitingSection
        groups={groups}
        measured={waiting.value}
        horizonDays={figures.horizonDays}
        standardDays={figures.standardDays}
      />
      <OutcomesSection id="eligibility" groups={groups} measured={eligibility.value} />
      <OutcomesSection id="passes" groups={groups} measured={passes.value} />
      <ItemsSection groups={groups} forms={items?.value ?? []} programName={programName} />
      <DecidersSection deciders={namedDeciders(figures, fairness.deciders.numbered)} />
    </>
  );
}

function Filter({ filter }: { readonly filter: FairnessFilter }): ReactElement {
  return (
    <search>
      <form method="get" action="/desk/fairness" className="fairness-filter">
        <Chooser
          name="dimension"
          label={fairness.filter.dimension}
          value={filter.dimension}
          options={filter.dimensions}
        />
        <Chooser
          name="program"
          label={fairness.filter.program}
          value={filter.program}
          options={[{ value: '', label: fairness.filter.allPrograms }, ...filter.programs]}
        />
        <Button label={fairness.filter.show} look="secondary" />
      </form>
    </search>
  );
}

/** A select without an empty first line: something is always chosen here. */
function Chooser(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Choice[];
}): ReactElement {
  return (
    <div className="field">
      <label className="field-label" htmlFor={props.name}>
        {props.label}
      </label>
      <select
        className="box box-medium"
        id={props.name}
        name={props.name}
        defaultValue={props.value}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Found({ sentences }: { readonly sentences: readonly string[] }): ReactElement {
  return (
    <section aria-labelledby="found-heading">
      <h2 id="found-heading">{fairness.foundTitle}</h2>
      {sentences.length === 0 ? (
        <p>{fairness.found.nothing}</p>
      ) : (
        <ul className="found-list">
          {sentences.map((sentence) => (
            <li key={sentence}>
              <Verdict kind="disparity" />
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Response(props: {
  readonly eligibility: MeasuredOutcomes;
  readonly passes: MeasuredOutcomes;
}): ReactElement {
  const lines = [
    { of: 'decisions', ...props.eligibility, say: fairness.response },
    { of: 'exams', ...props.passes, say: fairness.responseExams },
  ];
  return (
    <section aria-labelledby="response-heading">
      <h2 id="response-heading">{fairness.responseTitle}</h2>
      {lines.map(({ of, response, say }) => (
        <p key={of}>
          {response === WITHHELD
            ? fairness.responseWithheld
            : say(
                response.atLeast ? fairness.atLeast(response.told) : count(response.told),
                response.all,
                percent(response.told / response.all),
              )}
        </p>
      ))}
    </section>
  );
}

function Method({ director }: { readonly director: boolean }): ReactElement {
  return (
    <section aria-labelledby="method-heading">
      <h2 id="method-heading">{fairness.methodTitle}</h2>
      <ul>
        {fairness.method.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {director ? (
        <p>
          <a href="/desk/dimensions">{dimensions.title}</a>
        </p>
      ) : null}
    </section>
  );
}
