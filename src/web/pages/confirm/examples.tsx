/** The page behind a mailed link: the question, a mistake, thanks, and a link that is over. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renewal as words } from '../../words/renewal.ts';
import { ConfirmPage, type ConfirmPageProps } from './confirm-page.tsx';

const ask: ConfirmPageProps = {
  frame: { ...guestFrame, path: '/confirm/abc' },
  ...{ action: '/confirm/abc', state: 'ask', who: 'Nguyễn Thị Mai', mistakes: [] },
  facts: [
    { term: words.confirm.facts.title, value: 'Ethics, part 1' },
    { term: words.confirm.facts.on, value: 'Friday, May 29, 2026' },
  ],
  typed: { tookPlace: '', hours: '', words: '' },
};

export const examples: readonly Example[] = [
  { name: 'ask', element: <ConfirmPage {...ask} /> },
  {
    name: 'mistake',
    element: (
      <ConfirmPage
        {...ask}
        mistakes={[{ field: 'took-place', message: 'Say whether they took part.' }]}
      />
    ),
  },
  { name: 'done', element: <ConfirmPage {...ask} state="done" /> },
  { name: 'over', element: <ConfirmPage {...ask} state="over" /> },
];
