/** What a witness is asked, with mistakes, in Spanish, afterwards, and behind a link that does not work. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { WitnessEndPage, WitnessPage, type WitnessPageProps } from './witness-page.tsx';

const frame = { ...guestFrame, path: '/witness/abc' };
const asked: WitnessPageProps = {
  frame,
  language: 'en',
  action: '/witness/abc',
  body: 'Larkspur Board for Care Professions',
  asked: ['What did you see and hear at the front desk on March 2?', 'Who else was there?'],
  until: 'Monday, June 15, 2026',
  typed: '',
  mostFiles: 10,
  mistakes: [],
};

export const examples: readonly Example[] = [
  { name: 'asked', element: <WitnessPage {...asked} /> },
  {
    name: 'mistakes',
    element: (
      <WitnessPage
        {...asked}
        mistakes={[
          {
            field: 'words',
            message: 'What you know: write what you know, or say below that you say nothing.',
          },
          {
            field: 'files',
            message: 'File 1: it is locked with a password. Save a copy without one.',
          },
        ]}
      />
    ),
  },
  {
    name: 'in-spanish',
    element: (
      <WitnessPage
        {...asked}
        language="es"
        asked={['¿Qué vio y oyó en la recepción el 2 de marzo?']}
        until="lunes 15 de junio de 2026"
      />
    ),
  },
  { name: 'done', element: <WitnessEndPage frame={frame} language="en" how="done" /> },
  { name: 'over', element: <WitnessEndPage frame={frame} language="es" how="over" /> },
];
