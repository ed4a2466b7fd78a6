/** A credential on paper, for whoever has its address. Paper says nothing of a revocation, so only one that counts is printed. */
import { mayBeReliedOn } from '../../casework/award/standing.ts';
import { bakePng } from '../../credential/carrier/png.ts';
import { bakeSvg } from '../../credential/carrier/svg.ts';
import { badgePicture } from '../../credential/paper/badge-picture.ts';
import { certificateOf } from '../../credential/paper/certificate.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CertificateToPrint } from '../ports/papers.ts';
import type { World } from '../ports/ports.ts';
import { copyAt } from './registry-record.ts';

export type PaperKind = 'certificate' | 'letter' | 'badge-svg' | 'badge-png';

export async function credentialOnPaper(
  world: Pick<World, 'records' | 'clock' | 'papers' | 'origin'>,
  id: string,
  kind: PaperKind,
): Promise<Result<Uint8Array, 'no-such-credential' | 'not-current' | 'not-printed'>> {
  const found = await copyAt(world, id);
  const certificate = found === undefined ? undefined : certificateOf(found.document);
  if (found === undefined || certificate === undefined) {
    return refuse('no-such-credential', 'there is no such credential');
  }
  const { standing } = found;
  if (!mayBeReliedOn(standing)) {
    return refuse(
      'not-current',
      'this credential does not count today, so it is put on no paper and in no picture',
    );
  }
  const paper = { certificate, document: JSON.stringify(found.document) };
  switch (kind) {
    case 'certificate':
      return await world.papers.certificate(paper);
    case 'letter':
      return await world.papers.letter({
        ...paper,
        dated: world.clock.today(),
        probationUntil: standing.word === 'probation' ? standing.until : undefined,
        checkAt: `${world.origin}/verify`,
      });
    default:
      return await baked(world, paper, kind);
  }
}

/** A picture of the badge with the signed credential inside. */
async function baked(
  { papers }: Pick<World, 'papers'>,
  { certificate, document }: CertificateToPrint,
  kind: 'badge-svg' | 'badge-png',
): Promise<Result<Uint8Array, 'not-printed'>> {
  const drawn = badgePicture(certificate);
  const made =
    kind === 'badge-png'
      ? bakePng(await papers.picture(drawn), document)
      : bakeSvg(drawn, document);
  if (!made.ok) {
    return refuse('not-printed', made.refusal.because);
  }
  return success(typeof made.value === 'string' ? utf8(made.value) : made.value);
}
