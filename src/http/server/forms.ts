/** Reads what a browser sends: plain forms, and forms with files, which are read whole up to a limit and never on disk. */
import type { FastifyRequest } from 'fastify';
import type { SentFile } from './visit.ts';

export const LARGEST_FILE = 15 * 1024 * 1024;

export interface Sent {
  readonly form: Record<string, string | string[]>;
  readonly files: readonly SentFile[];
}

export async function readSent(request: FastifyRequest): Promise<Sent> {
  return request.isMultipart()
    ? await readMultipart(request)
    : { form: fieldsOf(request.body), files: [] };
}

export function fieldsOf(body: unknown): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  if (typeof body !== 'object' || body === null) {
    return fields;
  }
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') {
      fields[name] = value;
    } else if (Array.isArray(value)) {
      fields[name] = value.filter((part) => typeof part === 'string');
    }
  }
  return fields;
}

async function readMultipart(request: FastifyRequest): Promise<Sent> {
  const form: Record<string, string | string[]> = Object.create(null);
  const files: SentFile[] = [];
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
          name: part.filename,
          bytes,
          tooLarge: part.file.truncated,
        });
      }
    } else if (typeof part.value === 'string') {
      const before = form[part.fieldname];
      form[part.fieldname] =
        before === undefined
          ? part.value
          : [...(typeof before === 'string' ? [before] : before), part.value];
    }
  }
  return { form, files };
}
