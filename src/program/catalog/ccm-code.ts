/**
 * The code of conduct for CCM as far as its structure was read: parts, what they bind to, how many provisions, and the
 * titles of the first six standards. The text belongs to the Commission and stands nowhere here.
 */
import { date } from '../../kernel/dates/civil-date.ts';
import type { CodeOfConduct, CodePart, Provision } from '../definition/code-of-conduct.ts';
import { derived, fromThirdParty, notSet, seen } from '../definition/sourced.ts';
import { bare, byItsTitle, numbered, titled } from './code-parts.ts';

const outline = ['CMBOK_CODE'];
const document = ['CCM_CODE_DOC'];
const edition2009 = { note: 'As in the edition of 2009; a later title was not seen.' };
const standardTitle = (title: string) => fromThirdParty(title, ['CMSG_STD'], edition2009);

const standards: readonly Provision[] = [
  titled('S1', '1', standardTitle('The client advocate')),
  titled('S2', '2', standardTitle('Representation of practice')),
  titled('S3', '2', standardTitle('Competence')),
  titled('S4', '2', standardTitle('Representation of qualifications')),
  titled('S5', '2', standardTitle('Legal and benefit system requirements')),
  {
    ...titled('S6', '2', standardTitle('Use of CCM designation')),
    titleElsewhere: 'Use of the designation',
  },
  ...numbered('S', 7, 26),
];

const groupTitle = (title: string) => fromThirdParty(title, ['CMSG_STD'], edition2009);

const parts: readonly CodePart[] = [
  bare('preamble', seen('Preamble', outline), notSet()),
  {
    id: 'principles',
    title: seen('Principles', outline),
    binding: seen('advisory', document),
    count: seen(8, outline),
    groups: [],
    provisions: numbered('P', 1, 8),
  },
  {
    id: 'rules',
    title: seen('Rules of Conduct', outline),
    binding: seen('mandatory', document),
    count: seen(6, outline),
    groups: [],
    provisions: numbered('R', 1, 6),
  },
  bare('scope', seen('Scope of Practice', outline), notSet()),
  {
    id: 'definitions',
    title: seen('Definitions', outline),
    binding: byItsTitle('definition', outline),
    count: seen(14, outline),
    groups: [],
    provisions: numbered('D', 1, 14),
  },
  {
    id: 'standards',
    title: seen('Standards for Professional Conduct', outline),
    binding: seen('mandatory', document),
    count: seen(26, outline),
    groups: [
      { id: '1', title: groupTitle('The client advocate') },
      { id: '2', title: groupTitle('Professional responsibility') },
      { id: '3', title: notSet() },
      { id: '4', title: notSet() },
      { id: '5', title: notSet() },
    ],
    provisions: standards,
  },
  bare(
    'procedures',
    seen('Procedures for Processing Complaints', outline),
    byItsTitle('procedural', outline),
  ),
];

export const ccmCode: CodeOfConduct = {
  id: 'ccm-code',
  title: seen(
    'Code of Professional Conduct for Case Managers with Standards, Rules, Procedures, and Penalties',
    document,
  ),
  owner: { name: 'Commission for Case Manager Certification', short: 'the Commission' },
  texts: 'owned',
  versions: [
    {
      id: 'ccm-code/2015-01',
      from: date('2015-01-01'),
      fromNote:
        'Revised in January 2015; the day was not published, and later revisions were not seen.',
      parts,
    },
  ],
  earlier: derived(
    [
      'November 1996',
      'June 2001',
      'January 2003',
      'June 2004',
      'January 2009',
      'January 2014, part II',
    ],
    document,
    { note: 'Known by their month alone.' },
  ),
  sources: {
    CCM_CODE_DOC: {
      address:
        'https://docplayer.net/17651448-Code-of-professional-conduct-for-case-managers-with-standards-rules-procedures-and-penalties.html',
      whose: 'copy',
    },
    CMBOK_CODE: {
      address: 'https://cmbodyofknowledge.com/content/case-manager-client-advocate',
      whose: 'owner',
    },
    CMSG_STD: {
      address:
        'https://casemanagementstudyguide.com/ccm-knowledge-domains/principles-of-practice/standards-of-practice/',
      whose: 'third-party',
    },
  },
};
