/** The one style sheet, the fonts and the browser scripts: read once at the start, named by their content. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fontFiles } from '../../web/parts/page-frame/font-files.ts';

export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

export interface Assets {
  readonly stylesheet: string;
  find(name: string): Asset | undefined;
}

export function openAssets(root: string, scripts: string): Assets {
  const css = Buffer.from(styleText(path.join(root, 'src', 'web')));
  const digest = createHash('sha256').update(css).digest('hex').slice(0, 12);
  const known = new Map<string, Asset>();
  known.set(`style-${digest}.css`, { type: 'text/css; charset=utf-8', bytes: css });
  const mark = path.join(root, 'src', 'web', 'parts', 'page-frame', 'mark.svg');
  known.set('mark.svg', { type: 'image/svg+xml', bytes: readFileSync(mark) });
  const require = createRequire(path.join(root, 'package.json'));
  for (const font of fontFiles) {
    const folder = path.dirname(require.resolve(`@fontsource/${font.family}/package.json`));
    known.set(`fonts/${font.file}`, {
      type: 'font/woff2',
      bytes: readFileSync(path.join(folder, 'files', font.file)),
    });
  }
  if (existsSync(scripts)) {
    for (const name of readdirSync(scripts).filter((file) => file.endsWith('.js'))) {
      known.set(name, {
        type: 'text/javascript; charset=utf-8',
        bytes: readFileSync(path.join(scripts, name)),
      });
    }
  }
  return { stylesheet: `/assets/style-${digest}.css`, find: (name) => known.get(name) };
}

/** Style files under src/web, all or those that are wanted: the tokens first, then the frame, then parts and pages by name. */
export function styleText(folder: string, wanted: (file: string) => boolean = () => true): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css') && wanted(file))
    .sort((a, b) => order(a) - order(b) || a.localeCompare(b));
  return files.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
}

function order(file: string): number {
  if (file.includes('0-tokens')) {
    return 0;
  }
  if (file.includes('page-frame')) {
    return file.includes('fonts') ? 1 : 2;
  }
  return file.startsWith('parts') ? 3 : 4;
}
