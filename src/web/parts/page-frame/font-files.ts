/**
 * The font files that fonts.css names. Each lies in the package of its family, node_modules/@fontsource/<family>/files,
 * and is served as /assets/fonts/<file>; nothing is fetched from another site.
 */
export interface FontFile {
  readonly family: 'public-sans' | 'source-serif-4';
  readonly file: string;
}

const publicSans = [
  'public-sans-latin-400-normal.woff2',
  'public-sans-latin-ext-400-normal.woff2',
  'public-sans-vietnamese-400-normal.woff2',
  'public-sans-latin-600-normal.woff2',
  'public-sans-latin-ext-600-normal.woff2',
  'public-sans-vietnamese-600-normal.woff2',
] as const;

const sourceSerif = [
  'source-serif-4-latin-400-normal.woff2',
  'source-serif-4-latin-ext-400-normal.woff2',
  'source-serif-4-vietnamese-400-normal.woff2',
  'source-serif-4-cyrillic-400-normal.woff2',
  'source-serif-4-greek-400-normal.woff2',
  'source-serif-4-latin-400-italic.woff2',
  'source-serif-4-latin-ext-400-italic.woff2',
  'source-serif-4-latin-600-normal.woff2',
  'source-serif-4-latin-ext-600-normal.woff2',
  'source-serif-4-vietnamese-600-normal.woff2',
  'source-serif-4-cyrillic-600-normal.woff2',
  'source-serif-4-greek-600-normal.woff2',
] as const;

export const fontFiles: readonly FontFile[] = [
  ...publicSans.map((file) => ({ family: 'public-sans', file }) as const),
  ...sourceSerif.map((file) => ({ family: 'source-serif-4', file }) as const),
];
