/** Frames and pages as different people see them; the frames are used by every other example. */
import type { Example } from '../example.ts';
import type { Frame } from './frame.ts';
import { PageFrame } from './page-frame.tsx';

export const guestFrame: Frame = {
  path: '/',
  viewer: null,
  demonstration: true,
  formToken: 'token-of-the-example',
  stylesheet: '/assets/evenhand.css',
};

export const candidateFrame: Frame = {
  ...guestFrame,
  path: '/my',
  viewer: { name: 'Nguyễn Thị Minh Khai', role: 'candidate' },
};

const directorFrame: Frame = {
  ...guestFrame,
  path: '/desk/fairness',
  viewer: { name: 'فاطمة الزهراء بنت محمد', role: 'director' },
};

export const examples: readonly Example[] = [
  {
    name: 'guest',
    element: (
      <PageFrame frame={guestFrame} title="A page">
        <h1>A page for anybody</h1>
        <p className="lead">The first sentence says what the page is for.</p>
        <p>
          The rest keeps to a line of 60 to 70 characters, with{' '}
          <a href="/programs">a link to the programs</a>, <strong>a strong word</strong> and{' '}
          <code>a code</code>.
        </p>
        <h2>A second heading</h2>
        <ul>
          <li>One thing</li>
          <li>Another thing</li>
        </ul>
        <h3>A third heading</h3>
        <ol>
          <li>First</li>
          <li>Second</li>
        </ol>
      </PageFrame>
    ),
  },
  {
    name: 'director',
    element: (
      <PageFrame
        frame={directorFrame}
        title="A wide page"
        wide
        unlisted
        trail={{
          above: [
            { href: '/desk/fairness', label: 'Fairness' },
            { href: '/desk/fairness/larkspur-care', label: 'Larkspur Care Coordinator (LCC)' },
          ],
        }}
      >
        <h1>A wide page for staff</h1>
        <p>Tables may be as wide as they need.</p>
      </PageFrame>
    ),
  },
  {
    name: 'exam',
    element: (
      <PageFrame
        frame={{
          ...candidateFrame,
          path: '/exam/1',
          demonstration: false,
          display: { theme: 'dark', size: 'large', contrast: 'more' },
        }}
        title="Question 3 of 30"
        quiet
        mistakes={1}
        scripts={['/assets/exam.js']}
      >
        <h1>Question 3 of 30</h1>
        <p>Quiet: no navigation, no footer.</p>
      </PageFrame>
    ),
  },
];
