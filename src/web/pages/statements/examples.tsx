/** Both statements. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { AccessibilityPage, PrivacyPage } from './statement-page.tsx';

export const examples: readonly Example[] = [
  {
    name: 'accessibility',
    element: <AccessibilityPage frame={{ ...guestFrame, path: '/accessibility' }} />,
  },
  { name: 'privacy', element: <PrivacyPage frame={{ ...guestFrame, path: '/privacy' }} /> },
];
