/** Invented openings for the examples: a panel that is drawn, a committee that is read. */
import { date } from '../../../kernel/dates/civil-date.ts';
import type { DrawRecord, Opening } from '../../../workflow/ports/seat-records.ts';

const seat: NonNullable<Opening['seat']> = {
  body: 'hearing-panel',
  hours: 'Four hours a month',
  pay: '$60 an hour, and travel',
  meetings: 'Online, with captions and sign language where asked for.',
  termFrom: date('2027-02-01'),
  bodyRow: {
    id: 'hearing-panel',
    name: 'Hearing panel',
    kind: 'hearing',
    seats: 12,
    termMonths: 24,
    mostTerms: 2,
    publicMembers: 2,
    madeOn: date('2025-01-06'),
  },
};

export const hearing: Opening = {
  id: '0b7f6a52-9a5e-4c1f-8f5c-1d2a6f0f7a11',
  label: 'S-4K7QM2X',
  recognition: undefined,
  title: 'Hearing panel of twelve',
  seats: 12,
  how: 'draw',
  openTo: 'holders',
  program: 'larkspur-navigator',
  duties: 'Twelve people hear complaints about conduct.\n\nEach hears about three a year.',
  criteria: ['Knows the daily work of navigators', 'Can weigh evidence without taking sides'],
  opensOn: date('2026-11-02'),
  closesOn: date('2026-12-10'),
  answerBy: date('2026-12-31'),
  randomSource: 'the evening numbers of the state lottery',
  randomOn: date('2026-12-15'),
  legalBasis: undefined,
  place: 4_711,
  publishedOn: date('2026-11-02'),
  seat,
  quotas: [
    { category: 'setting', value: 'hospital', least: 3, most: 5 },
    { category: 'setting', value: 'community', least: 4, most: 7 },
    { category: 'region', value: 'north', least: 3, most: 6 },
    { category: 'region', value: 'south', least: 6, most: 9 },
  ],
};

export const committee: Opening = {
  ...hearing,
  id: '5c0c1b0e-3d8f-4a77-9b5e-0c6f3b1d2e22',
  label: 'S-9PW3C5N',
  title:
    'Mitglied des Donaudampfschifffahrtsgesellschaftskapitänsprüfungsausschusses für Fragen der Unterstützung',
  seats: 1,
  how: 'reading',
  openTo: 'public',
  quotas: [],
  randomSource: undefined,
  randomOn: undefined,
  seat: {
    ...seat,
    bodyRow: { ...seat.bodyRow, name: 'Exam committee', kind: 'committee', publicMembers: 1 },
  },
};

export const mentoring: Opening = {
  ...committee,
  id: '7d1e2c3b-5a6f-4b8c-9d0e-1f2a3b4c5d66',
  label: 'S-7TW3C5N',
  recognition: 'mentoring',
  seat: undefined,
  title: 'Mentors of the year',
  seats: 3,
  openTo: 'holders',
  duties: 'For certificants who helped others into the profession.',
  criteria: ['Stayed with somebody through a hard time', 'Shared what they know freely'],
};

const labels = Array.from({ length: 120 }, (_, place) => `N-${String(2_000_000 + place * 7_919)}`);
const held = Object.fromEntries(
  labels.map((label, place) => [label, 84 + ((place * 37) % 11) + (place % 9 === 0 ? 44 : 0)]),
);

export const undrawn: DrawRecord = { committed: undefined, drawn: [] };

export const committed: DrawRecord = {
  committed: {
    pool: `id,setting,region,household\n${labels
      .map(
        (label, place) =>
          `${label},${place % 3 === 0 ? 'hospital' : 'community'},${place % 4 === 0 ? 'north' : 'south'},`,
      )
      .join('\n')}\n`,
    quotas: '',
    tickets: '',
    held,
    commits: {},
    commitment: '6f1ed002ab5595859014ebf0951522d9f3a1c7d4b0e2f8a65c9d7e1b2a3c4d5e',
    place: 5_012,
    salt: new Uint8Array(32),
    onDay: date('2026-12-11'),
  },
  drawn: [],
};

const panel = labels.slice(0, 12);
const [FIRST = ''] = panel;
const OTHER = labels[40] ?? '';

export const drawn: DrawRecord = {
  ...committed,
  drawn: [
    {
      number: 0,
      how: 'draw',
      publicWords: '4 8 15 16 23 42',
      published: '{}',
      panel,
      fresh: panel,
      gone: [],
      acceptBy: date('2026-12-25'),
      place: 5_020,
      salt: new Uint8Array(32),
      onDay: date('2026-12-15'),
    },
    {
      number: 1,
      how: 'alternate',
      publicWords: '4 8 15 16 23 42',
      published: undefined,
      panel: [...panel.slice(1), OTHER],
      fresh: [OTHER],
      gone: [FIRST],
      acceptBy: date('2027-01-01'),
      place: 5_031,
      salt: new Uint8Array(32),
      onDay: date('2026-12-25'),
    },
  ],
};
