/** A whole code of our own, one of which only the structure is known, the same under an invented name, and what changed. */
import { date } from '../../../kernel/dates/civil-date.ts';
import { programOf } from '../../../program/catalog/catalog.ts';
import { codeOf } from '../../../program/catalog/codes.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { ChangesPage } from './changes-page.tsx';
import { changesView } from './changes-view.ts';
import { CodePage } from './code-page.tsx';
import { codeView, versionNamed } from './code-view.ts';

const today = date('2027-01-12');

function example(id: string, name = ''): Example {
  const [program, code] = [programOf(id), codeOf(id)];
  const version = code && versionNamed(code, name, today);
  if (program === undefined || code === undefined || version === undefined) {
    throw new Error(`no code ${id} ${name}`);
  }
  const frame = { ...guestFrame, path: `/programs/${id}/code` };
  return {
    name: name === '' ? id : `${id}-${name}`,
    element: <CodePage frame={frame} code={codeView(program, code, version, today)} />,
  };
}

function changed(id: string): Example {
  const [program, code] = [programOf(id), codeOf(id)];
  const [before, after] = code?.versions ?? [];
  if (program === undefined || code === undefined || !before || !after) {
    throw new Error(`no two versions of the code of ${id}`);
  }
  const frame = { ...guestFrame, path: `/programs/${id}/code/changes` };
  return {
    name: 'changes',
    element: <ChangesPage frame={frame} changes={changesView(program, code, before, after)} />,
  };
}

export const examples: readonly Example[] = [
  example('ccm'),
  example('larkspur-work'),
  example('larkspur-navigator'),
  example('larkspur-navigator', '2023'),
  changed('larkspur-navigator'),
];
