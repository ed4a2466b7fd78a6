/**
 * Which code of conduct each program keeps. A program that runs the Commission's rules under a name of its own keeps the
 * same code, not a copy of it.
 */
import type { CodeOfConduct } from '../definition/code-of-conduct.ts';
import { ccmCode } from './ccm-code.ts';
import { cdmsCode } from './cdms-code.ts';
import { navigatorCode } from './navigator-code.ts';

const CODES: Readonly<Record<string, CodeOfConduct>> = {
  ccm: ccmCode,
  cdms: cdmsCode,
  'larkspur-care': ccmCode,
  'larkspur-work': cdmsCode,
  'larkspur-navigator': navigatorCode,
};

/** The code of a program; undefined for a program that is not in the catalog. */
export const codeOf = (program: string): CodeOfConduct | undefined =>
  Object.hasOwn(CODES, program) ? CODES[program] : undefined;
