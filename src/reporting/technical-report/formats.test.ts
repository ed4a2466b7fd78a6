/** One result behind every format: what one says, the others say. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { all, named, parse, words } from '../../../tests/look/markup.ts';
import { inventedExam, ranWith } from '../../../tests/support/exam-commands.ts';
import { runAudit } from '../../cli/commands/audit.ts';
import type { TechnicalReport } from './report.ts';

const ARGS = ['f.csv', '--pretest', 'try1', '--group', 'site', '--focal', 'late', '--cut', '7'];
const made = new Map<string, string>();
let report: TechnicalReport;

describe('the formats of a report', () => {
  before(async () => {
    for (const format of ['json', 'csv', 'html', 'markdown', 'text']) {
      const { out } = await ranWith(runAudit, [...ARGS, '--format', format], {
        'f.csv': inventedExam(),
      });
      made.set(format, out);
    }
    report = JSON.parse(made.get('json')!) as TechnicalReport;
  });

  /** RFC 4180, as R's read.csv reads it. */
  function rowsOf(csv: string): Record<string, string>[] {
    const rows = [...csv.matchAll(/(?:^|\n)((?:"(?:[^"]|"")*"|[^"\n])+)/g)].map(([, line]) =>
      [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell]) =>
        cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!,
      ),
    );
    const [header, ...lines] = rows;
    return lines.map((cells) => {
      assert.equal(cells.length, header!.length, cells.join('|'));
      return Object.fromEntries(header!.map((name, place) => [name, cells[place]!]));
    });
  }

  test('CSV holds every number of the JSON with every digit, one a row, in a numeric column', () => {
    const rows = rowsOf(made.get('csv')!);
    const of = (
      table: string,
      id: string,
      measure: string,
      method = '',
    ): Record<string, string> => {
      const found = rows.filter(
        (row) =>
          row['table'] === table &&
          row['id'] === id &&
          row['measure'] === measure &&
          row['method'] === method,
      );
      assert.equal(found.length, 1, `${table} ${id} ${measure} ${method}`);
      return found[0]!;
    };
    const check = (
      row: Record<string, string>,
      value: unknown,
      reason: string | undefined,
    ): void => {
      if (typeof value === 'number') assert.equal(Number(row['value']), value);
      if (value === null) assert.deepEqual([row['value'], row['reason']], ['', reason]);
    };
    for (const item of report.items) {
      for (const name of [
        'difficulty',
        'discrimination',
        'pointBiserial',
        'biserial',
        'people',
      ] as const) {
        check(of('items', item.id, name), item[name], item.reasons?.[name]);
      }
    }
    for (const one of report.dif) {
      for (const name of [
        'statistic',
        'pValue',
        'effect',
        'effectError',
        'people',
        'strata',
      ] as const) {
        check(of('dif', one.item, name, one.method), one[name], one.reasons?.[name]);
      }
    }
    check(of('form', '', 'decisionConsistency'), report.form.decisionConsistency, undefined);
    check(of('reliability', '', 'alpha'), report.reliability.alpha, undefined);
    assert.ok(rows.every((row) => row['value'] === '' || Number.isFinite(Number(row['value']))));
  });

  test('HTML shows the numbers of the JSON, rounded once', () => {
    const page = parse(made.get('html')!);
    const tables = named(page, 'table');
    const tableOf = (caption: RegExp) =>
      tables.find((table) => caption.test(words(named(table, 'caption')[0]!)))!;
    const rows = named(tableOf(/^Items in the order of the file/), 'tr')
      .slice(1)
      .map((row) => all(row, ({ name }) => name === 'th' || name === 'td').map(words));
    assert.equal(rows.length, report.items.length);
    const written = (value: number | null): string => (value === null ? 'none' : value.toFixed(3));
    rows.forEach((cells, place) => {
      const item = report.items[place]!;
      assert.deepEqual(cells.slice(0, 6), [
        item.id,
        item.pilot ? 'pilot' : 'scored',
        String(item.people),
        written(item.difficulty),
        written(item.discrimination),
        written(item.pointBiserial),
      ]);
    });
    const detail = named(tableOf(/^Mantel-Haenszel in full/), 'tr').slice(1);
    const mine = report.dif.filter(({ method }) => method === 'mantel-haenszel');
    detail.forEach((row, place) => {
      const cells = named(row, 'td').map(words);
      assert.deepEqual(
        [cells[0], cells[1], cells[4], cells[6]],
        [
          written(mine[place]!.statistic),
          written(mine[place]!.statisticCorrected ?? null),
          written(mine[place]!.effect),
          mine[place]!.class ?? 'none',
        ],
      );
    });
    const alpha = all(page, ({ name }) => name === 'dd').map(words);
    assert.ok(alpha.includes(report.reliability.alpha!.toFixed(3)));
  });

  test('Markdown and plain text show the same cells as HTML', () => {
    const cells = named(parse(made.get('html')!), 'td')
      .map((cell) => words(cell).replaceAll('\u00a0', ' '))
      .filter((cell) => /\d\.\d{3}$/.test(cell));
    const markdown = made.get('markdown')!;
    const text = made.get('text')!;
    assert.ok(cells.length > 200);
    for (const cell of new Set(cells)) {
      assert.ok(markdown.includes(cell), `Markdown lacks ${cell}`);
    }
    for (const item of report.items) {
      assert.match(text, new RegExp(`^${item.id} .*${item.difficulty!.toFixed(3)}`, 'm'));
    }
  });

  test('the flags of plots and prose are those of the table: class C is drawn strong, and counted in the summary', () => {
    const html = made.get('html')!;
    const strong = (html.match(/class="mark strong-mark"/g) ?? []).length;
    const large = report.dif.filter(
      (row) => row.method === 'mantel-haenszel' && row.class === 'C',
    ).length;
    assert.equal(strong, large);
    assert.match(made.get('text')!, new RegExp(`${large} items? shows? a large difference`));
  });

  test('nothing from the file becomes markup or a formula', async () => {
    const evil = inventedExam(200).replace('q1,', '"<b>=q1&",').replaceAll(',late,', ',<i>late|*,');
    const args = [
      'f.csv',
      '--pretest',
      'try1',
      '--group',
      'site',
      '--focal',
      '<i>late|*',
      '--items',
      '*q1*,q2-q12',
    ];
    const files = { 'f.csv': evil };
    const html = (await ranWith(runAudit, [...args, '--format', 'html'], files)).out;
    assert.ok(
      html.includes('&lt;b&gt;=q1&amp;') && !html.includes('<b>=q1') && !html.includes('<i>late'),
    );
    const markdown = (await ranWith(runAudit, [...args, '--format', 'markdown'], files)).out;
    assert.ok(!/[^\\]<i>late/.test(markdown));
    const csv = (await ranWith(runAudit, [...args, '--format', 'csv'], files)).out;
    assert.doesNotMatch(csv, /(^|,)"?[=+@]/m);
  });

  test('the HTML is one file: no script, no address beyond itself, and small enough for 170 items to mail', async () => {
    const html = made.get('html')!;
    assert.doesNotMatch(html, /<script|https?:|src=|@import|url\(/);
    assert.match(html, /<html lang="en">/);
    const wide = await ranWith(
      runAudit,
      ['f.csv', '--pretest', 'try1', '--group', 'site', '--focal', 'late', '--format', 'html'],
      { 'f.csv': inventedExam(400, 170) },
    );
    assert.ok(wide.out.length < 2_000_000, `${wide.out.length} letters`);
  });
});
