import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { namedIn, namesOneself } from './known-names.ts';

const person = (fullName: string, ...formerNames: readonly string[]) => ({ fullName, formerNames });
const found = (text: string, ...names: readonly string[]) =>
  namedIn(
    text,
    names.map((name) => person(name)),
  );

test('a whole name is found however it is written, in any script', () => {
  for (const [text, name] of [
    ['as ana maria quiroga asked', 'Ana María Quiroga'],
    ['ASKED BY HALINA WÓJCIK.', 'Halina Wójcik'],
    ['Für Jürgen Groß gilt das.', 'Jürgen Gross'],
    ['سألت فاطمة الزهراء عن الهدية', 'فاطمة الزهراء'],
    ['王小明さんが聞いた', '王小明'],
    ['김민준 씨의 질문', '김민준'],
    ['ნინო გელაშვილი იკითხა', 'ნინო გელაშვილი'],
    ['Спросил иван петров вчера', 'Иван Петров'],
    ['Asked by Seán Ó Súilleabháin.', 'Seán Ó Súilleabháin'],
    ['Asked by D’Angelo Russell.', "D'Angelo Russell"],
  ] as const) {
    assert.notEqual(found(text, name), undefined, `${name} in ${text}`);
  }
});

test('a part of a name counts where it is written as a name', () => {
  assert.equal(found('May Yilmaz keep the basket?', 'Ayşe Yılmaz'), 'Yılmaz');
  assert.equal(found('the colleague (Okonjo) took it', 'Anselm Okonjo'), 'Okonjo');
  assert.equal(found('al-Khatib asked', 'Rashid al-Khatib'), 'al-Khatib');
  assert.equal(found('Did Suharto ask?', 'Suharto'), 'Suharto');
  assert.equal(found('the case of van der Meer', 'Priscilla van der Meer'), 'Meer');
  assert.equal(found('ნინო იკითხა', 'ნინო გელაშვილი'), 'ნინო');
  assert.equal(found('小明さん', '王 小明'), '小明');
  assert.equal(found('Ask 小明 about it.', '王小明'), '小明');
  assert.equal(found('민준 씨', '김민준'), '민준');
  assert.equal(found('the poet bell hooks wrote', 'bell hooks'), 'bell hooks');
});

test('a former name names its bearer as well', () => {
  assert.equal(
    namedIn('Ask Featherstone.', [person('Ngozi Bell', 'Ngozi Featherstone')]),
    'Featherstone',
  );
});

test('words that are names too stay words: an opinion can say will, may and grant', () => {
  const text =
    'You may take it. Will it help? Grant access only with consent. The price, the case and the page stay open.';
  assert.equal(
    found(text, 'Will Grant', 'May Price', 'Thế Anh Case', 'Rose Page', 'Mark Day'),
    undefined,
  );
});

test('in the middle of a sentence a capital makes a name of such a word', () => {
  assert.equal(found('A client asked whether Will can go along.', 'Will Grant'), 'Will');
  assert.equal(
    found('A client asked Dr. Grant.', 'Will Grant'),
    undefined,
    'a period ends a sentence',
  );
  assert.equal(found('Nobody but Rose was there.', 'Rose Page'), 'Rose');
});

test('small words inside other words, and particles, name nobody', () => {
  assert.equal(
    found('The oliveira tree grows in vans and meters.', 'Ana Vieira', 'Jo van Meer'),
    undefined,
  );
  assert.equal(found('', 'Ana Vieira'), undefined);
  assert.equal(namedIn('Nobody is known here.', []), undefined);
});

test('everybody is looked for alike: one more person changes an answer only by being named', () => {
  const people = ['Ayşe Yılmaz', 'Will Grant', '王小明', 'Suharto', 'Ana María Quiroga'];
  const words = [
    'Yilmaz',
    'will',
    'Will',
    '小明',
    'suharto',
    'Suharto',
    'quiroga',
    'a client',
    '.',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { maxLength: 8 }),
      fc.shuffledSubarray(people),
      (text, order) => {
        const all = namedIn(
          text.join(' '),
          order.map((name) => person(name)),
        );
        const one = order
          .map((name) => found(text.join(' '), name))
          .find((name) => name !== undefined);
        assert.equal(all, one);
      },
    ),
  );
});

test('whoever asks is told of their own name even in small letters', () => {
  const me = person('Bo Yilmaz', 'Bo Adler');
  assert.equal(namesOneself('may i keep it? thanks, yilmaz', me), 'Yilmaz');
  assert.equal(namesOneself('As adler I once asked this.', me), 'Adler');
  assert.equal(namesOneself('May I keep the basket of a client?', me), undefined);
  assert.equal(namesOneself('will you tell me, and may I?', person('Will May')), undefined);
  assert.equal(namesOneself('Thank you, Will May', person('Will May')), 'Will May');
});

test('looking first at whole words loses nobody: whatever is found with care is found among many', () => {
  const names = [
    "Sean O'Neill",
    'Rashid al-Khatib',
    'Ana María Quiroga',
    'Phan Thị Mai',
    'Ðorđe Straße',
  ];
  const texts = [
    'asked o’neill',
    'AL-KHATIB',
    'Dorde strasse came',
    'PHAN THI MAI',
    'María',
    'ana maria quiroga',
  ];
  const crowd = Array.from({ length: 300 }, (_, place) => person(`Given${place} Family${place}`));
  for (const text of texts) {
    const alone = names.map((name) => found(text, name)).find((name) => name !== undefined);
    assert.equal(
      namedIn(text, [...crowd, ...names.map((name) => person(name)), ...crowd]),
      alone,
      text,
    );
  }
  assert.equal(namedIn('asked O’Neill', [...crowd, person("Sean O'Neill")]), "O'Neill");
});

test('a body of thousands is looked through in a moment', (t) => {
  const people = Array.from({ length: 5000 }, (_, place) =>
    person(`Given${place} Middle${place % 70} Family${place}`),
  );
  const text = 'A client offers a basket at the end of help, and asks that it be kept. '.repeat(60);
  const start = performance.now();
  assert.equal(namedIn(text, people), undefined);
  const took = performance.now() - start;
  t.diagnostic(`${Math.round(took)} ms for 5000 people and ${text.length} characters`);
  assert.ok(took < 2000, `${took} ms`);
});
