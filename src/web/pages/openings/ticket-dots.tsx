/** Everybody's chance as a picture: a dot for each person, stacked by how many of the 1,000 tickets hold them. */
import type { ReactElement } from 'react';
import { ChartFrame } from '../../parts/chart/chart-frame.tsx';
import { openings } from '../../words/openings.ts';

const words = openings.draw;
const [WIDTH, LEFT, RIGHT, TOP, STEP, RADIUS] = [440, 12, 428, 26, 7, 2.9];
const MOST_HIGH = 36;

/** `held`: tickets of each person. `seats`: seats of the panel. */
export function TicketDots(props: {
  readonly held: readonly number[];
  readonly seats: number;
}): ReactElement {
  const { held, seats } = props;
  const [least, most] = [Math.min(...held), Math.max(...held)];
  const equal = (seats / held.length) * 1000;
  const end = Math.max(most, equal) * 1.08;
  const x = (tickets: number): number =>
    LEFT + RADIUS + (tickets / end) * (RIGHT - LEFT - 2 * RADIUS);
  const columns = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const tickets of held) {
    const column = Math.round((x(tickets) - LEFT) / STEP);
    columns.set(column, (columns.get(column) ?? 0) + 1);
    counts.set(tickets, (counts.get(tickets) ?? 0) + 1);
  }
  const highest = Math.max(...columns.values());
  const each = Math.max(1, Math.ceil(highest / MOST_HIGH));
  const bottom = TOP + (Math.ceil(highest / each) + 1) * STEP;
  const marks = [0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(end * share));
  return (
    <ChartFrame
      id="chances"
      title={words.chanceTitle(least, most)}
      sentence={words.chanceSentence(held.length, least, most)}
      note={<p>{words.chanceNote}</p>}
      table={{
        columns: [
          { label: words.tickets, figures: true },
          { label: words.peopleColumn, figures: true },
        ],
        rows: [...counts]
          .toSorted(([a], [b]) => a - b)
          .map(([tickets, count]) => ({
            key: String(tickets),
            cells: [String(tickets), String(count)],
          })),
      }}
    >
      <svg className="ticket-dots" viewBox={`0 0 ${WIDTH} ${bottom + 28}`} aria-hidden="true">
        <line className="ticket-axis" x1={LEFT} y1={bottom} x2={RIGHT} y2={bottom} />
        <line className="ticket-equal" x1={x(equal)} y1={TOP - 18} x2={x(equal)} y2={bottom} />
        {[...columns].flatMap(([column, count]) =>
          Array.from({ length: Math.ceil(count / each) }, (_, level) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: the dots of a stack are alike.
              key={`${column}-${level}`}
              cx={LEFT + column * STEP}
              cy={bottom - STEP * (level + 0.7)}
              r={RADIUS}
            />
          )),
        )}
        {marks.map((mark) => (
          <text key={mark} x={x(mark)} y={bottom + 20} textAnchor="middle">
            {mark}
          </text>
        ))}
      </svg>
    </ChartFrame>
  );
}
