/** The step a page is about, and a file to save. */
import type { Example } from '../example.ts';
import { LinkButton } from './link-button.tsx';

export const examples: readonly Example[] = [
  { name: 'go', element: <LinkButton href="/apply" label="Start your application" /> },
  {
    name: 'save',
    element: (
      <LinkButton
        href="/c/x/credential.json"
        label="Download the credential"
        look="secondary"
        saveAs="credential.json"
      />
    ),
  },
];
