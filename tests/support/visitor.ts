/** Somebody with a browser that runs no script: cookies, links, plain forms. Over real HTTP to the real server. */
import assert from 'node:assert/strict';

export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly headers: string;
  readonly location: string | null;
}

export class Visitor {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string, session?: string) {
    this.#origin = origin;
    if (session !== undefined) {
      this.#cookies.set('evenhand-session', session);
    }
  }

  async see(path: string): Promise<Seen> {
    return await this.#fetch(path, { method: 'GET' });
  }

  /** Opens the page, takes the form's token from it, sends the fields. */
  async send(page: string, fields: Readonly<Record<string, string>>, action = page): Promise<Seen> {
    const opened = await this.see(page);
    const token = /name="form-token" value="([^"]*)"/.exec(opened.text)?.[1];
    assert.ok(token !== undefined, `${page} has no form`);
    const body = new URLSearchParams({ 'form-token': token, ...fields });
    return await this.#fetch(action, {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin' },
    });
  }

  /** The same for a form that sends files and names sent more than once. */
  async upload(
    page: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    files: readonly { readonly field: string; readonly name: string; readonly bytes: Uint8Array }[],
    action = page,
  ): Promise<Seen> {
    const opened = await this.see(page);
    const body = new FormData();
    body.set('form-token', /name="form-token" value="([^"]*)"/.exec(opened.text)?.[1] ?? '');
    for (const [name, value] of Object.entries(fields)) {
      for (const one of typeof value === 'string' ? [value] : value) {
        body.append(name, one);
      }
    }
    for (const { field, name, bytes } of files) {
      body.append(field, new Blob([new Uint8Array(bytes)]), name);
    }
    const headers = { 'sec-fetch-site': 'same-origin' };
    return await this.#fetch(action, { method: 'POST', body, headers });
  }

  async #fetch(path: string, init: RequestInit): Promise<Seen> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${this.#origin}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) {
        this.#cookies.set(name, value);
      }
    }
    const bytes = Buffer.from(await answer.arrayBuffer());
    return {
      status: answer.status,
      text:
        bytes.toString('latin1') === bytes.toString('utf8')
          ? bytes.toString('latin1')
          : bytes.toString('utf8'),
      headers: JSON.stringify([...answer.headers]),
      location: answer.headers.get('location'),
    };
  }
}
