/** What use cases need to hand out a credential on paper and as a picture, as types only. */
import type { Certificate } from '../../credential/paper/certificate.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';

/** A credential and what is drawn of it. */
export interface CertificateToPrint {
  readonly certificate: Certificate;
  /** The signed document, as it is served; attached byte for byte. */
  readonly document: string;
}

export interface LetterToPrint extends CertificateToPrint {
  /** The day on which the issuer says how it stands. */
  readonly dated: CivilDate;
  /** The last day of a probation that a public notice tells. */
  readonly probationUntil?: CivilDate | undefined;
  /** Where any credential is checked. */
  readonly checkAt: string;
}

export interface Papers {
  /** Refused where a character of the name stands in no font we have: nothing is signed that cannot be put on paper. */
  namePrints(name: string): Promise<Result<true, 'name-not-printed'>>;
  /** The certificate as a tagged PDF (PDF/UA-1) with the credential attached. The same credential gives the same bytes. */
  certificate(paper: CertificateToPrint): Promise<Result<Uint8Array, 'not-printed'>>;
  /** An SVG picture as PNG. */
  picture(svg: string): Promise<Uint8Array>;
  /** A letter to an employer or a licensing board, in the same form. */
  letter(paper: LetterToPrint): Promise<Result<Uint8Array, 'not-printed'>>;
}
