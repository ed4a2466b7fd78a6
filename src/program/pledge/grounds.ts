/**
 * The nine grounds on which nobody may be treated worse, and the eleven dimensions of diversity that the statement
 * names ("including, but not limited to"). They overlap without being the same: marital status is a ground only;
 * appearance, place and professional life are dimensions only.
 */
export interface Named {
  readonly id: string;
  readonly label: string;
}

export const GROUNDS: readonly Named[] = [
  { id: 'race', label: 'Race' },
  { id: 'ethnicity', label: 'Ethnicity' },
  { id: 'religion', label: 'Religion' },
  { id: 'age', label: 'Age' },
  { id: 'gender', label: 'Gender' },
  { id: 'sexual-orientation', label: 'Sexual orientation' },
  { id: 'national-origin', label: 'National origin' },
  { id: 'marital-status', label: 'Marital status' },
  { id: 'disability', label: 'Disability' },
];

export const DIVERSITY: readonly Named[] = [
  { id: 'age', label: 'Age' },
  { id: 'appearance', label: 'Appearance' },
  { id: 'disability', label: 'Disability' },
  { id: 'ethnicity', label: 'Ethnicity' },
  { id: 'gender', label: 'Gender' },
  { id: 'geographic-location', label: 'Geographic location' },
  { id: 'nationality', label: 'Nationality' },
  { id: 'professional-level', label: 'Professional level or practice setting' },
  { id: 'race', label: 'Race' },
  { id: 'religion', label: 'Religion' },
  { id: 'sexual-orientation', label: 'Sexual orientation' },
];
