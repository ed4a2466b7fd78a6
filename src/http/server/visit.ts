/** One request as a handler sees it, and what a handler may answer. */
import type { RouteId } from '../../contract/routes/routes.ts';
import type { Frame } from '../../web/parts/page-frame/frame.ts';
import type { SessionRow } from '../../workflow/ports/records.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** More was sent than may be kept; the bytes are not whole. */
  readonly tooLarge: boolean;
}

export interface Visit {
  readonly route: RouteId;
  /** The path asked for, without the query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Fields;
  readonly form: Fields;
  readonly files: readonly SentFile[];
  /** More files were sent than one form may send; only routes that say so themselves get to see it. */
  readonly tooManyFiles?: true;
  /** The body of a JSON route. */
  readonly json: unknown;
  readonly session: SessionRow | undefined;
  /** What another program sent as JSON, letter by letter. */
  readonly text?: string | undefined;
  /** The token that another program sends with its call, in the head `Authorization: Bearer`. */
  readonly bearer?: string | undefined;
  /** The session's token; undefined where nobody is signed in. */
  readonly token: string | undefined;
  readonly frame: Frame;
}

/** A visit of somebody signed in. */
export interface SignedInVisit extends Visit {
  readonly session: SessionRow;
  readonly token: string;
}

export type Reply =
  | {
      readonly kind: 'page';
      readonly html: string;
      readonly status?: number;
      readonly cookie?: Cookie;
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly cookie?: Cookie }
  | { readonly kind: 'json'; readonly body: unknown; readonly status?: number }
  | {
      readonly kind: 'bytes';
      readonly type: string;
      readonly bytes: Uint8Array | string;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** Opens or ends the session of the browser. */
export type Cookie =
  | { readonly session: string; readonly expiresAt: number }
  | { readonly session: undefined };

export type Handler = (visit: Visit) => Promise<Reply>;
export type SignedInHandler = (visit: SignedInVisit) => Promise<Reply>;

export const page = (html: string, status?: number): Extract<Reply, { kind: 'page' }> =>
  status === undefined ? { kind: 'page', html } : { kind: 'page', html, status };
export const redirect = (to: string): Reply => ({ kind: 'redirect', to });

/** A field sent once; the first value where it was sent more often; empty where it was not sent. */
export function one(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** Every value of a field, in the order sent. */
export function many(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** For handlers of routes that only signed-in people reach; the guard has made sure. */
export const signedIn =
  (handler: SignedInHandler): Handler =>
  (visit) => {
    const { session, token } = visit;
    if (session === undefined || token === undefined) {
      throw new Error(`${visit.route} was reached by nobody`);
    }
    return handler({ ...visit, session, token });
  };
