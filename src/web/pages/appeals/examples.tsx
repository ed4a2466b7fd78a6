/** The rules as they are; and where no program makes decisions yet, where some set their own limits, with long names. */
import { date } from '../../../kernel/dates/civil-date.ts';
import { programs } from '../../../program/catalog/catalog.ts';
import type { Example } from '../../parts/example.ts';
import { candidateFrame, guestFrame } from '../../parts/page-frame/examples.tsx';
import { AppealsPage } from './appeals-page.tsx';
import { appealsView } from './appeals-view.ts';

const today = date('2026-11-30');
const frame = { ...guestFrame, path: '/appeals' };
const own = programs.filter(({ realMark }) => !realMark);
const long = own.map((program, place) => ({
  ...program,
  name: [
    'Zertifizierte Rehabilitationswissenschaftlerin in der Arbeitsunfallversicherung',
    'منسق الرعاية الصحية المعتمد',
    '認定ケアコーディネーター',
  ][place % 3] as string,
}));

export const examples: readonly Example[] = [
  { name: 'usual', element: <AppealsPage frame={frame} kinds={appealsView(own, today)} /> },
  { name: 'empty', element: <AppealsPage frame={frame} kinds={appealsView([], today)} /> },
  {
    name: 'long',
    element: (
      <AppealsPage
        frame={{ ...candidateFrame, path: '/appeals' }}
        kinds={appealsView(long, today)}
      />
    ),
  },
];
