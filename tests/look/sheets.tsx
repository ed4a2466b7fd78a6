/**
 * Everything there is to look at: each example of each part, gathered on a few pages, and each example of each page.
 * The style is put together as the server does it: tokens first, then the other files by name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { ReactElement } from 'react';
import type { Example } from '../../src/web/parts/example.ts';
import { guestFrame } from '../../src/web/parts/page-frame/examples.tsx';
import { fontFiles } from '../../src/web/parts/page-frame/font-files.ts';
import { PageFrame } from '../../src/web/parts/page-frame/page-frame.tsx';
import { renderPage } from '../../src/web/parts/page-frame/render-page.ts';

const TOKENS = 'src/web/parts/0-tokens.css';

export interface Sheet {
  readonly name: string;
  readonly html: string;
}

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort((a, b) => (a < b ? -1 : 1));
}

export function stylesheet(): string {
  const files = ['src/web/pages', 'src/web/parts'].flatMap((folder) => filesUnder(folder, '.css'));
  const rest = files.filter((file) => file !== TOKENS);
  return [TOKENS, ...rest].map((file) => readFileSync(file, 'utf8')).join('\n');
}

export function fontFile(address: string): Buffer | undefined {
  const found = fontFiles.find(({ file }) => address.endsWith(`/${file}`));
  return found && readFileSync(`node_modules/@fontsource/${found.family}/files/${found.file}`);
}

async function examplesUnder(
  folder: string,
): Promise<{ of: string; examples: readonly Example[] }[]> {
  const found = [];
  for (const file of filesUnder(folder, '/examples.tsx')) {
    const { examples } = (await import(`../../${file}`)) as { examples: readonly Example[] };
    found.push({ of: file.split('/').at(-2) ?? file, examples });
  }
  return found;
}

/** A part's example may be a whole page (the page frame's are); that one is shown alone. */
const isWhole = (html: string): boolean => html.includes('<html');

export async function sheets(partsOnASheet: number): Promise<Sheet[]> {
  const parts = await examplesUnder('src/web/parts');
  const pages = await examplesUnder('src/web/pages');
  const whole: Sheet[] = [];
  const loose: { of: string; examples: Example[] }[] = [];
  for (const { of, examples } of [...parts, ...pages]) {
    for (const example of examples) {
      const html = renderPage(example.element);
      if (isWhole(html)) whole.push({ name: `${of}-${example.name}`, html });
      else if (loose.at(-1)?.of === of) loose.at(-1)?.examples.push(example);
      else loose.push({ of, examples: [example] });
    }
  }
  const gathered: Sheet[] = [];
  for (let at = 0; at < loose.length; at += partsOnASheet) {
    const some = loose.slice(at, at + partsOnASheet);
    gathered.push({ name: `parts-${some[0]?.of}`, html: renderPage(sheetOf(some)) });
  }
  return [...gathered, ...whole];
}

function sheetOf(parts: readonly { of: string; examples: readonly Example[] }[]): ReactElement {
  return (
    <PageFrame frame={guestFrame} title="Parts" wide={parts.some(({ of }) => of.includes('table'))}>
      <h1>Parts</h1>
      {parts.map(({ of, examples }) => (
        <section key={of}>
          <h2>{of}</h2>
          {examples.map(({ name, element }) => (
            <div key={name}>{element}</div>
          ))}
        </section>
      ))}
    </PageFrame>
  );
}
