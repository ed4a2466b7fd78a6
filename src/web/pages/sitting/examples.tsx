/** A question at the start, one with everything on it, one overtaken elsewhere, and the two stops. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { type SittingModel, SittingPage, SittingStopsPage } from './sitting.tsx';

const frame = { ...candidateFrame, path: '/sitting/1' };
const model: SittingModel = {
  sitting: '1',
  programName: 'Larkspur Health Navigator (LHN)',
  epoch: 1,
  superseded: false,
  place: 1,
  of: 30,
  part: undefined,
  question: {
    stem: 'A client will go home with oxygen on Friday. The supplier cannot deliver before Monday. What comes first?',
    options: [
      { id: 'c', text: 'Ask another supplier for Friday' },
      { id: 'a', text: 'Send the client home without oxygen' },
      { id: 'd', text: 'Close the case' },
      { id: 'b', text: 'Wait until somebody asks' },
    ],
  },
  chosen: undefined,
  flagged: false,
  time: { remainingMs: 2_460_000, ends: '2:45 p.m. Eastern Time' },
};
const review = {
  sitting: '1',
  epoch: 1,
  questions: [{ place: 1, answered: false, flagged: false }],
};
const long = `${'A stem may be long and name many things that a reader has to weigh before answering. '.repeat(6)}What comes first?`;

export const examples: readonly Example[] = [
  {
    name: 'first',
    element: <SittingPage frame={frame} model={model} leads review={review} />,
  },
  {
    name: 'last-flagged',
    element: (
      <SittingPage
        frame={{ ...frame, display: { size: 'large', contrast: 'more' } }}
        model={{
          ...model,
          place: 30,
          part: 'Part 2: Working with insurers and with the people they insure',
          chosen: 'a',
          flagged: true,
          question: { ...model.question, stem: long },
          time: { remainingMs: 61_000, ends: undefined },
        }}
        leads={false}
        review={review}
      />
    ),
  },
  {
    name: 'elsewhere',
    element: (
      <SittingPage
        frame={frame}
        model={{ ...model, place: 2, superseded: true }}
        leads={false}
        review={review}
      />
    ),
  },
  { name: 'paused', element: <SittingStopsPage frame={frame} sitting="1" why="paused" /> },
  { name: 'time-up', element: <SittingStopsPage frame={frame} sitting="1" why="time-is-up" /> },
];
