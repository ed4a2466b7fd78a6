/** The offices a person may hold in the body. Each opens its own pages and its own rights in the database. */
export type Office =
  | 'clerk'
  | 'reviewer'
  | 'staff'
  | 'director'
  | 'auditor'
  | 'board'
  | 'conduct'
  | 'ombud'
  | 'panel'
  | 'custodian';

export const OFFICES: readonly Office[] = [
  'clerk',
  'reviewer',
  'staff',
  'director',
  'auditor',
  'board',
  'conduct',
  'ombud',
  'panel',
  'custodian',
];
