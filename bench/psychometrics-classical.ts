/**
 * How long it takes to read answers and to work out every classical number, beside the bare loop that only looks at each
 * byte of the same file once, as the plain prototype of this project did. CPU milliseconds of this process, growth from
 * 1,000 to 1,000,000 people with 100 items, and the memory the answers hold.
 * Run: npm run bench -- psychometrics-classical
 * With the word "large" (node --import tsx bench/psychometrics-classical.ts large) also a file of 2 GB, in pieces.
 *
 * Stored times of other programs for 10,000 x 100 (CPU seconds, same kind of machine): item statistics by mirt 10.3, by
 * CTT 2.6, alpha by psych 1.1; reading 100,000 x 100 in R 2.1.
 */
import { generatorFrom } from '../src/kernel/chance/generator.ts';
import { conditionalErrors } from '../src/psychometrics/classical/conditional-error.ts';
import { itemStatistics } from '../src/psychometrics/classical/item-statistics.ts';
import { reliability } from '../src/psychometrics/classical/reliability.ts';
import { speededness } from '../src/psychometrics/classical/speededness.ts';
import { livingstonLewis } from '../src/psychometrics/decision-quality/decision-quality.ts';
import { NO_CODES } from '../src/psychometrics/responses/answers.ts';
import { totals } from '../src/psychometrics/responses/matrix.ts';
import { scoreAnswers } from '../src/psychometrics/responses/read-responses.ts';
import { responseReader } from '../src/psychometrics/responses/response-reader.ts';

const ITEMS = 100;
const PIECE = 1 << 20;
const WANTED = { id: undefined, items: undefined, pilot: undefined, keep: [] };
const HEADER = `${Array.from({ length: ITEMS }, (_, item) => `q${item + 1}`).join(',')}\n`;

/** The rows of 1,000 people; larger files repeat them. */
function thousandRows(): Uint8Array {
  const chance = generatorFrom('bench psychometrics');
  const lines = Array.from({ length: 1000 }, () => {
    const ability = 4 * chance.next() - 2;
    return Array.from({ length: ITEMS }, (_, item) =>
      chance.next() < 1 / (1 + Math.exp((4 * item) / ITEMS - 2 - ability)) ? 1 : 0,
    ).join(',');
  });
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function fileOf(people: number, rows: Uint8Array): Uint8Array {
  const header = new TextEncoder().encode(HEADER);
  const file = new Uint8Array(header.length + (people / 1000) * rows.length);
  file.set(header);
  for (let thousand = 0; thousand < people / 1000; thousand += 1) {
    file.set(rows, header.length + thousand * rows.length);
  }
  return file;
}

function cpu<Value>(work: () => Value): { readonly value: Value; readonly ms: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}

/** The plain prototype's way: no checks, every answer one byte, eight answers to a byte. */
function bareLoop(file: Uint8Array): number {
  const start = file.indexOf(0x0a) + 1;
  const width = Math.ceil(ITEMS / 8);
  let people = 0;
  for (let place = start; place < file.length; place += 1) {
    people += file[place] === 0x0a ? 1 : 0;
  }
  const bits = new Uint8Array(people * width);
  let place = start;
  for (let person = 0; person < people; person += 1) {
    for (let item = 0; item < ITEMS; item += 1) {
      if (file[place] === 0x31) {
        const cell = person * width + (item >> 3);
        bits[cell] = (bits[cell] ?? 0) | (1 << (item & 7));
      }
      place += 2;
    }
  }
  return bits.length;
}

function read(pieces: Iterable<Uint8Array>, size: number) {
  const reader = responseReader(WANTED, size);
  for (const piece of pieces) {
    const pushed = reader.push(piece);
    if (!pushed.ok) {
      throw new Error(pushed.refusal.because);
    }
  }
  const table = reader.end();
  const responses = table.ok ? scoreAnswers(table.value, { codes: NO_CODES }) : table;
  if (!responses.ok) {
    throw new Error(responses.refusal.because);
  }
  return responses.value.matrix;
}

function* piecesOf(file: Uint8Array): Generator<Uint8Array> {
  for (let place = 0; place < file.length; place += PIECE) {
    yield file.subarray(place, place + PIECE);
  }
}

function* repeated(rows: Uint8Array, times: number): Generator<Uint8Array> {
  yield new TextEncoder().encode(HEADER);
  for (let time = 0; time < times; time += 1) {
    yield rows;
  }
}

const rows = thousandRows();
const megabytes = (): number => process.memoryUsage().rss / 1e6;
for (const people of [1000, 10_000, 100_000, 1_000_000]) {
  const file = fileOf(people, rows);
  const bare = cpu(() => bareLoop(file)).ms;
  const { value: matrix, ms } = cpu(() => read(piecesOf(file), file.length));
  const scores = totals(matrix);
  const items = cpu(() => itemStatistics(matrix, scores)).ms;
  const whole = cpu(() => reliability(matrix, scores));
  const rest = cpu(() => {
    if (whole.value.ok) {
      conditionalErrors(matrix, whole.value.value);
      speededness(matrix, scores);
      livingstonLewis({
        totals: scores,
        items: ITEMS,
        highest: ITEMS,
        reliability: whole.value.value.alpha,
        cut: 60,
      });
    }
  }).ms;
  console.log(
    `${people} people x ${ITEMS} items (${(file.length / 1e6).toFixed(1)} MB): read ${ms.toFixed(0)} ms, bare loop ${bare.toFixed(0)} ms, ratio ${(ms / bare).toFixed(1)}; answers held in ${(matrix.codes.byteLength / 1e6).toFixed(1)} MB; item statistics with biserial ${items.toFixed(0)} ms, reliability with alpha if deleted ${whole.ms.toFixed(0)} ms, conditional errors, speededness and Livingston-Lewis ${rest.toFixed(0)} ms; process ${megabytes().toFixed(0)} MB`,
  );
}
if (process.argv.includes('large')) {
  const times = Math.ceil(2e9 / rows.length);
  const { value: matrix, ms } = cpu(() => read(repeated(rows, times), times * rows.length));
  console.log(
    `${matrix.people} people x ${ITEMS} items (${((times * rows.length) / 1e9).toFixed(2)} GB in pieces): read ${(ms / 1000).toFixed(1)} s; answers held in ${(matrix.codes.byteLength / 1e6).toFixed(0)} MB; process ${megabytes().toFixed(0)} MB`,
  );
}
