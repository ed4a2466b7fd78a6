/** No opinion yet, several of every standing, a search that finds none, and single opinions, one of them very long. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { gifts, long, replaced, withdrawn } from './invented-opinions.ts';
import { OpinionPage } from './opinion-page.tsx';
import { OpinionsPage, type OpinionsPageProps } from './opinions-page.tsx';

const program = {
  id: 'larkspur-navigator',
  name: 'Larkspur Care Navigator',
  notice: 'An invented program of an invented body.',
};
const at = `/programs/${program.id}/opinions`;
const list: OpinionsPageProps = {
  frame: { ...guestFrame, path: at },
  program,
  opinions: [gifts, withdrawn, replaced, long],
  any: true,
  provisions: [
    { value: 'R16', label: 'R16 Conflicts of interest' },
    { value: 'R18', label: 'R18 Gifts' },
  ],
  wish: { provision: '', words: '' },
};
const one = (opinion: typeof gifts) => (
  <OpinionPage
    frame={{ ...guestFrame, path: `${at}/${opinion.label}` }}
    program={program}
    opinion={opinion}
    version="2026"
    cites={opinion.cites.map((number) => ({
      number,
      title: number === 'R18' ? 'Gifts' : 'Conflicts of interest',
      href: `/programs/${program.id}/code?version=2026#${number}`,
    }))}
  />
);

export const examples: readonly Example[] = [
  { name: 'empty', element: <OpinionsPage {...list} opinions={[]} any={false} provisions={[]} /> },
  { name: 'usual', element: <OpinionsPage {...list} /> },
  {
    name: 'not-found',
    element: (
      <OpinionsPage {...list} opinions={[]} wish={{ provision: 'R16', words: 'Überweisung' }} />
    ),
  },
  { name: 'one', element: one(gifts) },
  { name: 'withdrawn', element: one(withdrawn) },
  { name: 'replaced', element: one(replaced) },
  { name: 'long', element: one(long) },
];
