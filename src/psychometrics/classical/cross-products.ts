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

function bitPlanes(matrix: ResponseMatrix, places: readonly number[]): readonly BitPlane[] {
  const { codes, items, people } = matrix;
  const width = items.length;
  const words = Math.ceil(people / 32);
  const planes: BitPlane[] = [];
  const firstPlane = places.map((place, item) => {
    const first = planes.length;
    for (let weight = 1; weight <= highestOf(at(items, place)); weight *= 2) {
      planes.push({ item, weight, bits: new Int32Array(words) });
    }
    return first;
  });
  for (let person = 0; person < people; person += 1) {
    const start = person * width;
    const word = person >> 5;
    const bit = 1 << (person & 31);
    for (let item = 0; item < places.length; item += 1) {
      let points = pointsOf(codes[start + (places[item] ?? 0)] ?? 0);
      for (let plane = firstPlane[item] ?? 0; points !== 0; plane += 1) {
        const bits = planes[plane]?.bits;
        if ((points & 1) === 1 && bits !== undefined) {
          bits[word] = (bits[word] ?? 0) | bit;
        }
        points >>= 1;
      }
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
