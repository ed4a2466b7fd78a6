/** What a matter takes over from the concern that it is opened from: whoever raised it, as they chose to appear. */
import { languageOf, pathOf } from '../../casework/concern/concern.ts';
import type { Naming } from '../../casework/conduct/conduct-event.ts';
import type { ComplaintAbout } from '../../program/conduct/allegation.ts';
import type { OpenedConcern } from './handle-concern.ts';
import type { Complainant } from './open-complaint.ts';

const NAMING: Readonly<Record<string, Naming>> = {
  named: 'to-all',
  staff: 'to-staff',
  anonymous: 'anonymous',
};

/** Their own choice, and nobody else's: where it cannot be read, as little as possible is told. */
export const namingOf = (visibility: string): Naming => NAMING[visibility] ?? 'anonymous';

export const complainantFrom = ({ row, fullName, contact }: OpenedConcern): Complainant => ({
  ...{ concern: row.id, person: undefined, fullName, contact },
  naming: namingOf(row.visibility),
  language: languageOf(row.language),
  hopes: row.hope ?? '',
});

/** The body complains by itself: it has no name to hide and no address to write to. */
export const BODY_COMPLAINS: Complainant = {
  ...{ concern: undefined, person: undefined, fullName: undefined, contact: undefined },
  ...{ naming: 'to-all', language: 'en', hopes: '' },
};

export const aboutOf = (subject: string): ComplaintAbout =>
  pathOf(subject) === 'conduct' ? 'person' : 'body';
