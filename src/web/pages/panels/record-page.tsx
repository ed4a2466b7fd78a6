/**
 * `/desk/panels/:matter`: the record of a matter under labels, for the panel that was drawn for it. What can be done now
 * stands first, and before it the way out for whoever has a tie.
 */
import type { ReactElement } from 'react';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import type { FieldMistake } from '../../parts/field/field.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { Timeline } from '../../parts/timeline/timeline.tsx';
import { panels as words } from '../../words/panels.ts';
import { NamesToSee, type NamesView } from './names-to-see.tsx';
import { Allegation, Earlier, Piece, Typed } from './record-parts.tsx';
import type { RecordView } from './record-view.ts';
import { RecordsAsked } from './records-asked.tsx';

export interface RecordPageProps {
  readonly frame: Frame;
  readonly record: RecordView;
  /** Undefined where this step needs no name. */
  readonly names: NamesView | undefined;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function RecordPage(props: RecordPageProps): ReactElement {
  const { frame, record, mistakes, news, names } = props;
  const title = words.pageTitle(record.label);
  return (
    <PageFrame
      frame={frame}
      title={title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/panels', label: words.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p className="lead">{record.asked}</p>
      <p>{words.labels}</p>
      {record.open.includes('leave') ? (
        <Notice title={words.tie}>
          <p>{words.tieText}</p>
          <p>
            <a href={`/desk/panels/${record.id}/leave`}>{words.tieLink}</a>
          </p>
        </Notice>
      ) : null}
      <Standing record={record} />
      <Record record={record} />
      {names === undefined ? null : (
        <NamesToSee frame={frame} matter={record.id} names={names} mistakes={mistakes} />
      )}
    </PageFrame>
  );
}

function Standing({ record }: { readonly record: RecordView }): ReactElement {
  const acts = record.open.filter((act) => act !== 'leave');
  return (
    <>
      <h2>{words.open}</h2>
      {record.promises.length === 0 ? null : (
        <ul>
          {record.promises.map(({ text, late }) => (
            <li key={text}>
              {text} {late === undefined ? null : <StatusTag tone="late" label={late} />}
            </li>
          ))}
        </ul>
      )}
      {record.stayedSince === undefined ? null : <p>{words.stayed(record.stayedSince)}</p>}
      {record.isWhole ? null : <p>{words.notWhole}</p>}
      {acts.length === 0 ? <p>{words.nothing}</p> : null}
      {acts.map((act, place) => (
        <p key={act}>
          <LinkButton
            href={`/desk/panels/${record.id}/${act}`}
            label={words.acts[act]}
            look={place === 0 ? 'primary' : 'secondary'}
          />
        </p>
      ))}
    </>
  );
}

function Record({ record }: { readonly record: RecordView }): ReactElement {
  const { answers, evidence, kept, hearing, summary } = record;
  return (
    <>
      <h2>{words.allegations}</h2>
      {record.allegations.map((allegation) => (
        <Allegation key={allegation.id} allegation={allegation} />
      ))}
      <h2>{words.answer}</h2>
      {answers.length === 0 ? <p>{record.isSilent ? words.silent : words.noAnswer}</p> : null}
      {answers.map((answer) => (
        <div key={`${answer.when} ${answer.words}`}>
          <p className="soft small">{answer.when}</p>
          <Typed>{answer.words}</Typed>
        </div>
      ))}
      <h2>{words.evidence}</h2>
      {evidence.length === 0 ? <p>{words.noEvidence}</p> : null}
      {evidence.map((piece) => (
        <Piece key={piece.id} piece={piece} />
      ))}
      <RecordsAsked requests={record.requests} />
      <h3>{words.kept}</h3>
      {kept.length === 0 ? (
        <p>{words.keptNone}</p>
      ) : (
        <DescriptionList items={kept.map(({ what, reason }) => ({ term: what, value: reason }))} />
      )}
      {summary === undefined ? null : (
        <>
          <h3>{words.summary}</h3>
          <Typed>{summary}</Typed>
        </>
      )}
      {hearing === undefined ? null : (
        <>
          <h2>{words.hearing}</h2>
          <DescriptionList
            items={[
              { term: words.hearingDay, value: hearing.day },
              { term: words.where, value: hearing.whereAndWhen },
              { term: words.mayBring, value: hearing.mayBring },
              {
                term: words.arranged,
                value: hearing.accommodations.join('; ') || words.nothingArranged,
              },
            ]}
          />
        </>
      )}
      {record.earlier.length === 0 ? null : <h2>{words.earlier}</h2>}
      {record.earlier.map((one) => (
        <Earlier key={one.key} earlier={one} />
      ))}
      <h2>{words.history}</h2>
      <Timeline events={record.history} />
    </>
  );
}
