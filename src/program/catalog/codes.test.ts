import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { compareVersions } from '../conduct/compare-versions.ts';
import { type CodePart, type CodeVersion, provisionsOf } from '../definition/code-of-conduct.ts';
import { rulesInForce } from '../definition/offered-program.ts';
import type { Sourced } from '../definition/sourced.ts';
import { programs } from './catalog.ts';
import { codeOf } from './codes.ts';

interface Fact {
  readonly value: unknown;
  readonly source: readonly string[];
  readonly confidence: string;
}
const factsOf = (name: string): Readonly<Record<string, Fact>> =>
  JSON.parse(readFileSync(`reference/program/${name}.json`, 'utf8')).facts;
const fact = (name: string, path: string): Fact => {
  const found = factsOf(name)[`codeOfConduct.${path}`];
  assert.ok(found, path);
  return found;
};
function code(program: string) {
  const found = codeOf(program);
  assert.ok(found, program);
  return found;
}
const newest = (program: string): CodeVersion => {
  const version = code(program).versions.at(-1);
  assert.ok(version);
  return version;
};
function part(program: string, id: string): CodePart {
  const found = newest(program).parts.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
}
const agrees = (sourced: Sourced<unknown>, read: Fact, value: unknown): void => {
  assert.deepEqual([sourced.value, read.confidence], [value, 'seen']);
  assert.ok(read.source.every((source) => sourced.sources.includes(source)));
};
const codes = [...new Set(programs.map(({ id }) => code(id)))];

test('every program has a code, and two names share one code, not two copies', () => {
  assert.equal(codes.length, 3);
  assert.equal(code('larkspur-care'), code('ccm'));
  assert.equal(code('larkspur-work'), code('cdms'));
  assert.equal(codeOf('nobody'), undefined);
  assert.equal(codeOf('toString'), undefined);
});

test('CCM: as many principles, rules, definitions, standards and groups as were counted', () => {
  const read = fact('ccm', 'counts');
  const counts = read.value as Readonly<Record<string, number>>;
  for (const id of ['principles', 'rules', 'definitions', 'standards']) {
    const { count, provisions } = part('ccm', id);
    agrees(count, read, counts[id]);
    assert.equal(provisions.length, counts[id], id);
  }
  assert.equal(part('ccm', 'standards').groups.length, counts['standardGroups']);
});

test('CCM: the titles of standards are those that were seen; what was only remembered is left to the body', () => {
  const { provisions, groups } = part('ccm', 'standards');
  const titled = provisions.filter(({ title }) => title.value !== null);
  const read = ['standards.0.items', 'standards.1.items'].map((path) => fact('ccm', path));
  assert.ok(read.every(({ confidence }) => confidence === 'seen'));
  assert.deepEqual(
    titled.map(({ number, title }) => `${number} ${title.value}`),
    read.flatMap(({ value }) => value),
  );
  for (const [place, { id, title }] of groups.entries()) {
    const seen = fact('ccm', `standards.${place}.group`);
    const written = title.value === null ? null : `${id} ${title.value}`;
    assert.equal(written, seen.confidence === 'seen' ? seen.value : null);
  }
  assert.ok(provisions.slice(6).every(({ group }) => group === null));
});

test('CCM and CDMS: parts, titles and what binds are those that were read', () => {
  for (const name of ['ccm', 'cdms']) {
    const sections = fact(name, 'sections');
    const { parts } = newest(name);
    const order = (titles: readonly unknown[]) => titles.toSorted();
    assert.deepEqual(
      order(parts.map(({ title }) => title.value)),
      order(sections.value as string[]),
    );
    const binding = fact(name, 'bindingLevels').value as Readonly<Record<string, string>>;
    for (const [title, level] of Object.entries(binding)) {
      const found = parts.find((each) => each.title.value?.startsWith(title));
      assert.equal(found?.binding.value, level === 'aspirational' ? 'advisory' : level, title);
    }
  }
});

test('CDMS: three sections of rules and the headings of the procedures, no number of rules', () => {
  const rules = part('cdms', 'rules');
  assert.deepEqual(
    rules.groups.map(({ id, title }) => `${id} ${title.value}`),
    fact('cdms', 'ruleSections').value,
  );
  assert.deepEqual([rules.count.value, rules.provisions.length], [null, 0]);
  const headings = fact('cdms', 'procedureSections').value as readonly string[];
  assert.deepEqual(
    part('cdms', 'procedures').provisions.map(({ number, title }) =>
      number.length === 1 ? `${number} ${title.value}` : title.value,
    ),
    headings,
  );
});

test('not one sentence of the Commission’s code stands here; ours is whole', () => {
  for (const { texts, versions } of codes) {
    for (const { provision } of versions.flatMap(provisionsOf)) {
      assert.equal(provision.text !== null, texts === 'own-words', provision.number);
      assert.ok(texts === 'owned' || provision.title.value !== null);
    }
  }
});

test('numbers are unique, groups exist, counts are right, versions follow without gap or overlap', () => {
  for (const { versions } of codes) {
    for (const version of versions) {
      const numbers = provisionsOf(version).map(({ provision }) => provision.number);
      assert.equal(new Set(numbers).size, numbers.length, version.id);
      for (const { groups, provisions, count } of version.parts) {
        const known = groups.map(({ id }) => id);
        assert.ok(provisions.every(({ group }) => group === null || known.includes(group)));
        assert.ok(count.value === null || count.value === provisions.length);
      }
    }
    assert.ok(
      versions.every(({ to }, place) => (to === undefined) === (place === versions.length - 1)),
    );
  }
  const [before, after] = code('larkspur-navigator').versions;
  assert.deepEqual([before?.to, after?.from], ['2025-12-31', '2026-01-01']);
});

test('every value names its page, and every page has an address', () => {
  for (const { sources, versions, title, earlier } of codes) {
    const values: readonly Sourced<unknown>[] = [
      title,
      earlier,
      ...versions.flatMap(({ parts }) =>
        parts.flatMap((each) => [
          each.title,
          each.binding,
          each.count,
          ...each.groups.map((group) => group.title),
          ...each.provisions.map((provision) => provision.title),
        ]),
      ),
    ];
    for (const value of values) {
      assert.equal(value.value === null, value.standing === 'not-set');
      assert.equal(value.sources.length === 0, value.standing === 'not-set');
      assert.ok(value.sources.every((source) => sources[source] !== undefined && source !== 'MEM'));
      const owners = value.sources.some((source) => sources[source]?.whose !== 'third-party');
      assert.ok(value.standing !== 'seen' || owners);
    }
    const cited = new Set(values.flatMap((value) => value.sources));
    assert.deepEqual(Object.keys(sources).toSorted(), [...cited].toSorted());
  }
});

test('a title that holds the owner’s mark has another under an invented name', () => {
  for (const version of codes.flatMap(({ versions }) => versions)) {
    for (const { provision } of provisionsOf(version)) {
      const shown = provision.titleElsewhere ?? provision.title.value ?? '';
      assert.doesNotMatch(shown, /\bCCM|\bCDMS|\bCommission\b/);
    }
  }
});

test('what a program says of its code in short is what the code says', () => {
  for (const program of programs) {
    const summary = rulesInForce(program, date('2027-01-12')).code;
    const { title } = code(program.id);
    const { parts } = newest(program.id);
    assert.equal(summary.ownersTitle.value, title.value);
    const titles = parts.map((each) => each.title.value).toSorted();
    assert.deepEqual(titles, summary.sections.value?.toSorted());
    for (const line of summary.binding.value ?? []) {
      const [name = '', level] = line.split(': ');
      const found = parts.find((each) => each.title.value?.startsWith(name));
      assert.equal(found?.binding.value === 'mandatory', level === 'binding', line);
    }
  }
});

test('the invented code of 2026 says what changed: new rules, and two under another number and title', () => {
  const [before, after] = code('larkspur-navigator').versions;
  assert.ok(before && after);
  const lines = compareVersions(before, after);
  const added = lines.flatMap((line) =>
    line.kind === 'added' ? [line.after.provision.title.value] : [],
  );
  assert.deepEqual(added, [
    'Machines that advise',
    'Answering for others',
    'Gifts',
    'Reporting about yourself',
    'No retaliation',
  ]);
  const designation = lines.find(
    (line) => line.kind === 'kept' && line.before.provision.number === 'R12',
  );
  assert.ok(designation?.kind === 'kept');
  assert.deepEqual(designation.changes, ['renumbered', 'retitled']);
  assert.equal(designation.after.provision.number, 'R14');
  assert.ok(lines.every(({ kind }) => kind !== 'removed'));
});
