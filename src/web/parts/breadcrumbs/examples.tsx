/** One place above, and several. */
import type { Example } from '../example.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';

export const examples: readonly Example[] = [
  { name: 'back', element: <Breadcrumbs above={[{ href: '/programs', label: 'Programs' }]} /> },
];
