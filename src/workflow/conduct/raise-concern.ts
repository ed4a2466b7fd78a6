/**
 * Keeps a concern. The receipt code is shown once and kept only as a hash, and so is the passphrase. The code follows
 * from the key of the form and from what was sent, so that a second press shows the first receipt, and changed words are
 * a concern of their own.
 */
import type { Concern } from '../../casework/concern/concern.ts';
import { receiptCode } from '../../casework/concern/receipt-code.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import type { FileToKeep } from '../ports/concern-records.ts';
import type { World } from '../ports/ports.ts';
import { receiptHashOf } from './receipt-hash.ts';

const NOBODY = { rights: 'public', person: undefined } as const;

/** 128 random bits for one form: the same form sent twice is one concern with one receipt. */
export const formKey = (world: Pick<World, 'chance'>): string =>
  toBase64url(world.chance.bytes(16));
const FORM_KEY = /^[A-Za-z0-9_-]{22}$/;

export interface Raised {
  readonly label: string;
  readonly receipt: string;
  /** Sent before with another passphrase: the first one holds. */
  readonly otherPassphraseHolds: boolean;
}

export async function raiseConcern(
  world: Pick<World, 'records' | 'chance' | 'passphrases'>,
  asked: {
    readonly concern: Concern;
    readonly passphrase: string;
    readonly files: readonly FileToKeep[];
    readonly key: string;
  },
): Promise<Raised> {
  const { concern, passphrase, files } = asked;
  const receipt = receiptFor(FORM_KEY.test(asked.key) ? asked.key : formKey(world), concern, files);
  const receiptHash = receiptHashOf(receipt);
  const passphraseHash = await world.passphrases.hash(passphrase);
  const { raised, label, kept } = await world.records.as(NOBODY, async ({ concerns }) => ({
    raised: await concerns.raise(
      {
        id: world.chance.uuid(),
        label: labelFrom('C', world.chance.bytes(7)),
        receiptHash,
        passphraseHash,
      },
      concern,
      files,
    ),
    label: (await concerns.byReceipt(receiptHash))?.label,
    kept: (await concerns.keyOf(receiptHash))?.passphraseHash,
  }));
  if (label === undefined || kept === undefined || kept === null) {
    throw new Error('a concern that was kept is not there');
  }
  const otherPassphraseHolds = !raised && !(await world.passphrases.matches(kept, passphrase));
  return { label, receipt, otherPassphraseHolds };
}

function receiptFor(key: string, concern: Concern, files: readonly FileToKeep[]): string {
  const said = Object.fromEntries(
    Object.entries(concern).map(([name, value]) => [name, value ?? null]),
  );
  const words = canonicalJson({ ...said, files: files.map((file) => file.sha256), key });
  return receiptCode(sha256(utf8(`receipt ${words}`)).slice(0, 13));
}
