/**
 * Looks for words in a file the way somebody who wanted to find them would: as plain text in every common encoding,
 * inside hexadecimal strings, and inside everything that can be unpacked, and what is packed in that.
 */
import { inflateRawSync, inflateSync } from 'node:zlib';

const DEEPEST = 4;

/** Which of these words can be found, in any layer of the bytes. */
export function found(bytes: Uint8Array, words: readonly string[]): readonly string[] {
  const layers = layersOf(Buffer.from(bytes), 0);
  const texts = layers.flatMap((layer) => [
    layer.toString('latin1'),
    layer.toString('utf8'),
    layer.toString('utf16le'),
    shifted(layer).toString('utf16le'),
    swapped(layer).toString('utf16le'),
    swapped(shifted(layer)).toString('utf16le'),
  ]);
  return words.filter((word) => texts.some((text) => text.includes(word)));
}

function layersOf(layer: Buffer, depth: number): readonly Buffer[] {
  if (depth >= DEEPEST) {
    return [layer];
  }
  const inner = [...unpacked(layer), ...hexadecimal(layer)];
  return [layer, ...inner.flatMap((one) => layersOf(one, depth + 1))];
}

/** Whatever stands between "stream" and "endstream", and every place where packed data may begin. */
function unpacked(layer: Buffer): readonly Buffer[] {
  const starts: number[] = [];
  for (let at = layer.indexOf('stream'); at >= 0; at = layer.indexOf('stream', at + 6)) {
    starts.push(at + 7, at + 8);
  }
  for (const head of ['\x78\x01', '\x78\x5e', '\x78\x9c', '\x78\xda', 'IDAT']) {
    const mark = Buffer.from(head, 'latin1');
    for (let at = layer.indexOf(mark); at >= 0; at = layer.indexOf(mark, at + 1)) {
      starts.push(at);
    }
  }
  return starts.flatMap((start) =>
    [inflateSync, inflateRawSync].flatMap((open) => {
      try {
        const whole = open(layer.subarray(start), { finishFlush: 2, maxOutputLength: 50_000_000 });
        return whole.length > 8 ? [whole] : [];
      } catch {
        return [];
      }
    }),
  );
}

function hexadecimal(layer: Buffer): readonly Buffer[] {
  const runs = layer.toString('latin1').match(/[0-9A-Fa-f\s]{8,}/g) ?? [];
  return runs
    .map((run) => Buffer.from(run.replace(/\s/g, ''), 'hex'))
    .filter((run) => run.length > 3);
}

/** A copy, because Node 24.21 corrupts its memory when it reads UTF-16 from an odd address. */
function shifted(layer: Buffer): Buffer {
  return Buffer.from(layer.subarray(1));
}

function swapped(layer: Buffer): Buffer {
  const even = Buffer.from(layer.subarray(0, layer.length - (layer.length % 2)));
  return even.swap16();
}
