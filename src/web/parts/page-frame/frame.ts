/**
 * What the server knows about a request and every page needs: who is looking, where, and how they like to see it.
 * Built once per request and handed to each page as `frame`.
 */
export type Role =
  | 'candidate'
  | 'clerk'
  | 'reviewer'
  | 'staff'
  | 'director'
  | 'auditor'
  | 'board'
  | 'conduct'
  | 'ombud'
  | 'panel'
  | 'custodian';

export interface SignedIn {
  readonly name: string;
  readonly role: Role;
}

export interface Display {
  readonly theme?: 'light' | 'dark' | undefined;
  readonly size?: 'large' | 'largest' | undefined;
  readonly contrast?: 'more' | undefined;
}

export interface Frame {
  /** The address shown, such as "/programs"; marks the current place in the navigation. */
  readonly path: string;
  /** Nobody signed in: null. */
  readonly viewer: SignedIn | null;
  /** True where the body and its people are invented: the banner says so. */
  readonly demonstration: boolean;
  /** Goes into every form, so that another site cannot post in this person's name. */
  readonly formToken: string;
  /** The address of the one stylesheet. */
  readonly stylesheet: string;
  readonly display?: Display | undefined;
  /** What was written in the form that this page answers; a page that cannot show the form shows these words again. */
  readonly written?: readonly string[] | undefined;
}

export interface Place {
  readonly href: string;
  readonly label: string;
}
