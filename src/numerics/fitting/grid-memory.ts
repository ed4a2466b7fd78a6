/**
 * One stretch of memory for a sum over a grid, and the loops that work on it: two doubles at a time where the machine
 * can (WebAssembly SIMD, compiled at once from committed bytes), else in plain TypeScript. Both answer alike to 1e-12.
 */
import { GRID_BYTES } from './grid-bytes.ts';
import type { GridLoops } from './grid-loops.ts';
import { plainLoops } from './plain-loops.ts';

export type LoopForm = 'simd' | 'plain';

export interface GridMemory {
  readonly form: LoopForm;
  readonly buffer: ArrayBuffer;
  readonly loops: GridLoops;
}

interface WebAssemblyHere {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
}
declare const WebAssembly: WebAssemblyHere | undefined;

const PAGE = 65536;
let compiled: object | undefined;

/** Memory of at least this many bytes with its loops. `form` asks for the plain loops; by default the fast ones. */
export function gridMemory(bytes: number, form: LoopForm = 'simd'): GridMemory {
  if (form === 'simd' && typeof WebAssembly !== 'undefined') {
    try {
      compiled ??= new WebAssembly.Module(fromBase64(GRID_BYTES));
      const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
      const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
      return { form, buffer: memory.buffer, loops: exports as GridLoops };
    } catch {
      // A browser may forbid WebAssembly, or know no SIMD: the plain loops give the same numbers.
    }
  }
  const buffer = new ArrayBuffer(Math.ceil(bytes / PAGE) * PAGE);
  return { form: 'plain', buffer, loops: plainLoops(buffer) };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes from base64, without padding signs. */
function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let place = 0;
  for (const letter of text) {
    held = (held << 6) | LETTERS.indexOf(letter);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[place] = (held >> bits) & 255;
      place += 1;
    }
  }
  return bytes;
}
