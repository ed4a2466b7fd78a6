/** `/`: the pledge, line by line, with what keeps each line today. The first thing anybody sees. */
import type { ReactElement } from 'react';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { StatusTag } from '../../parts/status-tag/status-tag.tsx';
import { en } from '../../words/en.ts';

const words = en.pledge;

export interface PledgeLineView {
  readonly id: string;
  readonly kind: 'principle' | 'commitment' | 'mission';
  /** "3"; the mission has none. */
  readonly number: string | null;
  readonly restated: string;
  /** Empty: nothing keeps this line yet. */
  readonly keptBy: readonly { readonly text: string; readonly href: string | null }[];
  readonly measuredBy: string | null;
  readonly owner: string;
  /** "Friday, May 29, 2026". */
  readonly next: string | null;
}

export interface HomePageProps {
  readonly frame: Frame;
  readonly lines: readonly PledgeLineView[];
}

const kinds = ['principle', 'commitment', 'mission'] as const;

export function HomePage({ frame, lines }: HomePageProps): ReactElement {
  const kept = lines.filter((line) => line.keptBy.length > 0).length;
  return (
    <PageFrame frame={frame} title={en.frame.places.pledge}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>{words.tally(kept, lines.length)}</p>
      <p className="soft small">{words.whose}</p>
      {kinds.map((kind) => (
        <section key={kind} aria-labelledby={`pledge-${kind}`}>
          <h2 id={`pledge-${kind}`}>{words.kinds[kind]}</h2>
          {lines
            .filter((line) => line.kind === kind)
            .map((line) => (
              <Line key={line.id} line={line} />
            ))}
        </section>
      ))}
    </PageFrame>
  );
}

function Line({ line }: { readonly line: PledgeLineView }): ReactElement {
  return (
    <article className="pledge-line" aria-labelledby={line.id}>
      <h3 id={line.id}>
        {line.number === null ? null : <span className="pledge-number">{`${line.number}. `}</span>}
        {line.restated}
      </h3>
      <dl>
        <div>
          <dt>{words.keeps}</dt>
          <dd>
            <KeptBy line={line} />
          </dd>
        </div>
        <div>
          <dt>{words.measured}</dt>
          <dd>{line.measuredBy ?? <span className="soft">{words.notMeasured}</span>}</dd>
        </div>
        <div>
          <dt>{words.owner}</dt>
          <dd>{line.owner}</dd>
        </div>
        <div>
          <dt>{words.next}</dt>
          <dd>{line.next ?? <span className="soft">{words.noDate}</span>}</dd>
        </div>
      </dl>
    </article>
  );
}

function KeptBy({ line }: { readonly line: PledgeLineView }): ReactElement {
  if (line.keptBy.length === 0) {
    return <StatusTag tone="waiting" label={words.nothingYet} />;
  }
  return (
    <ul>
      {line.keptBy.map(({ text, href }) => (
        <li key={text}>{href === null ? text : <a href={href}>{text}</a>}</li>
      ))}
    </ul>
  );
}
