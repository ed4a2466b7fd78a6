/** For each category two bars from one zero: its share of the items, and of those who are served. */
import type { ReactElement } from 'react';
import type { CategoryDepicted, Depicted } from '../../../psychometrics/depictions/depictions.ts';
import { ChartFrame } from '../../parts/chart/chart-frame.tsx';
import { depictions as words } from '../../words/depictions.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export function SharePairs(props: {
  readonly id: string;
  readonly title: string;
  readonly one: Depicted;
}): ReactElement {
  const { id, title, one } = props;
  const most = Math.max(0.01, ...one.categories.flatMap(({ share, served }) => [share, served]));
  const { columns } = words;
  return (
    <ChartFrame
      id={id}
      title={title}
      sentence={one.categories
        .map(({ name, share, served }) => words.row(name, percent(share), percent(served)))
        .join('; ')}
      note={
        <p>
          {words.showing(one.showing, one.silent)}
          {one.dissimilarity === undefined ? '' : ` ${words.apart(percent(one.dissimilarity))}`}
        </p>
      }
      table={{
        columns: [
          { label: columns.category },
          { label: columns.served, figures: true },
          { label: columns.items, figures: true },
          { label: columns.share, figures: true },
          { label: columns.wanted, figures: true },
        ],
        rows: one.categories.map(({ name, served, items, share, wanted }) => ({
          key: name,
          cells: [
            name,
            percent(served),
            String(items),
            one.showing === 0 ? '–' : percent(share),
            String(wanted),
          ],
        })),
      }}
    >
      <div className="share-pairs">
        <p className="share-key">
          <span className="share-swatch share-shown" /> {words.keyShown}{' '}
          <span className="share-swatch share-served" /> {words.keyServed}
        </p>
        {one.categories.map((category) => (
          <Pair key={category.name} category={category} most={most} />
        ))}
      </div>
    </ChartFrame>
  );
}

function Pair(props: { readonly category: CategoryDepicted; readonly most: number }): ReactElement {
  const { name, share, served } = props.category;
  return (
    <div className="share-pair">
      <p className="share-name" dir="auto">
        {name}
      </p>
      <Bar kind="shown" share={share} most={props.most} />
      <Bar kind="served" share={served} most={props.most} />
    </div>
  );
}

function Bar(props: {
  readonly kind: 'shown' | 'served';
  readonly share: number;
  readonly most: number;
}): ReactElement {
  return (
    <p className="share-bar">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect
          className={`share-${props.kind}`}
          x="0"
          y="0"
          width={(100 * props.share) / props.most}
          height="8"
        />
      </svg>
      <span>{percent(props.share)}</span>
    </p>
  );
}
