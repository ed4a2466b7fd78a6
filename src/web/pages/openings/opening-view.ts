/** What the page of one opening shows. */
import type { Stage } from '../../../casework/opening/stage.ts';
import type {
  BodyStanding,
  DrawRecord,
  Opening,
  RecognitionCount,
} from '../../../workflow/ports/seat-records.ts';
import type { Frame } from '../../parts/page-frame/frame.ts';

export interface OpeningPageProps {
  readonly frame: Frame;
  readonly opening: Opening;
  readonly program: string;
  readonly stage: Stage;
  /** Of the body; undefined where something is recognized. */
  readonly standing: BodyStanding | undefined;
  /** Of a recognition that is closed. */
  readonly outcome: (RecognitionCount & { readonly names: readonly string[] }) | undefined;
  readonly draw: DrawRecord;
  /** Names of the files there are. */
  readonly files: readonly string[];
}

/** Values of the published pool, a row each: the label and one value for each category. */
export function poolRows(pool: string): readonly (readonly string[])[] {
  return pool
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
}
