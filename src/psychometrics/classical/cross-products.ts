/**
 * How every pair of scored items goes together: the sum over people of the product of their points. Each item's points
 * are written in binary, each binary digit becomes a row of bits, one bit a person, and the product of two rows is the
 * number of bits they share: x y = sum of 2^(b + c) |bits b of x and bits c of y|. Whole numbers, 32 people a step.
 */
import { at } from '../../kernel/result/at.ts';
import { pointsOf } from '../responses/codes.ts';
import { highestOf, type ResponseMatrix } from '../responses/matrix.ts';

export interface CrossProducts {
  /** k by k sums of products, row after row; the diagonal holds the squares. */
  readonly products: Float64Array;
  /** Each item's sum of points. */
  readonly sums: Float64Array;
}

/** Of the items at these places. */
export function crossProducts(matrix: ResponseMatrix, places: readonly number[]): CrossProducts {
  const k = places.length;
  const products = new Float64Array(k * k);
  const sums = new Float64Array(k);
  const planes = bitPlanes(matrix, places);
  planes.forEach((one, index) => {
    sums[one.item] = at(sums, one.item) + sharedBits(one.bits, one.bits) * one.weight;
    for (let other = index; other < planes.length; other += 1) {
      const second = at(planes, other);
      const shared = sharedBits(one.bits, second.bits) * one.weight * second.weight;
      const twice = one.item === second.item && other !== index ? 2 : 1;
      products[one.item * k + second.item] =
        at(products, one.item * k + second.item) + shared * twice;
    }
  });
  for (let row = 0; row < k; row += 1) {
    for (let column = 0; column < row; column += 1) {
      products[row * k + column] = at(products, column * k + row);
    }
  }
  return { products, sums };
}

interface BitPlane {
  readonly item: number;
  readonly weight: number;
  readonly bits: Int32Array;
}

const POINTS = Uint8Array.from({ length: 256 }, (_, code) => pointsOf(code));

function bitPlanes(matrix: ResponseMatrix, places: readonly number[]): readonly BitPlane[] {
  const { codes, items, people } = matrix;
  const words = Math.ceil(people / 32);
  const planes: BitPlane[] = [];
  const firstPlane = new Int32Array(places.length + 1);
  places.forEach((place, item) => {
    for (let weight = 1; weight <= highestOf(at(items, place)); weight *= 2) {
      planes.push({ item, weight, bits: new Int32Array(words) });
    }
    firstPlane[item + 1] = planes.length;
  });
  const placeOf = Int32Array.from(places);
  const word = new Int32Array(planes.length);
  for (let block = 0; block < words; block += 1) {
    word.fill(0);
    const last = Math.min(people, block * 32 + 32);
    for (let person = block * 32; person < last; person += 1) {
      const start = person * items.length;
      for (let item = 0; item < placeOf.length; item += 1) {
        const points = POINTS[codes[start + (placeOf[item] ?? 0)] ?? 0] ?? 0;
        const first = firstPlane[item] ?? 0;
        const end = firstPlane[item + 1] ?? 0;
        // No branch on the points: right and wrong follow no pattern a processor could guess.
        for (let plane = first; plane < end; plane += 1) {
          word[plane] = (word[plane] ?? 0) | (((points >> (plane - first)) & 1) << (person & 31));
        }
      }
    }
    for (let plane = 0; plane < planes.length; plane += 1) {
      at(planes, plane).bits[block] = word[plane] ?? 0;
    }
  }
  return planes;
}

function sharedBits(one: Int32Array, other: Int32Array): number {
  let sum = 0;
  for (let word = 0; word < one.length; word += 1) {
    let v = (one[word] ?? 0) & (other[word] ?? 0);
    v -= (v >>> 1) & 0x55555555;
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
    sum += Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return sum;
}
