/**
 * What a decider sees and answers. There is no name, picture, school, employer, file or group anywhere on it, because
 * its props have no place for one.
 */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { en } from '../../words/en.ts';
import { FactTable, type PacketFact } from './fact-table.tsx';
import { FindingsForm, type FindingsFormProps } from './findings-form.tsx';

const desk = en.desk;
const words = desk.packet;

export interface EarlierFinding {
  readonly title: string;
  readonly met: boolean;
  readonly reason: string;
}

export interface PacketPageProps extends FindingsFormProps {
  readonly label: string;
  readonly program: string;
  readonly rules: string;
  readonly overdue: boolean;
  readonly standing: 'to-take' | 'yours' | 'decided' | 'not-yours' | 'withdrawn';
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
    | {
        readonly outcome: string;
        readonly on: string;
        readonly findings: readonly EarlierFinding[];
      }
    | undefined;
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
      <Standing {...props} />
      <DescriptionList
        items={[
          {
            term: desk.promised,
            value: props.overdue ? <StatusTag tone="late" label={desk.pastPromise} /> : desk.inTime,
          },
          { term: desk.program, value: props.program },
        ]}
      />
      <p className="small soft">{words.noDays}</p>
      <p>{words.judged(props.rules)}</p>
      {props.decision === undefined ? null : (
        <Decision
          title={words.decided}
          decision={props.decision}
          appeal={props.kind === 'appeal'}
        />
      )}
      {props.appealed === undefined ? null : (
        <>
          <Decision title={words.appealed} decision={props.appealed} />
          {props.appealed.facts.length === 0 ? null : (
            <FactTable title={words.appealed} facts={props.appealed.facts} />
          )}
        </>
      )}
      {props.statement === '' ? null : (
        <>
          <h2>{words.statement}</h2>
          <blockquote className="packet-statement">
            <p dir="auto">{props.statement}</p>
          </blockquote>
        </>
      )}
      {props.standing === 'yours' ? <FindingsForm {...props} /> : <Facts {...props} />}
    </PageFrame>
  );
}

/** Whether this decider can act, and how; in a sentence where they cannot. */
function Standing(props: PacketPageProps): ReactElement | null {
  switch (props.standing) {
    case 'to-take':
      return (
        <PostForm frame={props.frame} action={`${props.address}/take`}>
          <Buttons>
            <Button label={desk.queue.take} />
          </Buttons>
        </PostForm>
      );
    case 'not-yours':
      return (
        <Notice>
          <p>{words.taken}</p>
        </Notice>
      );
    case 'withdrawn':
      return (
        <Notice>
          <p>{words.withdrawn}</p>
        </Notice>
      );
    default:
      return null;
  }
}

function Facts({ criteria }: PacketPageProps): ReactElement {
  return (
    <>
      <h2>{words.facts}</h2>
      {criteria.map((criterion) => (
        <section key={criterion.id} className="packet-criterion">
          <h3>{criterion.title}</h3>
          <p>{criterion.rule}</p>
          <FactTable title={criterion.title} facts={criterion.facts} />
        </section>
      ))}
    </>
  );
}

function Decision(props: {
  readonly title: string;
  readonly decision: NonNullable<PacketPageProps['decision']>;
  readonly appeal?: boolean;
}): ReactElement {
  const [yes, no] =
    props.appeal === true ? [words.found, words.notFound] : [words.met, words.notMet];
  const { outcome, on, findings } = props.decision;
  return (
    <>
      <h2>{props.title}</h2>
      <p>
        <strong>{outcome}</strong>, {on}
      </p>
      <DescriptionList
        items={findings.map((finding) => ({
          term: finding.title,
          value: (
            <>
              <StatusTag tone={finding.met ? 'done' : 'stopped'} label={finding.met ? yes : no} />
              {finding.reason === '' ? null : <p dir="auto">{finding.reason}</p>}
            </>
          ),
        }))}
      />
    </>
  );
}
