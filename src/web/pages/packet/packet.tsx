/**
 * What a decider sees and answers. There is no name, picture, school, employer, file or group anywhere on it, because
 * its props have no place for one.
 */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { desk } from '../../words/desk.ts';

const words = desk.packet;

export interface PacketFact {
  readonly label: string;
  readonly value: string;
  readonly basis: 'document' | 'supervisor' | 'stated';
}

export interface PacketCriterion {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly facts: readonly PacketFact[];
  /** A reading of the facts by the rule; undefined where there is none to give. */
  readonly reading: string | undefined;
  readonly metName: string;
  readonly reasonName: string;
  readonly met: string;
  readonly reason: string;
}

export interface EarlierFinding {
  readonly title: string;
  readonly met: boolean;
  readonly reason: string;
}

export interface PacketPageProps {
  readonly frame: Frame;
  readonly address: string;
  readonly label: string;
  readonly kind: keyof typeof desk.kinds;
  readonly program: string;
  readonly rules: string;
  readonly opened: string;
  readonly promised: string;
  readonly daysLate: number;
  readonly version: number;
  readonly standing: 'to-take' | 'yours' | 'decided' | 'not-yours';
  readonly criteria: readonly PacketCriterion[];
  /** The expression in words, one line a step. */
  readonly follows: readonly string[];
  readonly statement: string;
  readonly appealed:
    | {
        readonly outcome: string;
        readonly on: string;
        readonly facts: readonly PacketFact[];
        readonly findings: readonly EarlierFinding[];
      }
    | undefined;
  readonly decision:
    | { readonly outcome: string; readonly findings: readonly EarlierFinding[] }
    | undefined;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function PacketPage(props: PacketPageProps): ReactElement {
  const title = words.title(desk.kinds[props.kind], props.label);
  return (
    <PageFrame
      frame={props.frame}
      title={title}
      mistakes={props.mistakes.length}
      trail={{ above: [{ href: '/desk/queue', label: desk.queue.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={props.mistakes} />
      <h1>{title}</h1>
      {props.news === undefined ? null : <Notice news>{props.news}</Notice>}
      <DescriptionList
        items={[
          { term: desk.program, value: props.program },
          { term: desk.opened, value: props.opened },
          {
            term: desk.promised,
            value:
              props.daysLate > 0
                ? `${props.promised} (${desk.late(props.daysLate)})`
                : props.promised,
          },
        ]}
      />
      <p>{words.judged(props.rules)}</p>
      {props.appealed === undefined ? null : <Appealed earlier={props.appealed} />}
      {props.statement === '' ? null : (
        <>
          <h2>{words.statement}</h2>
          <blockquote>
            <p>{props.statement}</p>
          </blockquote>
        </>
      )}
      {props.standing === 'to-take' ? <TakeForm {...props} /> : null}
      {props.standing === 'yours' ? <Findings {...props} /> : <Facts {...props} />}
      {props.decision === undefined ? null : <Decided {...props.decision} />}
      {props.standing === 'yours' ? <OtherWays {...props} /> : null}
    </PageFrame>
  );
}

function TakeForm(props: PacketPageProps): ReactElement {
  return (
    <PostForm frame={props.frame} action={`${props.address}/take`}>
      <Button label={desk.queue.take} />
    </PostForm>
  );
}

function Facts({ criteria }: PacketPageProps): ReactElement {
  return (
    <>
      {criteria.map((criterion) => (
        <section key={criterion.id}>
          <h2>{criterion.title}</h2>
          <p>{criterion.rule}</p>
          <FactTable criterion={criterion} />
        </section>
      ))}
    </>
  );
}

function FactTable({ criterion }: { readonly criterion: PacketCriterion }): ReactElement {
  return criterion.facts.length === 0 ? (
    <p>{words.noFacts}</p>
  ) : (
    <FactRows caption={`${words.facts}: ${criterion.title}`} facts={criterion.facts} />
  );
}

function FactRows(props: {
  readonly caption: string;
  readonly facts: readonly PacketFact[];
}): ReactElement {
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      columns={[{ label: words.fact }, { label: words.value }, { label: words.basis }]}
      rows={props.facts.map((fact) => ({
        key: `${fact.label} ${fact.value}`,
        cells: [fact.label, fact.value, desk.records.bases[fact.basis]],
      }))}
    />
  );
}

function Findings(props: PacketPageProps): ReactElement {
  return (
    <>
      <h2>{words.findings}</h2>
      <p>{words.findingsIntro}</p>
      <details>
        <summary>{words.follows}</summary>
        <ul>
          {props.follows.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <PostForm
        frame={props.frame}
        action={`${props.address}/decide`}
        hidden={{ seen: String(props.version) }}
      >
        {props.criteria.map((criterion) => (
          <section key={criterion.id} className="finding">
            <h3>{criterion.title}</h3>
            <p>{criterion.rule}</p>
            <FactTable criterion={criterion} />
            {criterion.reading === undefined ? null : (
              <p className="finding-reading">
                {words.reading}: {criterion.reading} <small>{words.readingNote}</small>
              </p>
            )}
            <RadioGroup
              name={criterion.metName}
              label={words.question(criterion.title)}
              inline
              value={criterion.met}
              error={errorFor(props.mistakes, criterion.metName)}
              choices={[
                { value: 'yes', label: words.met },
                { value: 'no', label: words.notMet },
              ]}
            />
            <TextArea
              name={criterion.reasonName}
              label={words.reason}
              hint={words.reasonHint}
              value={criterion.reason}
              optional
              error={errorFor(props.mistakes, criterion.reasonName)}
            />
          </section>
        ))}
        <Button label={words.decide} />
      </PostForm>
    </>
  );
}

function OtherWays(props: PacketPageProps): ReactElement {
  return (
    <>
      <details open={errorFor(props.mistakes, 'step-aside') !== undefined}>
        <summary>{words.stepAside}</summary>
        <PostForm frame={props.frame} action={`${props.address}/step-aside`}>
          <TextArea
            name="step-aside"
            label={words.stepAsideReason}
            hint={words.stepAsideHint}
            error={errorFor(props.mistakes, 'step-aside')}
          />
          <Button label={words.stepAside} look="secondary" />
        </PostForm>
      </details>
      <details open={errorFor(props.mistakes, 'identity') !== undefined}>
        <summary>{words.identity}</summary>
        <PostForm frame={props.frame} action={`${props.address}/identity`}>
          <TextArea
            name="identity"
            label={words.identityReason}
            hint={words.identityHint}
            error={errorFor(props.mistakes, 'identity')}
          />
          <Button label={words.ask} look="secondary" />
        </PostForm>
      </details>
    </>
  );
}

function Decided(props: {
  readonly outcome: string;
  readonly findings: readonly EarlierFinding[];
}): ReactElement {
  return (
    <>
      <h2>{words.decided}</h2>
      <p>
        <strong>{props.outcome}</strong>
      </p>
      <FindingList findings={props.findings} />
    </>
  );
}

function Appealed({
  earlier,
}: {
  readonly earlier: NonNullable<PacketPageProps['appealed']>;
}): ReactElement {
  return (
    <>
      <h2>{words.appealed}</h2>
      <p>
        <strong>{earlier.outcome}</strong>, {earlier.on}
      </p>
      {earlier.facts.length === 0 ? null : <FactRows caption={words.facts} facts={earlier.facts} />}
      <h3>{words.earlierFindings}</h3>
      <FindingList findings={earlier.findings} />
    </>
  );
}

function FindingList({ findings }: { readonly findings: readonly EarlierFinding[] }): ReactElement {
  return (
    <ul>
      {findings.map((finding) => (
        <li key={finding.title}>
          {finding.title}: <strong>{finding.met ? words.met : words.notMet}</strong>
          {finding.reason === '' ? null : `. ${finding.reason}`}
        </li>
      ))}
    </ul>
  );
}
