import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { decider, items } from './example-figures.ts';
import { examples } from './examples.tsx';
import { ItemsSection } from './items-section.tsx';
import { colorsOf } from './view.ts';

const textOf = (name: string): string => {
  const example = examples.find((one) => one.name === name);
  assert.ok(example !== undefined);
  return renderPage(example.element).replaceAll('\u00a0', ' ');
};

const foundOf = (name: string): string => {
  const text = textOf(name);
  return text.slice(text.indexOf('found-heading'), text.indexOf('outcomes-heading'));
};

test('the overview has a line for each kind with its verdict in words, most telling first, each with its page', () => {
  const text = textOf('overview');
  const list = text.slice(text.indexOf('found-heading'), text.indexOf('Release 2'));
  const lines = [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = '']) =>
    line
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/ +/g, ' ')
      .replaceAll(' :', ':')
      .trim(),
  );
  assert.match(
    lines[0] ?? '',
    /^Disparity shown Waiting for eligibility: disparity shown for Trained abroad \(Where you trained\) ; cannot tell yet for/,
  );
  const verdicts = lines.map((line) => line.split(' ')[0]);
  assert.deepEqual(
    verdicts,
    verdicts.toSorted((a, b) => 'DCP'.indexOf(a?.[0] ?? '') - 'DCP'.indexOf(b?.[0] ?? '')),
  );
  assert.ok(lines.some((line) => /Eligibility: no disparity shown; cannot tell yet/.test(line)));
  assert.ok(lines.some((line) => /Questions of the exam: 1 question stands out/.test(line)));
  assert.ok(lines.some((line) => /Deciders: eligibility: 1 decider stands out/.test(line)));
  assert.ok(lines.some((line) => /Appeals: too few people to compare groups/.test(line)));
  assert.match(list, /At least \d+ % told us their group/);
  assert.match(list, /href="\/desk\/fairness\/eligibility\?dimension=where-trained"/);
  assert.match(list, /href="\/desk\/fairness\/funnel\?dimension=where-trained"/);
});

test('a page opens with what is found, as sentences, and with the finding that is before the board', () => {
  const found = foundOf('eligibility');
  assert.match(
    found,
    /Waiting for eligibility: disparity shown for Trained abroad; cannot tell yet for 1 group\./,
  );
  assert.match(found, /Trained abroad: decisions on eligibility took 9\.1 days longer/);
  assert.match(
    found,
    /href="\/desk\/findings\/[^"]+">Before the board since October 1, 2026, answer promised by [A-Z]/,
  );
  const passes = foundOf('passes');
  assert.match(passes, /Trained abroad: passed less often/);
  assert.match(
    passes,
    /Question care-011 of Larkspur Care Coordinator: harder for “Trained abroad”/,
  );
});

test('a decider who stands out is a number until the finding may be read, and nobody else is ever named', () => {
  const before = textOf('eligibility');
  assert.match(before, /Decider 1 approves less often than the other deciders/);
  assert.doesNotMatch(before, /Rashid/);
  const after = textOf('eligibility-after-the-decider-responded');
  assert.match(after, /Rashid al-Khatib approves less often than the other deciders/);
  for (const id of [decider.severe, ...decider.others]) {
    assert.ok(!before.includes(id) && !after.includes(id));
  }
  // By the order of ids the severe one would come last.
  assert.match(after, /Decider 2/);
  assert.doesNotMatch(after, /Decider 1/);
});

test('each year of each group stands with its base and interval, and a worse one is named', () => {
  const text = textOf('eligibility');
  const trend = text.slice(text.indexOf('trend-heading'), text.indexOf('deciders-heading'));
  assert.match(trend, /Worse than the year before for: Trained abroad \(2025\)/);
  assert.match(trend, /80 of 112 \(71 %\), 62 % to 79 %/);
  assert.match(trend, /2026, so far/);
  const silent = /<th scope="row"[^>]*>Not stated<\/th>(.*?)<\/tr>/.exec(trend)?.[1] ?? '';
  assert.equal(silent.match(/>withheld</g)?.length, 2);
});

test('the funnel shows each step against the last, and the whole way only where every step is shown', () => {
  const text = textOf('funnel');
  const whole = text.slice(text.indexOf('whole-heading'), text.indexOf('step-eligible-heading'));
  const row = (group: string): string =>
    (new RegExp(`<th scope="row"[^>]*>${group}</th>(.*?)</tr>`).exec(whole)?.[1] ?? '').replaceAll(
      /<[^>]+>/g,
      ' ',
    );
  assert.match(
    row('Trained in the United States'),
    /1,019 .*844 \(83 %\) .*709 \(84 %\) .*502 \(71 %\)/,
  );
  // 150 of 377 beside 502 of 1,019.
  assert.match(row('Trained abroad'), /377 .*0\.81 \(0\.70 to 0\.93\)/);
  assert.match(row('Not stated'), /480 \(80 %\) .*withheld .*withheld/);
  assert.match(text, /Trained abroad: earned the credential less often/);
});

test('each figure has its base, each comparison its interval and its verdict in words, and how many told', () => {
  const text = textOf('eligibility');
  assert.match(text, /844 of 1,019 \(83 %\)/);
  assert.match(text, /0\.99 \(0\.94 to 1\.05\)/);
  assert.match(text, /Cannot tell yet: about [\d,]+ more people needed/);
  assert.match(text, /Parity shown/);
  for (const part of ['outcomes', 'waiting', 'trend']) {
    const section = text.slice(text.indexOf(`id="${part}-heading"`));
    assert.match(section.slice(0, section.indexOf('<figure')), /At least 1,396 of 1,396/, part);
  }
});

test('a withheld group reads the same word in every column, and nothing is said of a table too small', () => {
  const text = textOf('few');
  const row = /<th scope="row"[^>]*>Asian<\/th>(.*?)<\/tr>/.exec(text)?.[1] ?? '';
  assert.ok(row.includes('withheld'));
  assert.doesNotMatch(row.replaceAll(/data-label="[^"]*"/g, ''), /\d/);
  assert.match(text, /All together: withheld/);
  assert.match(text, /How many told us their group is withheld/);
  const nobody = textOf('nobody');
  assert.match(nobody, /There are too few appeals to compare groups/);
  assert.match(nobody, /No disparity is shown\. That is not the same as parity/);
});

test('with no question on record the page says so and shows the way', () => {
  const text = textOf('nothing-asked');
  assert.match(text, /No question about people is on record/);
  assert.match(text, /href="\/desk\/dimensions"/);
});

test('groups that are shown together have colors of their own, and one keeps its color where it can', () => {
  const groups = Array.from({ length: 9 }, (_, place) => ({ id: `g${place}`, label: '' }));
  const colors = colorsOf(groups, ['g0', 'g1', 'g6', 'g7', 'g3']);
  assert.equal(new Set(colors.values()).size, 5);
  assert.equal(colors.get('g0'), 1);
  assert.equal(colorsOf(groups, ['g3']).get('g3'), 4);
});

test('marks that never come to rest are called what they are', () => {
  const render = (settled: boolean): string =>
    renderToStaticMarkup(
      <ItemsSection
        groups={[]}
        forms={items.value.map((form) => ({
          ...form,
          compared: form.compared.map((one) => ({ ...one, settled })),
        }))}
        response="withheld"
        say={() => ''}
      />,
    );
  assert.match(render(false), /None of this is final/);
  assert.doesNotMatch(render(true), /None of this is final/);
});

test('who is drawn stands beside chance, with no ratio to another group, and what can be said in words', () => {
  const text = textOf('drawn');
  assert.match(
    foundOf('drawn'),
    /Trained abroad: [\d,]+ of [\d,]+ \(\d+ %\) drawn, more than chance explains/,
  );
  const section = text.slice(
    text.indexOf('draws-heading'),
    text.indexOf('Drawn, and what chance gives') + 6000,
  );
  assert.match(section, /drawn more often than chance explains/);
  assert.match(section, /as chance has it/);
  assert.match(section, /under 0\.001/);
  assert.doesNotMatch(text, /outcomes-heading/);
});
