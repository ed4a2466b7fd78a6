/** A file to upload. The form around it must be given `files`. What is already uploaded is listed above the box. */
import type { ReactElement } from 'react';
import { describedBy, Field, type FieldProps } from '../field/field.tsx';
import { useForms } from '../page-frame/language.ts';

export interface FileFieldProps extends FieldProps {
  /** Kinds the browser offers first, such as ".pdf,.jpg,.jpeg,.png". The server looks at the content. */
  readonly accept?: string | undefined;
  readonly uploaded?: readonly string[] | undefined;
  /** Several files may be chosen at once. */
  readonly multiple?: boolean | undefined;
}

export function FileField(props: FileFieldProps): ReactElement {
  const forms = useForms();
  const uploaded = props.uploaded ?? [];
  return (
    <Field {...props}>
      {uploaded.length === 0 ? null : (
        <ul className="file-list">
          {uploaded.map((file) => (
            <li key={file}>
              <bdi>{forms.alreadyUploaded(file)}</bdi>
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
        multiple={props.multiple}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
      />
    </Field>
  );
}
