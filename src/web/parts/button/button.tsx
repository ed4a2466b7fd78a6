/** A button sends a form. One primary button a page; anything else is secondary or looks like a link. */
import type { ReactElement } from 'react';

export interface ButtonProps {
  /** A verb and what happens: "Submit your application". */
  readonly label: string;
  readonly look?: 'primary' | 'secondary' | 'link' | undefined;
  /** Tells the server which of several buttons was pressed. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Sends the form to another address than its own. */
  readonly action?: string | undefined;
  /** Said after the label to those who cannot see what the button stands next to: "Remove <diploma.pdf>". */
  readonly heardAlso?: string | undefined;
}

const classes = { primary: 'button', secondary: 'button button-secondary', link: 'link-like' };

export function Button(props: ButtonProps): ReactElement {
  return (
    <button
      type="submit"
      className={classes[props.look ?? 'primary']}
      name={props.name}
      value={props.value}
      formAction={props.action}
    >
      {props.label}
      {props.heardAlso === undefined ? null : (
        <span className="only-heard">{` ${props.heardAlso}`}</span>
      )}
    </button>
  );
}
