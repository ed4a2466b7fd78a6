/** The words after `evenhand verify`, and the files they name. */
import { parseArgs } from 'node:util';

export interface VerifyOptions {
  readonly file: string;
  /** Files that stand for pages of keys and status lists. */
  readonly given: readonly string[];
  /** A folder with `did.json` and `status-lists.json`. */
  readonly bundle: string | undefined;
  readonly asOf: string | undefined;
  readonly offline: boolean;
  readonly format: 'text' | 'json';
}

/** The options, or what is wrong with them. `--offline` stands alone or in front of the folder of a bundle. */
export function verifyOptions(args: readonly string[]): VerifyOptions | string {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: args.map((word) => word.replace(/^--offline=/, '--bundle=')),
      allowPositionals: true,
      tokens: true,
      options: {
        'as-of': { type: 'string' },
        did: { type: 'string', multiple: true },
        status: { type: 'string', multiple: true },
        offline: { type: 'boolean' },
        bundle: { type: 'string' },
        format: { type: 'string' },
      },
    });
    const place = tokens.findIndex((one) => one.kind === 'option' && one.name === 'offline');
    const next = place < 0 ? undefined : tokens[place + 1];
    const behind = next?.kind === 'positional' && positionals.length === 2 ? next.value : undefined;
    const bundle = values.bundle ?? behind;
    const [file, ...more] =
      behind === undefined
        ? positionals
        : tokens.flatMap((one) => (one.kind === 'positional' && one !== next ? [one.value] : []));
    const format = values.format ?? 'text';
    if (format !== 'text' && format !== 'json') {
      return `"${format}" is not a format. Write --format text or --format json.`;
    }
    return file === undefined || more.length > 0
      ? 'Name one file that holds a credential: JSON, PNG, SVG or PDF.'
      : {
          file,
          given: [...(values.did ?? []), ...(values.status ?? [])],
          bundle,
          asOf: values['as-of'],
          offline: values.offline === true || bundle !== undefined,
          format,
        };
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
