/** The public door of the decision log: trees, checkpoints, receipts and the check of a whole log. */
export {
  type Checkpoint,
  checkpointText,
  type OpenedCheckpoint,
  openCheckpoint,
  readCheckpoint,
  signCheckpoint,
} from '../ledger/checkpoint/checkpoint.ts';
export { checkEd25519, ed25519Signer } from '../ledger/checkpoint/ed25519.ts';
export {
  type CheckEd25519,
  type NoteKey,
  type NoteSigner,
  noteKey,
  openNote,
  readNoteKey,
  signNote,
  writeNoteKey,
} from '../ledger/checkpoint/note.ts';
export {
  type CheckedReceipt,
  checkReceipt,
  readLogProof,
  writeLogProof,
  writeReceipt,
} from '../ledger/checkpoint/receipt.ts';
export {
  type Fault,
  type FaultKind,
  type LogReport,
  type LogToVerify,
  verifyLog,
} from '../ledger/checkpoint/verify-log.ts';
export {
  type Commit,
  commitTo,
  entryBytes,
  type LedgerEntry,
  type Opening,
  opens,
  readEntry,
} from '../ledger/entry/entry.ts';
export { checkConsistency, consistencyProof } from '../ledger/merkle/consistency.ts';
export {
  type Appended,
  appendLeaf,
  type CompleteNode,
  EMPTY_FRONTIER,
  type Frontier,
  frontier,
  rootOf,
} from '../ledger/merkle/frontier.ts';
export { EMPTY_ROOT, type Hash, leafHash, nodeHash } from '../ledger/merkle/hash.ts';
export { checkInclusion, inclusionProof } from '../ledger/merkle/inclusion.ts';
export { filesAdded, type LogFile } from '../ledger/merkle/log-files.ts';
export { type NodeSource, rootAt } from '../ledger/merkle/subtree.ts';
export { nodesFromTiles, tilePath } from '../ledger/merkle/tile.ts';
