/**
 * The two hashes a Merkle tree is made of. A leaf is hashed with a zero byte in front and a node with a one, so
 * that no one can pass a node off as an entry of the log.
 * leaf = SHA-256(0x00 || entry); node = SHA-256(0x01 || left || right); empty tree = SHA-256("").
 * Source: RFC 6962 (2013), section 2.1; unchanged in RFC 9162.
 */
import { sha256, sha256After } from '../../kernel/bytes/sha256.ts';

/** 32 bytes: a SHA-256. */
export type Hash = Uint8Array;
export const HASH_BYTES = 32;

const hashLeaf = sha256After(Uint8Array.of(0));
const hashNode = sha256After(Uint8Array.of(1));

export const leafHash = (entry: Uint8Array): Hash => hashLeaf(entry);
export const nodeHash = (left: Hash, right: Hash): Hash => hashNode(left, right);
export const EMPTY_ROOT: Hash = sha256(new Uint8Array());

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, place) => byte === b[place]);
