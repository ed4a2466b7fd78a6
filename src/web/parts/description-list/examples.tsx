/** The check-your-answers list with a long name and a single name. */
import type { Example } from '../example.ts';
import { DescriptionList } from './description-list.tsx';

export const examples: readonly Example[] = [
  {
    name: 'answers',
    element: (
      <DescriptionList
        items={[
          { term: 'Name on the credential', value: <bdi>Suharto</bdi>, changeAt: '/my/a/name' },
          {
            term: 'Education',
            value: 'License as a registered nurse, Puerto Rico, issued March 27, 2019',
            changeAt: '/my/a/education',
          },
          {
            term: 'Former name',
            value: (
              <bdi>Wolfeschlegelsteinhausenbergerdorff-Ramanujapuramvenkataraghavanthirumalai</bdi>
            ),
          },
        ]}
      />
    ),
  },
];
