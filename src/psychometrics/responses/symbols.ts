/**
 * What the cells of items say, one byte a cell and before anybody has said what it means. Each item has its own list of
 * texts; a cell holds the place of its text in it. The digits have the places 0 to 9 in every item, so that most files
 * need no second pass.
 */
import { at } from '../../kernel/result/at.ts';

/** An empty cell. */
export const BLANK = 254;
/** No cell at all: in a file of one row an answer, the item was not put before the person. */
export const NO_ROW = 253;
/** What no item has said yet. */
export const UNSEEN = 255;
const DIGITS = 10;
/** Where an item says more different things than this, it is no item. */
export const MOST_TEXTS = 240;

export interface SymbolTable {
  /** The symbol of a cell of one byte, at item * 256 + byte; UNSEEN before it was seen there. */
  readonly ofByte: Uint8Array;
  /** The symbol of the text NA in each item, as R writes a gap; UNSEEN before it was seen there. */
  readonly ofNa: Uint8Array;
  /** The texts of each item by symbol; undefined where the item never said it. */
  readonly texts: readonly (string | undefined)[][];
  readonly byText: readonly Map<string, number>[];
}

export function symbolTable(items: number): SymbolTable {
  return {
    ofByte: new Uint8Array(items * 256).fill(UNSEEN),
    ofNa: new Uint8Array(items).fill(UNSEEN),
    texts: Array.from({ length: items }, () => []),
    byText: Array.from({ length: items }, () => new Map<string, number>()),
  };
}

/**
 * The symbol of a text in an item; undefined where the item has too many texts already. "1.0", as some programs write
 * whole numbers in columns with gaps, is "1".
 */
export function symbolOf(
  table: Pick<SymbolTable, 'texts' | 'byText'> & Partial<SymbolTable>,
  item: number,
  cell: string,
): number | undefined {
  const text = /^\d+\.0+$/.test(cell) ? cell.slice(0, cell.indexOf('.')) : cell;
  const known = at(table.byText, item).get(text);
  if (known !== undefined) {
    return known;
  }
  const texts = at(table.texts, item);
  const symbol = /^\d$/.test(text) ? Number(text) : Math.max(DIGITS, texts.length);
  if (symbol >= MOST_TEXTS) {
    return undefined;
  }
  texts[symbol] = text;
  at(table.byText, item).set(text, symbol);
  if (table.ofNa !== undefined && text === 'NA') {
    table.ofNa[item] = symbol;
  }
  if (table.ofByte !== undefined && /^[0-9A-Za-z]$/.test(text)) {
    table.ofByte[item * 256 + text.charCodeAt(0)] = symbol;
  }
  return symbol;
}

/** The symbol of a cell of one byte, or undefined where it must be read as text. */
export function symbolOfByte(table: SymbolTable, item: number, byte: number): number | undefined {
  const symbol = table.ofByte[item * 256 + byte];
  return symbol === UNSEEN ? undefined : symbol;
}
