/** Sends mail: to an SMTP server, or into a folder that the demonstration shows as an inbox. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

export interface Postman {
  /** The latest letters, where they are kept here; undefined where they went out. */
  readonly inbox: ((limit: number) => Promise<readonly FolderLetter[]>) | undefined;
  /** Says how it was delivered; throws where it was not, and the job tries again. */
  deliver(letter: Letter): Promise<string>;
}

export function smtpPostman(url: string, from: string): Postman {
  const transport = createTransport(url);
  return {
    inbox: undefined,
    async deliver({ to, subject, body }) {
      const answer = await transport.sendMail({
        from,
        // One letter goes to one address: a comma in it must not make two.
        to: { name: '', address: to },
        subject,
        text: body,
      });
      return `accepted by the mail server: ${answer.response}`;
    },
  };
}

export interface FolderLetter extends Letter {
  readonly at: string;
}

export function folderPostman(
  folder: string,
): Postman & { readonly inbox: NonNullable<Postman['inbox']> } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    async deliver(letter) {
      const at = new Date().toISOString();
      const name = `${at.replaceAll(':', '-')}-${randomUUID()}.json`;
      const making = path.join(folder, `.${name}`);
      await writeFile(making, JSON.stringify({ ...letter, at }), { mode: 0o600 });
      await rename(making, path.join(folder, name));
      return 'kept in the mail folder';
    },
    async inbox(limit) {
      const names = (await readdir(folder))
        .filter((name) => !name.startsWith('.') && name.endsWith('.json'))
        .sort()
        .reverse();
      const letters = await Promise.all(
        names.slice(0, limit).map((name) => readFile(path.join(folder, name), 'utf8')),
      );
      return letters.map((text) => JSON.parse(text) as FolderLetter);
    },
  };
}
