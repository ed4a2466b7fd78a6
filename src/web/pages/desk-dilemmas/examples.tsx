/** The cases of a program with an empty form, one that is written anew with mistakes, and a program without a case. */
import { at } from '../../../kernel/result/at.ts';
import { navigatorDilemmas } from '../../../program/catalog/navigator-dilemmas.ts';
import type { Example } from '../../parts/example.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { DeskDilemmasPage, type DeskDilemmasPageProps } from './desk-dilemmas-page.tsx';

const first = at(navigatorDilemmas, 0);
const ways = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: '', says: '', provisions: '' }));
const props: DeskDilemmasPageProps = {
  frame: frameOf('conduct', '/desk/dilemmas'),
  programs: [
    { value: 'larkspur-navigator', label: 'Larkspur Care Navigator' },
    { value: 'larkspur-care', label: 'Larkspur Care Coordinator' },
  ],
  program: { id: 'larkspur-navigator', name: 'Larkspur Care Navigator' },
  cases: navigatorDilemmas.map(({ slug, title, provisions }, place) => ({
    slug,
    title,
    provisions: provisions.join(', '),
    ours: place === 2,
  })),
  rewriting: undefined,
  typed: { title: '', situation: '', provisions: '', ways },
  mistakes: [],
  news: undefined,
};

export const examples: readonly Example[] = [
  { name: 'list', element: <DeskDilemmasPage {...props} news="The case is published." /> },
  {
    name: 'mistakes',
    element: (
      <DeskDilemmasPage
        {...props}
        rewriting={first}
        typed={{
          title: first.title,
          situation: first.situation,
          provisions: 'R18, R99',
          ways: ways.map((way, place) => {
            const option = first.options[place];
            return option === undefined
              ? way
              : {
                  ...way,
                  text: option.text,
                  says: option.says,
                  provisions: option.provisions.join(', '),
                };
          }),
        }}
        mistakes={[
          { field: 'provisions', message: 'There is no provision R99 in the version in force.' },
          {
            field: 'says-b',
            message: 'What the code says to way 2 is empty. Fill it in to go on.',
          },
        ]}
      />
    ),
  },
  { name: 'none', element: <DeskDilemmasPage {...props} cases={[]} /> },
];
