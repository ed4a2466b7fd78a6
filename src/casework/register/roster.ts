/**
 * An employer's roster: people who say that they hold a credential, each with its number and family name. Nobody on it is told
 * about before they agree; and a line without a yes reads the same whether nobody holds it, they did not answer, or refused.
 */
import { addYears, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Mistake, readLine, type Typed, textIn } from '../person/typed-text.ts';
import type { Read } from './look-up-forms.ts';

export interface RosterLine {
  readonly line: number;
  readonly program: string;
  readonly number: string;
  readonly familyName: string;
}

export interface RosterAsked {
  readonly organization: string;
  readonly email: string;
  readonly lines: readonly RosterLine[];
}

const MOST_LINES = 500;
/** The columns of the table, each with the other names it is known by. */
const ROSTER_COLUMNS = [
  { field: 'program', title: 'Credential', also: ['program', 'certification'] },
  { field: 'number', title: 'Certificate number', also: ['number', 'license number', 'license'] },
  { field: 'familyName', title: 'Family name', also: ['last name', 'surname', 'name'] },
] as const;

/** A roster is kept for a year, and erased then. */
export const rosterEnds = (on: CivilDate): CivilDate => addYears(on, 1);

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** `cells` are the rows of the table, the first of which names the columns; `programs` by the words that name each. */
export function readRoster(
  raw: Typed,
  cells: readonly (readonly string[])[],
  programs: ReadonlyMap<string, string>,
): Read<RosterAsked> {
  const organization = readLine(textIn(raw, 'organization'), {
    label: 'Organization',
    atLeast: 2,
    atMost: 200,
  });
  const email = textIn(raw, 'email').trim();
  const table = linesIn(cells, programs);
  const mistakes: Mistake[] = [
    ...(organization.ok ? [] : [{ field: 'organization', message: organization.refusal.because }]),
    ...(EMAIL.test(email) && email.length <= 320
      ? []
      : [{ field: 'email', message: 'Email address: write it whole, such as name@example.org.' }]),
    ...(textIn(raw, 'told') === 'yes'
      ? []
      : [{ field: 'told', message: 'Say that those on the list know that you ask.' }]),
    ...(table.ok ? [] : table.mistakes),
  ];
  return organization.ok && table.ok && mistakes.length === 0
    ? { ok: true, value: { organization: organization.value, email, lines: table.value } }
    : { ok: false, mistakes };
}

function linesIn(
  cells: readonly (readonly string[])[],
  programs: ReadonlyMap<string, string>,
): Read<readonly RosterLine[]> {
  const wrong = (message: string): Read<never> => ({
    ok: false,
    mistakes: [{ field: 'table', message }],
  });
  const [head = [], ...rows] = cells.filter((row) => row.some((cell) => cell.trim() !== ''));
  const places = ROSTER_COLUMNS.map(({ title, also }) =>
    head.findIndex((cell) => [title.toLowerCase(), ...also].includes(cell.trim().toLowerCase())),
  );
  const missing = ROSTER_COLUMNS.filter((_, place) => (places[place] ?? -1) < 0);
  if (missing.length > 0) {
    const names = missing.map(({ title }) => `"${title}"`).join(', ');
    return wrong(`Table: the first row names the columns, and ${names} is not among them.`);
  }
  if (rows.length === 0 || rows.length > MOST_LINES) {
    return wrong(
      rows.length === 0
        ? 'Table: there is no row below the names of the columns.'
        : `Table: it has ${rows.length} rows; ${MOST_LINES} are taken at a time.`,
    );
  }
  const lines = rows.map((row, place) => {
    const [program = '', number = '', familyName = ''] = places.map(
      (column) => row[column]?.trim() ?? '',
    );
    return {
      ...{ line: place + 1, row: place + 2, number, familyName, said: program },
      program: programs.get(program.toLowerCase()),
    };
  });
  const faults = lines.flatMap(({ row, said, program, number, familyName }) =>
    program === undefined
      ? [`row ${row}: "${said.slice(0, 40)}" is no credential of this register`]
      : number === '' || familyName === '' || number.length > 40 || familyName.length > 200
        ? [`row ${row}: the number or the family name is missing or too long`]
        : [],
  );
  if (faults.length > 0) {
    const more = faults.length > 5 ? `; and ${faults.length - 5} rows more` : '';
    return wrong(`Table: ${faults.slice(0, 5).join('; ')}${more}.`);
  }
  return {
    ok: true,
    value: lines.map(({ line, program = '', number, familyName }) => ({
      ...{ line, program, number, familyName },
    })),
  };
}
