/**
 * The three short exams of the demonstration: 30 questions on the CCM outline, 20 on the CDMS outline, and two parts
 * of 8 for the invented navigator program. One minute a question.
 *
 * How the counts come about (casework/form/outline): the CCM outline of August 2025 publishes 30, 12, 20 and 18 percent
 * and, for Quality and Rehabilitation, only that the two make 20 together; each gets half, marked as an even share.
 * Of 30 questions that is 9, 3.6, 6, 3, 3 and 5.4; by largest remainder 9, 4, 6, 3, 3 and 5. The CDMS outline publishes
 * no weights, so its four domains get 5 of 20 each, marked so. The passing scores are nobody's judgment and say so.
 */
import { assembleForm, type PartPlan } from '../../casework/form/assemble-form.ts';
import { demonstrationCut, type Form } from '../../casework/form/form.ts';
import type { Item, ItemKey } from '../../casework/item/item.ts';
import { careQuestions } from './ccm-rules.ts';
import { workQuestions } from './cdms-rules.ts';
import { navigatorQuestions } from './navigator.ts';
import { itemsOf, keysOf, type WrittenItem } from './written-item.ts';

/** One exam: the form and the questions a candidate may see. Its keys are asked for apart. */
export interface DemonstrationExam {
  readonly form: Form;
  readonly items: readonly Item[];
}

export type ExamProgram = (typeof examPrograms)[number];

const written: Readonly<Record<ExamProgram, readonly WrittenItem[]>> = {
  'larkspur-care': careQuestions,
  'larkspur-work': workQuestions,
  'larkspur-navigator': navigatorQuestions,
};

const outlines: Readonly<
  Record<ExamProgram, { readonly id: string; readonly parts: readonly PartPlan[] }>
> = {
  'larkspur-care': {
    id: '2025-08',
    parts: [
      {
        id: 'exam',
        title: 'Exam',
        items: 30,
        minutes: 30,
        cut: demonstrationCut(20),
        outline: [
          { id: 'care-management', title: 'Care Management', percent: 30 },
          { id: 'reimbursement', title: 'Reimbursement Methods', percent: 12 },
          { id: 'psychosocial', title: 'Psychosocial Concepts and Support Systems', percent: 20 },
          {
            id: 'quality',
            title: 'Quality and Outcomes Evaluation and Measurements',
            percent: null,
          },
          { id: 'rehabilitation', title: 'Rehabilitation Concepts and Strategies', percent: null },
          {
            id: 'ethics-law-practice',
            title: 'Ethical, Legal and Practice Standards',
            percent: 18,
          },
        ],
      },
    ],
  },
  'larkspur-work': {
    id: '2014-study',
    parts: [
      {
        id: 'exam',
        title: 'Exam',
        items: 20,
        minutes: 20,
        cut: demonstrationCut(13),
        outline: [
          {
            id: 'case-management',
            title: 'Disability and Work Interruption Case Management',
            percent: null,
          },
          {
            id: 'workplace-intervention',
            title: 'Workplace Intervention for Disability Prevention',
            percent: null,
          },
          {
            id: 'program-development',
            title: 'Program Development, Management, and Evaluation',
            percent: null,
          },
          {
            id: 'leaves-benefits',
            title: 'Employment Leaves and Benefits Administration',
            percent: null,
          },
        ],
      },
    ],
  },
  'larkspur-navigator': {
    id: 'demonstration',
    parts: [
      {
        id: 'knowledge',
        title: 'Part 1: Knowledge',
        items: 8,
        minutes: 8,
        cut: demonstrationCut(5),
        outline: [
          { id: 'coverage', title: 'Coverage and access', percent: 50 },
          { id: 'communication', title: 'Communication', percent: 50 },
        ],
      },
      {
        id: 'practice',
        title: 'Part 2: Practice',
        items: 8,
        minutes: 8,
        cut: demonstrationCut(5),
        outline: [
          { id: 'guiding', title: 'Guiding a person through care', percent: 50 },
          { id: 'boundaries', title: 'Boundaries and duties', percent: 50 },
        ],
      },
    ],
  },
};

export const examPrograms = ['larkspur-care', 'larkspur-work', 'larkspur-navigator'] as const;

export function demonstrationExam(program: ExamProgram): DemonstrationExam {
  const items = itemsOf(written[program]);
  const { id: outline, parts } = outlines[program];
  const form = assembleForm(
    {
      id: `${program}-demonstration-1`,
      program,
      outline,
      kind: 'demonstration',
      parts,
      seed: `${program}-demonstration-1`,
      enemies: [],
    },
    items,
    demonstrationKeys(program),
  );
  if (!form.ok) {
    throw new Error(`${program}: ${form.refusal.because}`);
  }
  return { form: form.value, items };
}

export const demonstrationKeys = (program: ExamProgram): readonly ItemKey[] =>
  keysOf(written[program]);
