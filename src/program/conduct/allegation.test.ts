import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import { ccmCode } from '../catalog/ccm-code.ts';
import { cdmsCode } from '../catalog/cdms-code.ts';
import { navigatorCode } from '../catalog/navigator-code.ts';
import { provisionsOf } from '../definition/code-of-conduct.ts';
import { cited, groundOf, maySanction } from './allegation.ts';
import { provisionInForce, versionInForce } from './in-force.ts';

const kindOf = (
  answer:
    | { readonly ok: true }
    | { readonly ok: false; readonly refusal: { readonly kind: string } },
) => (answer.ok ? 'allowed' : answer.refusal.kind);
const against = (number: string, on: string, about: 'person' | 'body' = 'person') =>
  groundOf(navigatorCode, { number, conductOn: date(on), about });

test('the version in force is that of the day, on its first and last day too', () => {
  const on = (day: string) => versionInForce(navigatorCode, date(day));
  const id = (day: string) => {
    const found = on(day);
    return found.ok ? found.value.id : found.refusal.kind;
  };
  assert.equal(id('2022-12-31'), 'no-version-then');
  assert.equal(id('2023-01-01'), 'navigator-code/2023');
  assert.equal(id('2025-12-31'), 'navigator-code/2023');
  assert.equal(id('2026-01-01'), 'navigator-code/2026');
  assert.equal(id('2044-02-29'), 'navigator-code/2026');
});

test('conduct is judged by the words of its own day: R12 was one rule in 2025 and another in 2026', () => {
  const title = (on: string) => {
    const found = provisionInForce(navigatorCode, 'R12', date(on));
    assert.ok(found.ok);
    return found.value.provision.title.value;
  };
  assert.equal(title('2025-06-01'), 'Use of the title');
  assert.equal(title('2026-06-01'), 'Answering for others');
});

test('a rule that came later accuses nobody of what was done before', () => {
  const early = against('R25', '2025-12-31');
  assert.equal(kindOf(early), 'not-in-force-then');
  assert.match(
    early.ok ? '' : early.refusal.because,
    /was not in force on Wednesday, December 31, 2025/,
  );
  assert.equal(kindOf(against('R25', '2026-01-01')), 'allowed');
  assert.equal(kindOf(against('R99', '2026-01-01')), 'unknown-provision');
});

test('advice may be cited and accuses no person; a complaint about the body may rest on it alone', () => {
  assert.equal(kindOf(against('P2', '2026-02-01')), 'advisory-only');
  assert.equal(kindOf(against('P2', '2026-02-01', 'body')), 'allowed');
  const named = cited(navigatorCode, 'P2', date('2026-02-01'));
  assert.ok(named.ok && !maySanction(named.value));
});

test('definitions and procedures lay a duty on nobody, not on the body either', () => {
  for (const about of ['person', 'body'] as const) {
    assert.equal(kindOf(against('D1', '2026-02-01', about)), 'no-duty');
    assert.equal(kindOf(against('C3', '2026-02-01', about)), 'no-duty');
  }
});

test('a rule of which only the number is known can be alleged; a rule nobody has counted cannot', () => {
  const on = date('2026-02-01');
  assert.equal(
    kindOf(groundOf(ccmCode, { number: 'R6', conductOn: on, about: 'person' })),
    'allowed',
  );
  assert.equal(
    kindOf(groundOf(ccmCode, { number: 'S26', conductOn: on, about: 'person' })),
    'allowed',
  );
  assert.equal(
    kindOf(groundOf(ccmCode, { number: 'S27', conductOn: on, about: 'person' })),
    'unknown-provision',
  );
  assert.equal(
    kindOf(groundOf(ccmCode, { number: 'R1', conductOn: date('2014-12-31'), about: 'person' })),
    'no-version-then',
  );
  assert.equal(
    kindOf(groundOf(cdmsCode, { number: 'R1', conductOn: on, about: 'person' })),
    'unknown-provision',
  );
});

test('where nobody saw what a part binds to, nothing rests on it', () => {
  const [version] = ccmCode.versions;
  assert.ok(version);
  const preamble = version.parts[0];
  assert.ok(preamble?.binding.value === null);
  const provision = { number: 'A1', group: null, title: preamble.title, text: null };
  const parts = [{ ...preamble, provisions: [provision] }];
  const code = { ...ccmCode, versions: [{ ...version, parts }] };
  for (const about of ['person', 'body'] as const) {
    const asked = groundOf(code, { number: 'A1', conductOn: date('2020-01-01'), about });
    assert.equal(kindOf(asked), 'binding-not-known');
  }
});

const day: fc.Arbitrary<CivilDate> = fc
  .integer({ min: -800, max: 2500 })
  .map((days) => addDays(date('2024-01-01'), days));
const anyCode = fc.constantFrom(navigatorCode, ccmCode, cdmsCode);
const anyNumber = fc.oneof(
  fc
    .tuple(fc.constantFrom('P', 'R', 'S', 'D', 'C'), fc.nat(30))
    .map(([letter, n]) => `${letter}${n}`),
  fc.constantFrom('A', 'E', 'Purpose', '', 'r1'),
);

test('whatever is alleged against a person on whatever day: what is allowed is a duty in force on that day', () => {
  let allowed = 0;
  fc.assert(
    fc.property(anyCode, anyNumber, day, (code, number, conductOn) => {
      const ground = groundOf(code, { number, conductOn, about: 'person' });
      if (!ground.ok) {
        assert.ok(ground.refusal.because.length > 10);
        return;
      }
      allowed += 1;
      assert.ok(maySanction(ground.value));
      const version = code.versions.find(({ id }) => id === ground.value.version);
      assert.ok(version && version.from <= conductOn && conductOn <= (version.to ?? conductOn));
      const placed = provisionsOf(version).find(({ provision }) => provision.number === number);
      assert.equal(placed?.part.binding.value, 'mandatory');
    }),
    { numRuns: 3000, seed: 5 },
  );
  assert.ok(allowed > 100, `${allowed} were allowed`);
});

test('what accuses a person may be held against the body too, and all of it can be cited', () => {
  fc.assert(
    fc.property(anyCode, anyNumber, day, (code, number, conductOn) => {
      const person = groundOf(code, { number, conductOn, about: 'person' });
      const body = groundOf(code, { number, conductOn, about: 'body' });
      assert.ok(!person.ok || body.ok);
      assert.ok(!body.ok || cited(code, number, conductOn).ok);
    }),
    { numRuns: 1000 },
  );
});
