/** The list, a real mark shown for reading, the same rules under an invented name, and a program of another shape. */
import { date } from '../../../kernel/dates/civil-date.ts';
import { programs } from '../../../program/catalog/catalog.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { ProgramPage } from './program-page.tsx';
import { programEntry, programView } from './program-view.ts';
import { ProgramsPage } from './programs-page.tsx';

const today = date('2027-01-12');
const frame = { ...guestFrame, path: '/programs' };

export const examples: readonly Example[] = [
  {
    name: 'list',
    element: (
      <ProgramsPage
        frame={frame}
        programs={programs.map((program) => programEntry(program, false, today))}
      />
    ),
  },
  ...programs
    .filter(({ id }) => ['ccm', 'larkspur-work', 'larkspur-navigator'].includes(id))
    .map((program) => ({
      name: program.id,
      element: <ProgramPage frame={frame} program={programView(program, false, today)} />,
    })),
];
