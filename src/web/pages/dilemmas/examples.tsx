/** The list for a stranger, for somebody who worked through some, and empty; a case before, with a mistake, and after. */
import { date } from '../../../kernel/dates/civil-date.ts';
import { at } from '../../../kernel/result/at.ts';
import { navigatorCode } from '../../../program/catalog/navigator-code.ts';
import { navigatorDilemmas } from '../../../program/catalog/navigator-dilemmas.ts';
import type { Dilemma } from '../../../program/conduct/dilemma.ts';
import { provisionsOf } from '../../../program/definition/code-of-conduct.ts';
import type { Example } from '../../parts/example.ts';
import { candidateFrame, guestFrame } from '../../parts/page-frame/examples.tsx';
import { DilemmaPage, type DilemmaPageProps } from './dilemma-page.tsx';
import { DilemmasPage } from './dilemmas-page.tsx';

const program = {
  id: 'larkspur-navigator',
  name: 'Larkspur Care Navigator',
  notice: 'An invented program of an invented body.',
};
const path = `/programs/${program.id}/dilemmas`;
const titles = new Map(
  provisionsOf(at(navigatorCode.versions, 1)).map(({ provision }) => [
    provision.number,
    provision.title.value ?? '',
  ]),
);
const props = (dilemma: Dilemma): DilemmaPageProps => ({
  frame: { ...guestFrame, path: `${path}/${dilemma.slug}` },
  program,
  dilemma,
  version: '2026',
  titles,
  chosen: undefined,
  mistakes: [],
});
const gift = props(at(navigatorDilemmas, 0));
const payer = props(at(navigatorDilemmas, 4));

export const examples: readonly Example[] = [
  {
    name: 'list',
    element: (
      <DilemmasPage
        frame={{ ...guestFrame, path }}
        program={program}
        cases={navigatorDilemmas}
        done={new Map()}
      />
    ),
  },
  {
    name: 'list-done',
    element: (
      <DilemmasPage
        frame={{ ...candidateFrame, path }}
        program={program}
        cases={navigatorDilemmas}
        done={new Map([['preferred-list', date('2026-03-27')]])}
      />
    ),
  },
  {
    name: 'empty',
    element: (
      <DilemmasPage frame={{ ...guestFrame, path }} program={program} cases={[]} done={new Map()} />
    ),
  },
  { name: 'case', element: <DilemmaPage {...gift} /> },
  {
    name: 'mistakes',
    element: (
      <DilemmaPage
        {...gift}
        frame={{ ...candidateFrame, path: gift.frame.path }}
        mistakes={[
          { field: 'way', message: 'Choose one of the ways, then see what the code says to each.' },
        ]}
      />
    ),
  },
  { name: 'chosen', element: <DilemmaPage {...payer} chosen="b" /> },
];
