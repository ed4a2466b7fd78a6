/** By what a reason for being late, and a reinstatement, are judged, as published when the matter is opened. */
import type { JudgedCriterion } from '../matter/matter.ts';

export const LATE_CRITERIA: readonly JudgedCriterion[] = [
  {
    id: 'kept-from-it',
    title: 'What kept you from it',
    rule: 'Something that the holder did not choose kept them from renewing by the last day. That no reminder arrived is no reason; that reminders went astray through our fault is one.',
  },
  {
    id: 'as-soon-as-possible',
    title: 'As soon as it could be',
    rule: 'The renewal came without long delay once it could.',
  },
];

export const REINSTATEMENT_CRITERIA: readonly JudgedCriterion[] = [
  {
    id: 'why-now',
    title: 'How it came to an end, and why now',
    rule: 'What is told explains how the credential ended, and nothing in it speaks against holding it again.',
  },
  {
    id: 'not-used-meanwhile',
    title: 'Not used meanwhile',
    rule: 'The letters were not used after the credential ended; or they were by mistake, and that was put right.',
  },
];
