import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readOffer, readRequest, readWish } from './forms.ts';
import { matches } from './match.ts';
import { actsOn, afterAct, PAIR_ACTS, PAIR_STANDINGS } from './pair.ts';
import type { OpenOffer, Wish } from './wishes.ts';

const offer = (id: string, change: Partial<OpenOffer> = {}): OpenOffer => ({
  id,
  program: 'larkspur-care',
  settings: ['hospital'],
  region: 'south',
  languages: ['en'],
  times: ['weekends'],
  places: 2,
  placesLeft: 2,
  about: 'How to keep a caseload.',
  ...change,
});
const wish = (change: Partial<Wish> = {}): Wish => ({
  setting: undefined,
  region: undefined,
  language: undefined,
  times: [],
  ...change,
});
const order = (asked: Wish, offers: readonly OpenOffer[], seed = 'ana') =>
  matches(asked, offers, seed).map((match) => match.offer.id);

describe('mentors are matched on what a candidate asks for', () => {
  test('the more wishes an offer meets the earlier it stands; what is met and missed is said', () => {
    const offers = [
      offer('none', { region: 'west' }),
      offer('one', { languages: ['en', 'es'], region: 'west' }),
      offer('both', { languages: ['es'] }),
    ];
    const asked = wish({ language: 'es', region: 'south' });
    assert.deepEqual(order(asked, offers), ['both', 'one']);
    const [, second] = matches(asked, offers, 'ana');
    assert.deepEqual(second?.meets, ['language']);
    assert.deepEqual(second?.misses, ['region']);
  });

  test('without wishes everybody with a place left is shown, whoever has more places first', () => {
    const offers = [
      offer('full', { placesLeft: 0 }),
      offer('one', { placesLeft: 1 }),
      offer('two'),
    ];
    assert.deepEqual(order(wish(), offers), ['two', 'one']);
  });

  test('among equals nobody is always first: over many candidates each leads as often', () => {
    const offers = ['a', 'b', 'c', 'd'].map((id) => offer(id));
    const led = new Map<string, number>();
    for (let person = 0; person < 4000; person += 1) {
      const [first = ''] = order(wish(), offers, `person ${person}`);
      led.set(first, (led.get(first) ?? 0) + 1);
    }
    for (const id of ['a', 'b', 'c', 'd']) {
      assert.ok(Math.abs((led.get(id) ?? 0) - 1000) < 130, `${id} leads ${led.get(id)} times`);
    }
    assert.deepEqual(
      order(wish(), offers),
      order(wish(), offers),
      'and the same one sees the same',
    );
  });
});

describe('a pair', () => {
  test('is taken or not by the mentor, taken back by whoever asked, ended by either, and never comes back', () => {
    assert.deepEqual(actsOn({ standing: 'asked', side: 'mentor' }), ['take', 'decline']);
    assert.deepEqual(actsOn({ standing: 'asked', side: 'candidate' }), ['withdraw']);
    for (const side of ['mentor', 'candidate'] as const) {
      assert.deepEqual(actsOn({ standing: 'taken', side }), ['end']);
      for (const standing of ['declined', 'withdrawn', 'ended'] as const) {
        assert.deepEqual(actsOn({ standing, side }), []);
      }
      for (const standing of PAIR_STANDINGS) {
        for (const act of PAIR_ACTS) {
          const allowed = actsOn({ standing, side }).includes(act);
          assert.equal(afterAct({ standing, side }, act).ok, allowed);
        }
      }
    }
  });
});

describe('what is typed about mentoring', () => {
  const me = { fullName: 'Ayşe Yılmaz', formerNames: [] };
  const typed = {
    settings: ['hospital', 'nowhere'],
    region: 'south',
    languages: ['es', 'ase'],
    times: 'weekends',
    places: '2',
    about: 'How to keep a caseload.',
  };

  test('an offer says where, in which language and when, and not who', () => {
    const read = readOffer(typed, { program: 'larkspur-care', me });
    assert.ok(read.ok);
    assert.deepEqual(read.value.settings, ['hospital']);
    const empty = readOffer({}, { program: 'larkspur-care', me });
    assert.deepEqual(empty.ok ? [] : empty.mistakes.map(({ field }) => field), [
      'settings',
      'region',
      'languages',
      'times',
      'places',
      'about',
    ]);
    const named = readOffer({ ...typed, about: 'Ask for Ayşe Yılmaz.' }, { program: 'x', me });
    assert.deepEqual(named.ok ? [] : named.mistakes.map(({ field }) => field), ['about']);
    const many = readOffer({ ...typed, places: '6' }, { program: 'x', me });
    assert.deepEqual(many.ok ? [] : many.mistakes.map(({ field }) => field), ['places']);
  });

  test('a wish that is not known does not matter; a request does not say who asks', () => {
    assert.deepEqual(readWish({ setting: 'moon', language: 'es' }), {
      setting: undefined,
      region: undefined,
      language: 'es',
      times: [],
    });
    assert.ok(readRequest({ words: 'I start in a hospital in May.' }, me).ok);
    assert.ok(!readRequest({ words: 'I am Ayse Yilmaz, hello.' }, me).ok);
    assert.ok(!readRequest({ words: 'Hi' }, me).ok);
  });
});
