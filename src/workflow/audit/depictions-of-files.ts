/** `evenhand depictions`, without the command line: items with whom they show, and who is served, become a report. */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  type DepictingItem,
  depictedOn,
  type Served,
} from '../../psychometrics/depictions/depictions.ts';
import type { DepictionReport } from '../../reporting/depiction-report/depiction-report.ts';
import { columnFault, namedTable, type TableFileFault } from './named-table.ts';
import { readPopulation, type StudyFileFault } from './read-study.ts';

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface FormItems {
  /** Empty where the file names no forms. */
  readonly form: string;
  readonly items: readonly DepictingItem[];
}

type ItemsFault = TableFileFault | 'bad-row' | 'no-such-form';

export function depictionsOfFiles(
  items: NamedFile,
  served: NamedFile,
  only: string | undefined,
): Result<DepictionReport, ItemsFault | StudyFileFault> {
  const known = readServed(served.bytes);
  if (!known.ok) {
    const { kind, because } = known.refusal;
    return refuse(kind, `those who are served, "${served.name}": ${because}`);
  }
  const everybody = known.value;
  const forms = readItems(items.bytes, everybody);
  if (!forms.ok) {
    return forms;
  }
  const chosen = forms.value.filter(({ form }) => only === undefined || form === only);
  if (chosen.length === 0) {
    return refuse(
      'no-such-form',
      `there is no form "${only ?? ''}". The forms: ${forms.value.map(({ form }) => `"${form}"`).join(', ')}.`,
    );
  }
  return success({
    served: served.name,
    forms: chosen.map(({ form, items: own }) => ({
      form: form === '' ? items.name : form,
      items: own.length,
      depicted: depictedOn(own, everybody),
    })),
  });
}

/** Columns: variable, category, count. */
export function readServed(file: Uint8Array): Result<readonly Served[], StudyFileFault> {
  const known = readPopulation(file);
  return known.ok
    ? success(
        known.value.map(({ name, categories }) => ({
          variable: name,
          categories: categories.map((one) => ({ name: one.name, people: one.population })),
        })),
      )
    : known;
}

/** Columns: item; form, where there are several; one for each variable, with categories between semicolons. */
export function readItems(
  file: Uint8Array,
  served: readonly Served[],
): Result<readonly FormItems[], ItemsFault> {
  const table = namedTable(file, 'items');
  if (!table.ok) {
    return table;
  }
  const { header, rows } = table.value;
  const fault = ['item', ...served.map(({ variable }) => variable)]
    .map((column) =>
      columnFault(
        header,
        column,
        column === 'item'
          ? 'Every item needs its id.'
          : 'Add it, empty where an item shows nobody in particular, or take it out of those who are served.',
      ),
    )
    .find((one) => one !== undefined);
  if (fault !== undefined) {
    return fault;
  }
  const cell = (cells: readonly string[], name: string): string =>
    (cells[header.indexOf(name)] ?? '').trim();
  const forms = new Map<string, DepictingItem[]>();
  for (const { row, cells } of rows) {
    const [id, form] = [cell(cells, 'item'), header.includes('form') ? cell(cells, 'form') : ''];
    const own = forms.get(form) ?? [];
    if (id === '') {
      return refuse('bad-row', `row ${row} has no item. Write its id.`);
    }
    if (own.some((one) => one.id === id)) {
      return refuse(
        'bad-row',
        `row ${row}: the item "${id}" stands there twice${form === '' ? '' : ` on the form "${form}"`}. Keep one of them, with all that it shows between semicolons.`,
      );
    }
    const shows = new Map<string, readonly string[]>();
    for (const { variable, categories } of served) {
      const named = cell(cells, variable)
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
      const unknown = named.find((name) => categories.every((one) => one.name !== name));
      if (unknown !== undefined) {
        return refuse(
          'bad-row',
          `row ${row}: "${unknown}" is no category of "${variable}" among those who are served: ${categories.map(({ name }) => name).join(', ')}. Spell it alike, or add it there with its count, which may be 0.`,
        );
      }
      shows.set(variable, named);
    }
    forms.set(form, [...own, { id, shows }]);
  }
  return success([...forms].map(([form, items]) => ({ form, items })));
}
