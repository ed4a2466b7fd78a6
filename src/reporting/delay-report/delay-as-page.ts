/**
 * The delay report for reading: as Markdown, and as one page of HTML that needs nothing else, no script and no network.
 * The curves are drawn with a sentence for those who cannot see them and a table of the same shares.
 */
import { at } from '../../kernel/result/at.ts';
import { type DelayReport, daysShown, type GroupDelay } from './delay-report.ts';
import { delayTables, type WordTable } from './delay-tables.ts';
import { comparisonSentence, howRead, percentOf, verdictSentence } from './delay-words.ts';

const titleOf = ({ groupColumn }: DelayReport): string =>
  `Waiting for a decision, by ${groupColumn}`;

export function delayAsMarkdown(report: DelayReport): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const line = (row: readonly string[]): string => `| ${row.map(cell).join(' | ')} |`;
  const table = ({ caption, heads, rows }: WordTable): string =>
    [`## ${caption}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
  return `${[
    `# ${titleOf(report)}`,
    ...report.comparisons.map(
      (one) => `- **${verdictSentence(one)}** ${comparisonSentence(one, report)}`,
    ),
    ...delayTables(report).map(table),
    '## How to read this',
    ...howRead(report),
    `File: ${report.file}`,
  ].join('\n\n')}\n`;
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const COLORS = ['#0072b2', '#b84a00', '#00785a', '#9b4f7d', '#1f1c17', '#7a6a00'];
const DASHES = ['', '8 4', '2 3', '10 3 2 3', '1 5', '14 4'];

const STYLE = `:root{color-scheme:light}
body{margin:0 auto;padding:1rem;max-width:60rem;background:#fff;color:#1f1c17;font:1rem/1.5 system-ui,sans-serif}
h1,h2{line-height:1.2}figure{margin:0}svg{width:100%;height:auto}
.scroll{overflow-x:auto}.scroll:focus-visible{outline:3px solid #0b5a5c}
table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:700;padding-bottom:.5rem}
th,td{border-bottom:1px solid #7d7463;padding:.4rem .6rem;text-align:left;vertical-align:top}
text{font:15px system-ui,sans-serif;fill:#1f1c17}td{min-width:4.5rem}
@media(max-width:40rem){text{font-size:23px}}
@media print{.scroll{overflow:visible}}`;

export function delayAsHtml(report: DelayReport): string {
  const title = escaped(titleOf(report));
  const findings = report.comparisons.map(
    (one) =>
      `<li><strong>${escaped(verdictSentence(one))}</strong> ${escaped(comparisonSentence(one, report))}</li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${findings.length === 0 ? '<p>There is one group only, so nothing is compared.</p>' : `<ul>\n${findings.join('\n')}\n</ul>`}
${drawing(report)}
${delayTables(report).map(tableOf).join('\n')}
<h2>How to read this</h2>
${howRead(report)
  .map((line) => `<p>${escaped(line)}</p>`)
  .join('\n')}
<p>File: ${escaped(report.file)}</p>
</main>
</body>
</html>
`;
}

/** A wide table scrolls by itself, also from the keyboard, so that the page never scrolls sideways. */
const tableOf = ({
  caption,
  heads,
  rows,
}: WordTable): string => `<div class="scroll" role="region" aria-label="${escaped(caption)}" tabindex="0">
<table>
<caption>${escaped(caption)}</caption>
<thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows
  .map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${escaped(first)}</th>${rest.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`,
  )
  .join('\n')}
</tbody>
</table>
</div>`;

const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 76;
const KEY_LINE = 30;
const TOP = 16;

function drawing(report: DelayReport): string {
  const across = (day: number): number => LEFT + (day / report.horizonDays) * (WIDTH - LEFT - 16);
  const down = (share: number): number => TOP + (1 - share) * HEIGHT;
  const shares = [0, 0.25, 0.5, 0.75, 1];
  const { groups, promisedDays, horizonDays } = report;
  const promise =
    promisedDays === undefined || promisedDays > horizonDays
      ? ''
      : `<line x1="${across(promisedDays)}" x2="${across(promisedDays)}" y1="${TOP}" y2="${TOP + HEIGHT}" stroke="#595347" stroke-dasharray="4 3"/><text x="${across(promisedDays) + 6}" y="${TOP + 14}">promised: day ${promisedDays}</text>`;
  const key = groups.map((group, place) => {
    const y = TOP + HEIGHT + 88 + place * KEY_LINE;
    return `<line x1="${LEFT}" x2="${LEFT + 44}" y1="${y - 5}" y2="${y - 5}" ${stroke(place)}/><text x="${LEFT + 54}" y="${y}">${escaped(group.group)}</text>`;
  });
  const height = TOP + HEIGHT + 88 + groups.length * KEY_LINE;
  return `<figure>
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="curve-title curve-words">
<title id="curve-title">Share still waiting, day by day, one line a group</title>
<desc id="curve-words">${escaped(inWords(report))}</desc>
${shares.map((share) => `<line x1="${LEFT}" x2="${WIDTH - 16}" y1="${down(share)}" y2="${down(share)}" stroke="${share === 0 ? '#1f1c17' : '#d9d1bf'}"/><text x="${LEFT - 8}" y="${down(share) + 5}" text-anchor="end">${100 * share} %</text>`).join('')}
${daysShown(report)
  .map(
    (day) => `<text x="${across(day)}" y="${TOP + HEIGHT + 24}" text-anchor="middle">${day}</text>`,
  )
  .join('')}
<text x="${(LEFT + WIDTH) / 2}" y="${TOP + HEIGHT + 50}" text-anchor="middle">days since opened</text>
${promise}
${groups.map((group, place) => `<path d="${pathOf(group, horizonDays, across, down)}" fill="none" ${stroke(place)}/>`).join('\n')}
${key.join('')}
</svg>
<figcaption>${escaped(inWords(report))}</figcaption>
</figure>`;
}

const stroke = (place: number): string =>
  `stroke="${at(COLORS, place % COLORS.length)}" stroke-width="2.5" stroke-dasharray="${at(DASHES, place % DASHES.length)}"`;

/** A share holds until the next answer and then drops: never a slope. */
function pathOf(
  { curve }: GroupDelay,
  horizonDays: number,
  across: (day: number) => number,
  down: (share: number) => number,
): string {
  const steps = curve.filter(({ day }) => day <= horizonDays);
  const drawn = steps.map(
    ({ day, share }) => `H${across(day).toFixed(1)}V${down(share).toFixed(1)}`,
  );
  return `M${across(0)} ${down(1)}${drawn.join('')}H${across(horizonDays).toFixed(1)}`;
}

function inWords({ groups, horizonDays }: DelayReport): string {
  const half = groups.map(({ group, median }) =>
    median === undefined
      ? `${group}: fewer than half have been answered`
      : `${group}: half were answered by day ${median}`,
  );
  const left = groups.map(
    ({ group, curve }) =>
      `${group} ${percentOf(curve.findLast(({ day }) => day <= horizonDays)?.share ?? 1)}`,
  );
  return `${half.join('; ')}. Still waiting after day ${horizonDays}: ${left.join(', ')}.`;
}
