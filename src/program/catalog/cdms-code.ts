/**
 * The code of conduct for CDMS as far as its structure was read: parts, what they bind to, the three sections of its rules
 * and the headings of its procedures. How many principles and rules there are was not seen. The text belongs to the
 * Commission and stands nowhere here.
 */
import { date } from '../../kernel/dates/civil-date.ts';
import type { CodeOfConduct, CodePart } from '../definition/code-of-conduct.ts';
import { notSet, seen } from '../definition/sourced.ts';
import { bare, byItsTitle, titled } from './code-parts.ts';

const read = ['CDMS_CODE'];
const heading = (number: string, title: string) => titled(number, null, seen(title, read));

const parts: readonly CodePart[] = [
  bare('preamble', seen('Preamble', read), notSet()),
  bare('definitions', seen('Definitions', read), byItsTitle('definition', read)),
  bare('principles', seen('Principles', read), seen('advisory', read)),
  {
    ...bare('rules', seen('Rules of Professional Conduct', read), seen('mandatory', read)),
    groups: [
      { id: '1', title: seen('Relationship with all parties', read) },
      { id: '2', title: seen('Services to individual clients', read) },
      { id: '3', title: seen('Services to organizational clients', read) },
    ],
  },
  {
    ...bare(
      'procedures',
      seen('Procedures for Processing Complaints', read),
      byItsTitle('procedural', read),
    ),
    provisions: [
      heading('Release', 'Release of information'),
      heading('Purpose', 'Statement of purpose'),
      heading('A', 'Definitions'),
      heading('B', 'Committee members'),
      heading('C', 'Complaints'),
      heading('D', 'Hearings'),
      heading('E', 'Committee actions and sanctions'),
      heading('F', 'Appeals'),
      heading('G', 'New evidence'),
      heading('H', 'Legal actions'),
      heading('I', 'Records'),
    ],
  },
  bare('acknowledgment', seen('Acknowledgment', read), notSet()),
];

export const cdmsCode: CodeOfConduct = {
  id: 'cdms-code',
  title: seen('The CDMS Code of Professional Conduct', read),
  owner: { name: 'Commission for Case Manager Certification', short: 'the Commission' },
  texts: 'owned',
  versions: [
    {
      id: 'cdms-code/2015-09',
      from: date('2015-09-01'),
      fromNote:
        'Revised in September 2015; the day was not published, and later revisions were not seen.',
      parts,
    },
  ],
  earlier: notSet('No earlier version was seen.'),
  sources: {
    CDMS_CODE: {
      address: 'https://vdocument.in/cdms-code-of-professional-conduct-76-...',
      whose: 'copy',
    },
  },
};
