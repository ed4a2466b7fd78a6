/** Which dilemma cases come with a program. What its body writes is kept beside them; see workflow/codes. */
import type { Dilemma } from '../conduct/dilemma.ts';
import { navigatorDilemmas } from './navigator-dilemmas.ts';

const DILEMMAS: Readonly<Record<string, readonly Dilemma[]>> = {
  'larkspur-navigator': navigatorDilemmas,
};

export const dilemmasOf = (program: string): readonly Dilemma[] =>
  Object.hasOwn(DILEMMAS, program) ? (DILEMMAS[program] ?? []) : [];
