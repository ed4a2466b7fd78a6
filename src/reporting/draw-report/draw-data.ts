/** The draw as data: names that stay (docs/json.md), every digit kept; and everybody's chance as a table. */
import { TICKETS } from '../../fairness/draw/tickets.ts';
import { csvText } from '../document/csv.ts';
import { type DrawReport, giniOf, highestChance, leastChance, peopleOf } from './draw-report.ts';

export function drawData(report: DrawReport): object {
  const { draw, pool, quotas, size, asked, left, idColumn, household } = report;
  const { proved, equallyLikely } = draw;
  const people = peopleOf(report);
  return {
    schema: 'evenhand.draw.1',
    pool,
    quotas,
    idColumn: idColumn ?? null,
    household,
    method: draw.method,
    size,
    minimum: leastChance(report),
    maximum: highestChance(report),
    gini: giniOf(people.map(({ probability }) => probability)),
    levels: draw.levels.map(({ chance, people: count }) => ({
      probability: chance,
      people: count,
    })),
    people: people.map(({ id, probability, tickets }) => ({ id, probability, tickets })),
    panel: draw.panel,
    staying: draw.staying,
    left,
    alternates: draw.alternates.map(({ of, alternate, among }) => ({
      of,
      alternate: alternate ?? null,
      among,
    })),
    lottery: {
      tickets: TICKETS,
      mostMoved: draw.tickets.moved,
      seed: draw.seed,
      publicWords: draw.publicWords,
      winning: draw.winning,
      commitment: draw.commitmentHash,
      commits: draw.commitment,
    },
    equallyLikely: equallyLikely ?? null,
    rules: asked.map(({ category, value, least, most }) => ({ category, value, least, most })),
    certificate: proved === undefined ? null : certificateData(proved),
    ...(proved === undefined
      ? { reasons: { certificate: 'panels found at random have no best that could be proved' } }
      : {}),
  };
}

function certificateData({
  certificate,
  checked,
}: NonNullable<DrawReport['draw']['proved']>): object {
  return {
    aim: certificate.aim,
    gap: checked.gap,
    slack: checked.slack,
    kinds: certificate.kinds,
    households: certificate.households,
    panels: certificate.panels,
    never: certificate.never ?? null,
    levels: certificate.levels.map(({ chance, ...level }) => ({ probability: chance, ...level })),
  };
}

export const drawCsv = (report: DrawReport): string =>
  csvText([
    ['id', 'probability', 'tickets', 'panel'],
    ...peopleOf(report).map(({ id, probability, tickets, onPanel }) => [
      id,
      probability,
      tickets,
      onPanel ? 'yes' : 'no',
    ]),
  ]);
