/** The draw as a document: who sits, everybody's chance, what is proved, and how to work the lottery out again. */
import { TICKETS } from '../../fairness/draw/tickets.ts';
import { chanceDots } from '../charts/chance-dots.ts';
import {
  type Block,
  left,
  prose,
  type ReportDocument,
  right,
  type Section,
  tableBlock,
} from '../document/document.ts';
import type { Forms } from '../document/formats.ts';
import { drawCsv, drawData } from './draw-data.ts';
import {
  type DrawReport,
  inPool,
  leastChance,
  peopleOf,
  seatsOn,
  ticketWords,
} from './draw-report.ts';
import { chanceWords, lotteryWords, METHOD_NAMES, percent, proofWords } from './draw-words.ts';

export const DRAW_FORMS: Forms<DrawReport> = {
  document: drawDocument,
  csv: drawCsv,
  data: drawData,
};

function drawDocument(report: DrawReport): ReportDocument {
  const { draw, size, pool } = report;
  return {
    title: `A panel of ${size}, drawn by lot`,
    subtitle: `From ${pool}: ${draw.chances.size.toLocaleString('en-US')} people could be drawn; ${METHOD_NAMES[draw.method]}`,
    sections: [
      { id: 'summary', title: 'Who sits on the panel', blocks: panelBlocks(report) },
      { id: 'chances', title: 'How great everybody’s chance was', blocks: chanceBlocks(report) },
      { id: 'proof', title: 'What is proved', blocks: proofBlocks(report) },
      lottery(report),
      { id: 'rules', title: 'What every panel keeps', blocks: [rulesTable(report)] },
      { id: 'alternates', title: 'If one member leaves', blocks: alternateBlocks(report) },
    ],
  };
}

function panelBlocks(report: DrawReport): readonly Block[] {
  const { draw } = report;
  const staying = new Set(draw.staying);
  const chance = (id: string): string =>
    staying.has(id) ? 'stays' : ticketWords(draw.tickets.held.get(id) ?? 0);
  return [
    prose(chanceWords(report)),
    tableBlock(
      `The panel: ticket ${draw.winning.toLocaleString('en-US')} of ${TICKETS.toLocaleString('en-US')}`,
      [left(report.idColumn ?? 'Row'), left('Held')],
      draw.panel.map((id) => [id, chance(id)]),
    ),
  ];
}

function chanceBlocks(report: DrawReport): readonly Block[] {
  const { draw } = report;
  const people = peopleOf(report);
  const equal = draw.rules.size / people.length;
  const count = draw.levels.length;
  const levels =
    count === 1
      ? `All ${people.length.toLocaleString('en-US')} people have the same chance, ${percent(leastChance(report))}.`
      : `There are ${count} different chances, from ${percent(leastChance(report))} to ${percent(draw.levels.at(-1)?.chance ?? 0)}. Were there no rules, everybody’s would be ${percent(equal)}.`;
  return [
    {
      kind: 'chart',
      chart: chanceDots(
        people.map(({ probability }) => probability),
        {
          title:
            count === 1
              ? 'Everybody has the same chance'
              : `The least chance is ${percent(leastChance(report))}`,
          sentence: levels,
          equal,
        },
      ),
      table: {
        caption: 'From the least chance',
        columns: [right('Chance'), right('People')],
        rows: draw.levels.map(({ chance, people: own }) => [
          percent(chance),
          own.toLocaleString('en-US'),
        ]),
      },
    },
    tableBlock(
      'Everybody who could be drawn',
      [left(report.idColumn ?? 'Row'), right('Chance'), right('Holds'), left('On the panel')],
      people.map(({ id, probability, tickets, onPanel }) => [
        id,
        percent(probability),
        ticketWords(tickets),
        onPanel ? 'yes' : '',
      ]),
    ),
  ];
}

function proofBlocks(report: DrawReport): readonly Block[] {
  const { proved } = report.draw;
  if (proved === undefined) {
    return [prose(proofWords(report))];
  }
  const { certificate, checked } = proved;
  return [
    prose(proofWords(report)),
    {
      kind: 'facts',
      facts: [
        ['Levels proved', String(certificate.levels.length)],
        ['A level could be higher by at most', checked.gap.toExponential(1)],
        ['Panels in the draw', String(certificate.panels.length)],
        ['Kinds of people', String(certificate.kinds.length)],
      ],
    },
  ];
}

function lottery(report: DrawReport): Section {
  const { draw } = report;
  return {
    id: 'lottery',
    title: 'How to work out the winning ticket again',
    blocks: [
      ...lotteryWords(report).map(prose),
      {
        kind: 'facts',
        facts: [
          ['Commitment', draw.commitmentHash],
          ['Seed', draw.seed],
          ['Public words', draw.publicWords === '' ? 'none' : draw.publicWords],
          ['Winning ticket', draw.winning.toLocaleString('en-US')],
          ['SHA-256 of the pool', draw.commitment.pool],
          ['SHA-256 of the quotas', draw.commitment.quotas],
          ['SHA-256 of the tickets', draw.commitment.tickets],
          ['SHA-256 of the seed', draw.commitment.seed],
        ],
      },
    ],
  };
}

const rulesTable = (report: DrawReport): Block =>
  tableBlock(
    'Seats by rule',
    [left('Value'), left('Category'), right('Least'), right('Most'), right('Panel'), right('Pool')],
    report.asked.map((quota) => [
      quota.value,
      quota.category,
      String(quota.least),
      String(quota.most),
      String(seatsOn(report, quota)),
      String(inPool(report, quota)),
    ]),
  );

const alternateBlocks = ({ draw, idColumn }: DrawReport): readonly Block[] => [
  prose(
    'For each member, who takes the seat if that member alone leaves: drawn from everybody with whom the panel still keeps every rule, each as likely as another. If several leave, their seats are drawn anew.',
  ),
  tableBlock(
    'Alternates',
    [left(`Member (${idColumn ?? 'row'})`), left('Alternate'), right('Drawn from')],
    draw.alternates.map(({ of, alternate, among }) => [
      of,
      alternate ?? 'nobody fits',
      among.toLocaleString('en-US'),
    ]),
  ),
];
