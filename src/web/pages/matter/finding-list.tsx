/** Every finding with its rule, its reason and the facts behind it; and how the outcome follows from all of them. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { en } from '../../words/en.ts';

const words = en.candidate.matter;

export interface FactShown {
  readonly label: string;
  readonly value: string;
  readonly basis: 'document' | 'supervisor' | 'stated';
}

export interface FindingShown {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly met: boolean;
  /** Empty where the decider wrote none, which only a criterion that is met may have, and no ground of appeal. */
  readonly reason: string;
  readonly facts: readonly FactShown[];
}

/** One step of the published expression, with what the findings make of it. */
export interface FollowsShown {
  readonly text: string;
  readonly met: boolean;
  readonly of: readonly FollowsShown[];
}

export function FindingList(props: {
  readonly findings: readonly FindingShown[];
  /** Grounds of appeal are found or not found. */
  readonly appeal: boolean;
}): ReactElement {
  return (
    <>
      {props.findings.map((finding) => (
        <section
          key={finding.id}
          className="finding-shown"
          aria-labelledby={`finding-${finding.id}`}
        >
          <h3 id={`finding-${finding.id}`}>{finding.title}</h3>
          <p>
            <MetTag met={finding.met} appeal={props.appeal} />
          </p>
          {finding.reason === '' ? null : (
            <p>
              <strong>{words.reason}:</strong>
              {` ${finding.reason}`}
            </p>
          )}
          <p className="soft">
            {words.rule}
            {`: ${finding.rule}`}
          </p>
          <Facts finding={finding} />
        </section>
      ))}
    </>
  );
}

function MetTag(props: { readonly met: boolean; readonly appeal: boolean }): ReactElement {
  const { met, appeal } = props;
  const [yes, no] = appeal ? [words.found, words.notFound] : [words.met, words.notMet];
  return <StatusTag label={met ? yes : no} tone={met ? 'done' : 'stopped'} />;
}

function Facts({ finding }: { readonly finding: FindingShown }): ReactElement {
  return finding.facts.length === 0 ? (
    <p className="soft">{words.sawNothing}</p>
  ) : (
    <details>
      <summary>{words.facts(finding.title)}</summary>
      <DataTable
        caption={words.facts(finding.title)}
        captionHidden
        columns={[{ label: words.fact }, { label: words.value }, { label: words.basis }]}
        rows={finding.facts.map((fact) => ({
          key: fact.label,
          cells: [fact.label, fact.value, words.bases[fact.basis]],
        }))}
      />
    </details>
  );
}

export function FollowsList(props: {
  readonly of: readonly FollowsShown[];
  readonly appeal: boolean;
}): ReactElement {
  return (
    <ul className="follows">
      {props.of.map((part) => (
        <li key={keyOf(part)}>
          <span className="follows-line">
            {`${part.text} `}
            <MetTag met={part.met} appeal={props.appeal} />
          </span>
          {part.of.length === 0 ? null : <FollowsList of={part.of} appeal={props.appeal} />}
        </li>
      ))}
    </ul>
  );
}

const keyOf = (part: FollowsShown): string =>
  part.of.length === 0 ? part.text : `${part.text} ${part.of.map(keyOf).join(' ')}`;
