/**
 * A form that posts plainly, with no script. The browser's own checks are off, because the server's messages are
 * better: they say how to mend it, stay on the page, and lose nothing.
 */
import type { ReactElement, ReactNode } from 'react';
import type { Frame } from '../page-frame/frame.ts';

export interface PostFormProps {
  readonly frame: Frame;
  readonly action: string;
  readonly children: ReactNode;
  /** True when the form sends files. */
  readonly files?: boolean | undefined;
  /** Sent along unseen: a version the answer belongs to, a key that makes a second press harmless. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Needed only where a page has several forms: says which one this is. */
  readonly name?: string | undefined;
}

export function PostForm(props: PostFormProps): ReactElement {
  return (
    <form
      method="post"
      action={props.action}
      noValidate
      encType={props.files === true ? 'multipart/form-data' : undefined}
      aria-label={props.name}
    >
      <input type="hidden" name="form-token" value={props.frame.formToken} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}
