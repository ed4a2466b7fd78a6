/** No notice, and a page with a corrected one, a long name and a revocation. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import type { NoticeShown } from './notice-entry.tsx';
import { NoticesPage } from './notices-page.tsx';

const frame = { ...guestFrame, path: '/notices' };

export const suspended: NoticeShown = {
  ...{ id: '1', holder: 'Nguyễn Thị Minh Khai', kind: 'Suspension', isRevocation: false },
  program: 'Larkspur Health Navigator',
  provisions: [
    { number: 'R1', href: '/programs/larkspur-navigator/code#R1' },
    { number: 'R3', href: '/programs/larkspur-navigator/code#R3' },
  ],
  ...{ from: 'Monday, March 1, 2027', until: 'Wednesday, March 1, 2028' },
  credentialHref: '/c/4kq0X8zWm1TgB7yPv2nRuA',
  corrections: [],
};

export const examples: readonly Example[] = [
  { name: 'none', element: <NoticesPage frame={frame} notices={[]} /> },
  {
    name: 'full',
    element: (
      <NoticesPage
        frame={frame}
        notices={[
          {
            ...suspended,
            corrections: [
              {
                ...{ id: '9', from: 'Friday, May 7, 2027' },
                words: 'The decision behind this notice was reversed. It no longer holds.',
              },
            ],
          },
          {
            ...suspended,
            ...{ id: '2', kind: 'Revocation', isRevocation: true, credentialHref: undefined },
            holder: 'عبد الرحمن بن محمد بن عبد الله الأنصاري الخزرجي المعروف بابن النجار',
          },
        ]}
      />
    ),
  },
];
