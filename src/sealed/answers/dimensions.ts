/**
 * What people may tell us about themselves: the questions, the answers on offer, and the groups in which answers are
 * ever published. The questions are in our own plain words and follow a named standard; every one of them can be
 * answered with "prefer not to say". Data only.
 *
 * Not here: appearance (never asked), place, professional level and setting (they come with the application).
 */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Says that none of the other answers fits, so it stands alone. */
  readonly alone?: boolean;
}

/** A group as published. `of` lists the answers that belong to it. */
export interface Group {
  readonly id: string;
  readonly label: string;
  readonly of: readonly string[];
}

export type DimensionId =
  | 'race-ethnicity'
  | 'national-origin'
  | 'where-trained'
  | 'religion'
  | 'age'
  | 'gender'
  | 'sexual-orientation'
  | 'marital-status'
  | 'caregiving'
  | 'disability';

export interface Dimension {
  readonly id: DimensionId;
  readonly title: string;
  readonly question: string;
  /** A year is typed; everything else is chosen. */
  readonly kind: 'choice' | 'year';
  /** Whether several answers may be chosen. */
  readonly multiple: boolean;
  readonly options: readonly Option[];
  readonly groups: readonly Group[];
  /** The group of whoever belongs to several groups at once, where such a group is published. */
  readonly several: { readonly id: string; readonly label: string } | undefined;
  readonly published: string;
  readonly standard: string;
}

/** Changes whenever a question or an answer changes; stored with each answer. */
export const WORDING_VERSION = '2026-1';

export const PREFER_NOT_TO_SAY: Option = { id: 'prefer-not-to-say', label: 'Prefer not to say' };

const asAnswered = (options: readonly Option[]): readonly Group[] =>
  options.map(({ id, label }) => ({ id, label, of: [id] }));

const races: readonly Option[] = [
  {
    id: 'american-indian-alaska-native',
    label: 'American Indian or Alaska Native',
    hint: 'Also the first peoples of Central and South America',
  },
  { id: 'asian', label: 'Asian', hint: 'Such as Chinese, Filipino, Indian, Korean, Vietnamese' },
  {
    id: 'black',
    label: 'Black or African American',
    hint: 'Such as Haitian, Jamaican, Nigerian, Somali',
  },
  {
    id: 'hispanic-latino',
    label: 'Hispanic or Latino',
    hint: 'Such as Cuban, Dominican, Mexican, Puerto Rican, Salvadoran',
  },
  {
    id: 'middle-eastern-north-african',
    label: 'Middle Eastern or North African',
    hint: 'Such as Egyptian, Iranian, Israeli, Lebanese, Syrian',
  },
  {
    id: 'native-hawaiian-pacific-islander',
    label: 'Native Hawaiian or Pacific Islander',
    hint: 'Such as Chamorro, Fijian, Samoan, Tongan',
  },
  { id: 'white', label: 'White', hint: 'Such as English, German, Irish, Italian, Polish' },
];

const regions: readonly Option[] = [
  { id: 'united-states', label: 'United States or a US territory' },
  { id: 'canada', label: 'Canada' },
  { id: 'latin-america-caribbean', label: 'Mexico, Central or South America, or the Caribbean' },
  { id: 'europe', label: 'Europe' },
  { id: 'middle-east-north-africa', label: 'The Middle East or North Africa' },
  { id: 'sub-saharan-africa', label: 'Africa south of the Sahara' },
  { id: 'south-asia', label: 'South Asia' },
  { id: 'east-southeast-asia', label: 'Central, East or Southeast Asia' },
  { id: 'oceania', label: 'Australia, New Zealand or the Pacific' },
];

const religions: readonly Option[] = [
  { id: 'buddhist', label: 'Buddhist' },
  { id: 'christian', label: 'Christian' },
  { id: 'hindu', label: 'Hindu' },
  { id: 'jewish', label: 'Jewish' },
  { id: 'muslim', label: 'Muslim' },
  { id: 'sikh', label: 'Sikh' },
  { id: 'another-religion', label: 'Another religion or belief' },
  { id: 'no-religion', label: 'No religion' },
];

const difficulties: readonly Option[] = [
  { id: 'hearing', label: 'Hearing', hint: 'You are deaf or have serious difficulty hearing' },
  {
    id: 'seeing',
    label: 'Seeing',
    hint: 'You are blind or have serious difficulty seeing, even with glasses',
  },
  {
    id: 'thinking',
    label: 'Concentrating, remembering or deciding',
    hint: 'Serious difficulty, because of a physical, mental or emotional condition',
  },
  { id: 'moving', label: 'Walking or climbing stairs', hint: 'Serious difficulty' },
  { id: 'self-care', label: 'Dressing or bathing', hint: 'Any difficulty' },
  {
    id: 'errands',
    label: 'Doing errands alone',
    hint: 'Such as seeing a doctor or shopping; because of a physical, mental or emotional condition',
  },
];

export const AGE_BANDS: readonly (Group & { readonly from: number; readonly to: number })[] = [
  { id: 'under-35', label: 'Under 35', of: [], from: 0, to: 34 },
  { id: '35-44', label: '35 to 44', of: [], from: 35, to: 44 },
  { id: '45-54', label: '45 to 54', of: [], from: 45, to: 54 },
  { id: '55-64', label: '55 to 64', of: [], from: 55, to: 64 },
  { id: '65-and-over', label: '65 and over', of: [], from: 65, to: Number.POSITIVE_INFINITY },
];

const smallGroups = 'Never for a group so small that it could point to somebody.';

export const DIMENSIONS: readonly Dimension[] = [
  {
    id: 'race-ethnicity',
    title: 'Race and ethnicity',
    question: 'How do you describe your race or ethnicity? Choose every answer that fits.',
    kind: 'choice',
    multiple: true,
    options: races,
    groups: asAnswered(races),
    several: { id: 'multiracial', label: 'Multiracial' },
    published: `In seven groups and multiracial; also each group together with everybody who chose it among others. ${smallGroups}`,
    standard: 'OMB Statistical Policy Directive 15, 2024: one combined question',
  },
  {
    id: 'national-origin',
    title: 'National origin',
    question: 'In which part of the world were you born?',
    kind: 'choice',
    multiple: false,
    options: regions,
    groups: asAnswered(regions),
    several: undefined,
    published: `By part of the world. ${smallGroups}`,
    standard: 'Region of birth, after the regions of the American Community Survey',
  },
  {
    id: 'where-trained',
    title: 'Where you trained',
    question: 'Where did you train for your profession?',
    kind: 'choice',
    multiple: false,
    options: [
      { id: 'trained-us', label: 'In the United States or a US territory' },
      { id: 'trained-abroad', label: 'In another country' },
    ],
    groups: [
      { id: 'trained-us', label: 'Trained in the United States', of: ['trained-us'] },
      { id: 'trained-abroad', label: 'Trained abroad', of: ['trained-abroad'] },
    ],
    several: undefined,
    published: `In two groups. ${smallGroups}`,
    standard: 'Trained in the United States or abroad',
  },
  {
    id: 'religion',
    title: 'Religion',
    question: 'What is your religion, if you have one?',
    kind: 'choice',
    multiple: false,
    options: religions,
    groups: asAnswered(religions),
    several: undefined,
    published: `Rarely. It helps to keep exam dates off holy days. ${smallGroups}`,
    standard: 'Common answers; no federal standard exists',
  },
  {
    id: 'age',
    title: 'Age',
    question: 'In which year were you born?',
    kind: 'year',
    multiple: false,
    options: [],
    groups: AGE_BANDS,
    several: undefined,
    published: `In bands: under 35, 35 to 44, 45 to 54, 55 to 64, 65 and over. ${smallGroups}`,
    standard: 'Year of birth only',
  },
  {
    id: 'gender',
    title: 'Gender',
    question: 'How do you describe your gender?',
    kind: 'choice',
    multiple: false,
    options: [
      { id: 'woman', label: 'Woman' },
      { id: 'man', label: 'Man' },
      { id: 'transgender', label: 'Transgender' },
      { id: 'two-spirit', label: 'Two-Spirit', hint: 'A term of Indigenous peoples' },
      { id: 'another-gender', label: 'Nonbinary or another term' },
    ],
    groups: [
      { id: 'women', label: 'Women', of: ['woman'] },
      { id: 'men', label: 'Men', of: ['man'] },
      {
        id: 'another-gender',
        label: 'Another gender',
        of: ['transgender', 'two-spirit', 'another-gender'],
      },
    ],
    several: undefined,
    published: `In three groups: women, men, another gender. ${smallGroups}`,
    standard: 'National Academies (NASEM), 2022: current gender',
  },
  {
    id: 'sexual-orientation',
    title: 'Sexual orientation',
    question: 'Which of these comes closest to how you think of yourself?',
    kind: 'choice',
    multiple: false,
    options: [
      { id: 'gay-lesbian', label: 'Gay or lesbian' },
      { id: 'straight', label: 'Straight' },
      { id: 'bisexual', label: 'Bisexual' },
      { id: 'two-spirit', label: 'Two-Spirit', hint: 'A term of Indigenous peoples' },
      { id: 'another-orientation', label: 'Another term' },
    ],
    groups: [
      { id: 'straight', label: 'Straight', of: ['straight'] },
      {
        id: 'not-straight',
        label: 'Gay, lesbian, bisexual or another',
        of: ['gay-lesbian', 'bisexual', 'two-spirit', 'another-orientation'],
      },
    ],
    several: undefined,
    published: `In two groups. ${smallGroups}`,
    standard: 'National Academies (NASEM), 2022: sexual orientation identity',
  },
  {
    id: 'marital-status',
    title: 'Marital status',
    question: 'What is your marital status?',
    kind: 'choice',
    multiple: false,
    options: [
      { id: 'married', label: 'Married or in a domestic partnership' },
      { id: 'separated-divorced', label: 'Separated or divorced' },
      { id: 'widowed', label: 'Widowed' },
      { id: 'never-married', label: 'Never married' },
    ],
    groups: [
      { id: 'married', label: 'Married or partnered', of: ['married'] },
      {
        id: 'formerly-married',
        label: 'Separated, divorced or widowed',
        of: ['separated-divorced', 'widowed'],
      },
      { id: 'never-married', label: 'Never married', of: ['never-married'] },
    ],
    several: undefined,
    published: `In three groups. ${smallGroups}`,
    standard: 'American Community Survey categories',
  },
  {
    id: 'caregiving',
    title: 'Caring for others',
    question: 'Do you regularly look after somebody without pay? Choose every answer that fits.',
    kind: 'choice',
    multiple: true,
    options: [
      { id: 'child', label: 'A child under 18' },
      { id: 'adult', label: 'An adult who needs help because of health, age or disability' },
      { id: 'no-caregiving', label: 'Neither of these', alone: true },
    ],
    groups: [
      { id: 'caregiver', label: 'Caring for somebody', of: ['child', 'adult'] },
      { id: 'no-caregiving', label: 'Not caring for anybody', of: ['no-caregiving'] },
    ],
    several: undefined,
    published: `In two groups, apart from marital status. ${smallGroups}`,
    standard: 'Asked apart from marital status; no federal standard exists',
  },
  {
    id: 'disability',
    title: 'Disability',
    question: 'Do you have difficulty with any of these? Choose every answer that fits.',
    kind: 'choice',
    multiple: true,
    options: [...difficulties, { id: 'no-disability', label: 'None of these', alone: true }],
    groups: [
      { id: 'any-disability', label: 'Any disability', of: difficulties.map(({ id }) => id) },
      { id: 'no-disability', label: 'No disability', of: ['no-disability'] },
    ],
    several: undefined,
    published: `As any or none. Never taken from a request for an accommodation. ${smallGroups}`,
    standard: 'American Community Survey: six kinds of difficulty',
  },
];
