/**
 * Every sentence a person reads, in American English, by area. A second language is one object more,
 * written `satisfies typeof en`, so that the compiler names each sentence it still lacks.
 */
import { findings } from './findings.ts';
import { forms } from './forms.ts';
import { frame } from './frame.ts';

export const en = {
  findings,
  forms,
  frame,
};
