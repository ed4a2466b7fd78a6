/** A file to upload. The form around it must be given `files`. What is already uploaded is listed above the box. */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';
import { describedBy, Field, type FieldProps } from '../field/field.tsx';

export interface FileFieldProps extends FieldProps {
  /** Kinds the browser offers first, such as ".pdf,.jpg,.jpeg,.png". The server looks at the content. */
  readonly accept?: string | undefined;
  readonly uploaded?: readonly string[] | undefined;
}

export function FileField(props: FileFieldProps): ReactElement {
  const uploaded = props.uploaded ?? [];
  return (
    <Field {...props}>
      {uploaded.length === 0 ? null : (
        <ul className="file-list">
          {uploaded.map((file) => (
            <li key={file}>
              <bdi>{en.forms.alreadyUploaded(file)}</bdi>
            </li>
          ))}
        </ul>
      )}
      <input
        className="file-box"
        id={props.name}
        name={props.name}
        type="file"
        accept={props.accept}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
      />
    </Field>
  );
}
