/** Nothing chosen and nobody asks; a mistake beside employers who ask, were agreed to and refused. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { register as words } from '../../words/register.ts';
import { MyRegisterPage, type MyRegisterPageProps } from './my-register-page.tsx';

const page: MyRegisterPageProps = {
  frame: { ...candidateFrame, path: '/my/register' },
  ...{ news: undefined, shown: 'number', place: '', asks: [], mistakes: [] },
  places: [{ value: 'OH', label: 'Ohio' }],
};
const ask = (line: number, organization: string) => ({
  at: `/my/register/rosters/r/${line}`,
  asked: words.my.asked(organization, 'LCC', 'November 30, 2026'),
  until: words.my.until('Tuesday, November 30, 2027'),
});

export const examples: readonly Example[] = [
  { name: 'nothing', element: <MyRegisterPage {...page} /> },
  {
    name: 'asked',
    element: (
      <MyRegisterPage
        {...page}
        shown="name"
        news={words.my.answered}
        mistakes={[
          { field: 'place', message: 'State: choose where you practice, to be found by name.' },
        ]}
        asks={[
          { ...ask(1, 'Harbor Hospital'), answer: undefined },
          { ...ask(2, 'Clínica del Río'), answer: 'agreed' },
          { ...ask(3, '河岸医院'), answer: 'refused' },
        ]}
      />
    ),
  },
];
