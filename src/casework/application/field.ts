/**
 * The parts a form is made of, as data: fields, pages and the papers asked for. The web draws them, the reader reads
 * them, and neither knows a program.
 */
export type FieldKind =
  | 'text'
  | 'text-long'
  | 'date'
  | 'month'
  | 'year'
  | 'number'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'email';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: FieldKind;
  readonly options?: readonly FieldOption[];
  readonly required: boolean;
  /** Could say who the candidate is: never shown to whoever decides. */
  readonly identifying: boolean;
  /** The day named must have come: work cannot have begun next year. */
  readonly pastOnly?: boolean;
  /** The field whose date this one cannot lie before. */
  readonly notBefore?: string;
  /** The largest number that makes sense. */
  readonly atMost?: number;
  /** How many of several choices are needed at least. */
  readonly atLeast?: number;
}

/** A document to upload. `supports` is the id of the criterion it is about. */
export interface DocumentAsked {
  readonly supports: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
}

export interface Page {
  /** Stable; stands in the address. */
  readonly id: string;
  readonly kind: 'name' | 'options' | 'criterion' | 'employer' | 'check';
  readonly title: string;
  /** A sentence or two above the fields: the published rule, or what happens with the answers. */
  readonly lead: string;
  /** The criterion the page is about, where it is about one. */
  readonly criterion: string | undefined;
  readonly fields: readonly Field[];
  readonly documents: readonly DocumentAsked[];
}

/** What was answered on one page: by field, one value or several. What cannot be read is kept as it was typed. */
export type PageValues = Readonly<Record<string, string | readonly string[]>>;

export const YES_NO: readonly FieldOption[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
