/** Nothing uploaded yet and a file that was refused; and one that is already there. */
import type { Example } from '../example.ts';
import { FileField } from './file-field.tsx';

export const examples: readonly Example[] = [
  {
    name: 'wrong',
    element: (
      <FileField
        name="file-license"
        label="A copy of your license"
        hint="PDF, JPEG or PNG, up to 15 MB. Only the records clerk sees it; the reviewer never does."
        accept=".pdf,.jpg,.jpeg,.png"
        error="That file is empty (0 bytes). Open it to see whether it is the right one, then upload it again."
      />
    ),
  },
  {
    name: 'uploaded',
    element: (
      <FileField
        name="file-degree"
        label="A copy of your diploma"
        hint="PDF, JPEG or PNG, up to 15 MB."
        uploaded={['Dilan Yılmaz – diploma (final) 2.pdf']}
      />
    ),
  },
];
