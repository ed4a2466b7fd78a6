import type { BuildOptions } from 'esbuild';

export declare const browserOptions: Pick<
  BuildOptions,
  'bundle' | 'format' | 'platform' | 'target' | 'jsx' | 'minify' | 'define' | 'plugins' | 'logLevel'
>;
