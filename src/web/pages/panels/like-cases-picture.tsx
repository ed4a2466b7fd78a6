/**
 * How like cases ended, from the mildest kind to the hardest: a square for each case, and a line from the shortest to the
 * longest on one scale. What the panel considers stands in the same picture, so that a departure is seen before it is made.
 */
import type { ReactElement } from 'react';
import { SANCTIONS, type SanctionKind } from '../../../casework/conduct/conduct-rules.ts';
import { FEWEST_LIKE_CASES, type LikeCases } from '../../../casework/conduct/like-cases.ts';
import { ChartFrame } from '../../parts/chart/chart-frame.tsx';
import { conductTerms as terms } from '../../words/conduct-terms.ts';
import { panels } from '../../words/panels.ts';
import { lengthInWords } from './length-in-words.ts';

const words = panels.like;
/** More squares than this are a number. */
const MOST_SQUARES = 24;
const A_YEAR = 365.25;

export interface LikeCasesPictureProps {
  readonly id: string;
  readonly like: LikeCases;
  /** What the panel considers. */
  readonly mine?: { readonly kind: SanctionKind; readonly days: number } | undefined;
}

export function LikeCasesPicture({ id, like, mine }: LikeCasesPictureProps): ReactElement {
  const provisions = like.provisions.join(', ');
  if (like.cases === 0) {
    return <p className="soft">{words.none(provisions)}</p>;
  }
  const longest = Math.max(...like.byKind.map(({ longestDays }) => longestDays), mine?.days ?? 0);
  const years = Math.max(1, Math.ceil(longest / A_YEAR));
  return (
    <ChartFrame
      id={id}
      title={words.title(words.cases(like.cases), provisions)}
      sentence={words.sentence(like.byKind.map(partOf).join('; '))}
      note={
        <>
          <p>{words.note}</p>
          {like.cases < FEWEST_LIKE_CASES ? <p>{words.few(String(FEWEST_LIKE_CASES))}</p> : null}
        </>
      }
      table={tableOf(like)}
    >
      <div className="like-cases" aria-hidden="true">
        {SANCTIONS.map(({ kind }) => (
          <LikeRow
            key={kind}
            kind={kind}
            found={like.byKind.find((one) => one.kind === kind)}
            mine={mine?.kind === kind ? mine.days : undefined}
            years={years}
          />
        ))}
        <div className="like-axis">
          <span>0</span>
          <span>{words.axis}</span>
          <span>{words.years(years)}</span>
        </div>
      </div>
    </ChartFrame>
  );
}

type Found = LikeCases['byKind'][number];

function LikeRow(props: {
  readonly kind: SanctionKind;
  readonly found: Found | undefined;
  readonly mine: number | undefined;
  readonly years: number;
}): ReactElement {
  const { kind, found, mine, years } = props;
  const scaleDays = years * A_YEAR;
  const at = (days: number): string => `${Math.min(100, (days / scaleDays) * 100)}%`;
  return (
    <div className={found === undefined ? 'like-row like-row-none' : 'like-row'}>
      <p className="like-kind">{terms.sanctions[kind]}</p>
      <p className="like-count">
        {found === undefined ? words.none0 : <Squares count={found.cases} />}
        {found === undefined ? null : <span>{countOf(found)}</span>}
      </p>
      <div className="like-scale">
        <svg width="100%" height="26" aria-hidden="true">
          {Array.from({ length: years + 1 }, (_, year) => year).map((year) => (
            <line
              key={year}
              className="like-year"
              x1={at(year * A_YEAR)}
              x2={at(year * A_YEAR)}
              y1="0"
              y2="26"
            />
          ))}
        </svg>
        {found === undefined ? null : (
          <svg width="100%" height="26" aria-hidden="true">
            <line
              className="like-range"
              x1={at(found.shortestDays)}
              x2={at(found.longestDays)}
              y1="13"
              y2="13"
            />
            {[found.shortestDays, found.longestDays].map((days, place) => (
              <line
                key={place === 0 ? 'shortest' : 'longest'}
                className="like-end"
                x1={at(days)}
                x2={at(days)}
                y1="5"
                y2="21"
              />
            ))}
          </svg>
        )}
        {mine === undefined ? null : (
          <svg className="like-mine" width="100%" height="26" aria-hidden="true">
            <circle cx={at(mine)} cy="13" r="6" />
          </svg>
        )}
      </div>
      <p className="like-length">
        {found === undefined ? null : lengthOf(found)}
        {mine === undefined ? null : <strong>{`${words.mine} ${lengthInWords(mine)}`}</strong>}
      </p>
    </div>
  );
}

function Squares({ count }: { readonly count: number }): ReactElement | null {
  return count > MOST_SQUARES ? null : (
    <span className="like-squares">
      {Array.from({ length: count }, (_, place) => place + 1).map((place) => (
        <span key={place} className="like-square" />
      ))}
    </span>
  );
}

const countOf = ({ cases }: Found): string =>
  cases === 1 ? words.oneCase : words.manyCases(cases.toLocaleString('en-US'));
const lengthOf = ({ shortestDays, longestDays }: Found): string =>
  words.lasts(lengthInWords(shortestDays), lengthInWords(longestDays));
const partOf = (found: Found): string =>
  words.part(terms.sanctions[found.kind], countOf(found), lengthOf(found));

const tableOf = ({ byKind }: LikeCases) => ({
  columns: [
    { label: words.kind },
    { label: words.count, figures: true },
    { label: words.shortest },
    { label: words.longest },
  ],
  rows: SANCTIONS.map(({ kind }) => {
    const found = byKind.find((one) => one.kind === kind);
    return {
      key: kind,
      cells: [
        terms.sanctions[kind],
        String(found?.cases ?? 0),
        found === undefined ? words.never : lengthInWords(found.shortestDays),
        found === undefined ? words.never : lengthInWords(found.longestDays),
      ],
    };
  }),
});
