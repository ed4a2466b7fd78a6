/** Reads what a browser sends: plain forms, and forms with files, which are read whole up to a limit and never on disk. */
import type { FastifyRequest } from 'fastify';
import type { Fields, SentFile } from './visit.ts';

export const LARGEST_FILE = 15 * 1024 * 1024;
export const MOST_FILES_AT_ONCE = 12;

export interface Sent {
  readonly form: Record<string, string | string[]>;
  readonly files: readonly SentFile[];
  /** More files were sent than one form may send; those beyond are not here. */
  readonly tooManyFiles?: true;
}

export async function readSent(request: FastifyRequest): Promise<Sent> {
  return request.isMultipart()
    ? await readMultipart(request)
    : { form: fieldsOf(request.body), files: [] };
}

/**
 * A zero byte can stand in no page and in no text that PostgreSQL keeps. It becomes the sign for a lost character, as
 * in every browser that reads one (HTML standard, 13.2.3.5), so that whoever sent it sees where.
 */
const whole = (text: string): string => text.replaceAll('\u0000', '\ufffd');

export function fieldsOf(body: unknown): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  if (typeof body !== 'object' || body === null) {
    return fields;
  }
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') {
      fields[name] = whole(value);
    } else if (Array.isArray(value)) {
      fields[name] = value.filter((part) => typeof part === 'string').map(whole);
    }
  }
  return fields;
}

async function readMultipart(request: FastifyRequest): Promise<Sent> {
  const form: Record<string, string | string[]> = Object.create(null);
  const files: SentFile[] = [];
  try {
    await readParts(request, form, files);
  } catch (cause) {
    if (!isOneFileTooMany(cause)) {
      throw cause;
    }
    return { form, files, tooManyFiles: true };
  }
  return { form, files };
}

const isOneFileTooMany = (cause: unknown): boolean =>
  typeof cause === 'object' &&
  cause !== null &&
  'code' in cause &&
  cause.code === 'FST_FILES_LIMIT';

async function readParts(
  request: FastifyRequest,
  form: Record<string, string | string[]>,
  files: SentFile[],
): Promise<void> {
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const pieces: Buffer[] = [];
      for await (const piece of part.file) {
        pieces.push(piece);
      }
      const bytes = new Uint8Array(Buffer.concat(pieces));
      if (part.filename !== '' || bytes.length > 0) {
        files.push({
          field: part.fieldname,
          name: whole(part.filename),
          bytes,
          tooLarge: part.file.truncated,
        });
      }
    } else if (typeof part.value === 'string') {
      const value = whole(part.value);
      const before = form[part.fieldname];
      form[part.fieldname] =
        before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
    }
  }
}

/** Passphrases are shown to nobody; the rest is the page's own. */
const NOT_TYPED = new Set(['form-token', 'carried', 'passphrase', 'old', 'fresh']);

/** What somebody wrote in sentences, to show it again where the page it came from cannot be shown. */
export const sentencesIn = (form: Fields): readonly string[] =>
  Object.entries(form)
    .filter(([name]) => !NOT_TYPED.has(name))
    .flatMap(([, value]) => value)
    .filter((text) => /\S\s+\S/.test(text));
