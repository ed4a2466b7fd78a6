/** The invented people who run the invented body: who keeps records, who decides, who oversees. */
import type { Office } from '../../workflow/ports/records.ts';

export interface StaffMember {
  readonly email: string;
  readonly fullName: string;
  readonly office: Office;
}

export const DESK = 'desk.larkspur.example';

const named = (office: Office, numbers: string, names: readonly string[]): readonly StaffMember[] =>
  names.map((fullName, place) => ({
    email: `${office}.${numbers.split(' ')[place]}@${DESK}`,
    fullName,
    office,
  }));

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve';

export const staff: readonly StaffMember[] = [
  ...named('clerk', NUMBERS, [
    'Marguerite Oyelaran',
    "Declan O'Rourke",
    'Phan Thị Mai',
    'Inés Quiroga Pérez',
  ]),
  ...named('reviewer', NUMBERS, [
    'Bernadette Crowfoot',
    'Anselm Okonjo',
    'Yuki Hamasaki',
    'Priscilla van der Meer',
    'Rashid al-Khatib',
    'Halina Wójcik',
    'Theodore Lindqvist',
    'Sunita Deshpande',
  ]),
  ...named('staff', NUMBERS, ['Gwendolyn Achterberg', 'Tomasz Brzeziński']),
  ...named('director', NUMBERS, ['Eleanor Whitfield-Asante', 'Kwame Delacroix']),
  ...named('auditor', NUMBERS, ['Ragnhild Sæther']),
  // The first of them is the chair.
  ...named('board', NUMBERS, [
    'Oluwaseun Adeyemi-Clarke',
    'Marisol Etxeberria',
    'Hideo Nakagawa',
    'Constance Begay',
    'Vikram Subramaniam',
  ]),
  ...named('conduct', NUMBERS, ['Philippa Sundaram', 'Mateo Ibarra-Quispe']),
  ...named('ombud', NUMBERS, ['Hanneke Vermeulen', 'Abdoulaye Diop']),
  ...named('custodian', NUMBERS, ['Sigrún Þorsteinsdóttir']),
  ...named('panel', NUMBERS, [
    'Imani Okafor-Reyes',
    'Lars Henriksen',
    'Nguyễn Thu Hà',
    'Cecilia Montañez',
    'Gideon Abramowitz',
    'Fatima Zahra Bennani',
    'Roderick MacAllister',
    'Keiko Watanabe',
    'Dolores Whitehorse',
    'Emeka Nwosu',
    'Annelise Baumgartner',
    'Arjun Venkataraman',
  ]),
];
