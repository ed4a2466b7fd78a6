/** Why the invented body asks each question about its people, on what basis, and how long it keeps the answers. */
import type { DimensionToLoad } from '../../workflow/ports/body-to-load.ts';
import { AGE, askedDimensions } from '../people/told.ts';

const PURPOSE =
  'To see whether decisions, waiting times and exam questions treat people alike, and to mend what does not.';
const BASIS =
  'Consent, given on the page and taken back there at any time. Nothing depends on answering.';
/** Years. */
const RETENTION = '5';

export const dimensionsRecorded = (at: number): readonly DimensionToLoad[] =>
  [...askedDimensions.map(({ id }) => id), AGE].map((dimension) => ({
    dimension,
    purpose: PURPOSE,
    basis: BASIS,
    retention: RETENTION,
    recordedBy: 'Eleanor Whitfield-Asante',
    at,
  }));
