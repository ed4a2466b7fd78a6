/** `/audits`: every lottery of audits, and each step of one with what a stranger needs to draw again. */
import type { ReactElement } from 'react';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Timeline, type TimelineEvent } from '../../parts/timeline/timeline.tsx';
import { renewal } from '../../words/renewal.ts';

const words = renewal.lotteries;

export interface LotteryLine {
  readonly href: string;
  readonly text: string;
}

export function AuditsPage(props: {
  readonly frame: Frame;
  readonly lotteries: readonly LotteryLine[];
}): ReactElement {
  return (
    <PageFrame frame={props.frame} title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {props.lotteries.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul>
          {props.lotteries.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

export interface LotteryPageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly rates: readonly string[];
  readonly steps: readonly TimelineEvent[];
  readonly compared: readonly {
    readonly who: string;
    readonly inPool: string;
    readonly drawn: string;
    readonly expected: string;
    readonly chance: string;
  }[];
  readonly labels: readonly string[];
  readonly record: { readonly href: string; readonly file: string } | undefined;
}

export function LotteryPage(props: LotteryPageProps): ReactElement {
  const { columns } = words;
  return (
    <PageFrame
      frame={props.frame}
      title={props.title}
      trail={{ above: [{ href: '/audits', label: words.title }] }}
    >
      <h1>{props.title}</h1>
      <p className="lead">{words.lead}</p>
      <h2>{words.rates}</h2>
      <ul>
        {props.rates.map((rate) => (
          <li key={rate}>{rate}</li>
        ))}
      </ul>
      <h2>{words.steps}</h2>
      <Timeline events={props.steps} />
      {props.compared.length === 0 ? null : (
        <>
          <h2>{words.compared}</h2>
          <p>{words.comparedText}</p>
          <DataTable
            caption={words.compared}
            captionHidden
            columns={[
              { label: columns.who },
              { label: columns.inPool, figures: true },
              { label: columns.drawn, figures: true },
              { label: columns.expected, figures: true },
              { label: columns.chance, figures: true },
            ]}
            rows={props.compared.map(({ who, inPool, drawn, expected, chance }) => ({
              key: who,
              cells: [who, inPool, drawn, expected, chance],
            }))}
          />
        </>
      )}
      {props.record === undefined ? null : (
        <>
          <h2>{words.again}</h2>
          <p>{words.againText}</p>
          <div className="buttons">
            <LinkButton
              href={props.record.href}
              label={words.download}
              saveAs={props.record.file}
            />
          </div>
          <pre className="lottery-hash">{words.command(props.record.file)}</pre>
        </>
      )}
      {props.labels.length === 0 ? null : (
        <>
          <h2>{words.labels}</h2>
          <p className="lottery-labels">{props.labels.join(', ')}</p>
        </>
      )}
    </PageFrame>
  );
}
