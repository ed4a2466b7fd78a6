/**
 * How fast credentials are signed and checked, next to the packages of Digital Bazaar on the same documents, and next to a
 * bare Ed25519 signature of the same key, in the same run; and how fast the decision log grows, next to a bare SHA-256 of the same entries. CPU time of this process, median of several runs.
 * Run: node --import tsx bench/credential.ts
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openBadge } from '../src/credential/badge/open-badge.ts';
import { didDocument } from '../src/credential/proof/did-web.ts';
import { signDocument } from '../src/credential/proof/eddsa-rdfc.ts';
import { writeBase58, writeMultikey } from '../src/credential/proof/multikey.ts';
import { bitstring } from '../src/credential/status-list/bitstring.ts';
import { statusCredential } from '../src/credential/status-list/status-credential.ts';
import { verifyCredential } from '../src/credential/verifier/verify.ts';
import { fromHex, joined, utf8 } from '../src/kernel/bytes/bytes.ts';
import type { JsonObject } from '../src/kernel/bytes/json-members.ts';
import { sha256 } from '../src/kernel/bytes/sha256.ts';
import {
  checkEd25519 as checkInPlainCode,
  ed25519Signer,
} from '../src/ledger/checkpoint/ed25519.ts';
import { appendLeaf, EMPTY_FRONTIER, rootOf } from '../src/ledger/merkle/frontier.ts';
import { leafHash } from '../src/ledger/merkle/hash.ts';
import { checkEd25519 } from '../src/outside/adapters/signatures.ts';
import {
  bazaarIssues,
  bazaarLoader,
  bazaarSigner,
  bazaarVerifies,
} from '../tests/support/digital-bazaar.ts';

const RUNS = 5;
const DOCUMENTS = 1500;
const DOCUMENTS_OF_PEER = 60;
const ENTRIES = 50_000;
// The peer asks this machine's clock about the list, whatever moment it is given.
const NOW = Date.now();
const daysFromNow = (days: number): string =>
  `${new Date(NOW + days * 86_400_000).toISOString().slice(0, 19)}Z`;
const DID = 'did:web:larkspur.example';

/** How often a second, by this process's own CPU time: other programs on the machine do not count. */
async function perSecond(times: number, work: () => Promise<void> | void): Promise<number> {
  const rates: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    rates.push((times * 1e6) / (user + system));
  }
  return rates.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

const seed = new Uint8Array(32).fill(9);
const PKCS8_ED25519 = fromHex('302e020100300506032b657004220420');
const privateKey = createPrivateKey({
  key: Buffer.from(joined(PKCS8_ED25519, seed)),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = ed25519Signer('bench', seed).key.publicKey;
const signer = {
  verificationMethod: `${DID}#c-1`,
  publicKey,
  sign: (message: Uint8Array) => new Uint8Array(sign(null, message, privateKey)),
};

function badge(number: number): JsonObject {
  const made = openBadge({
    id: `https://larkspur.example/c/${number}`,
    holderName: `Zoë Nguyễn ${number}`,
    programName: 'Larkspur Care Coordinator',
    subjectId: 'urn:uuid:6d1c0b5e-6c0f-4e0b-9d0a-3f1f2b7a5c11',
    programUrl: 'https://larkspur.example/programs/larkspur-care',
    achievementId: 'https://larkspur.example/programs/larkspur-care',
    description: 'Met the published criteria.',
    criteria: { narrative: 'Eligibility and examination.' },
    issuer: { id: DID, name: 'Larkspur Board' },
    awardedDate: '2026-03-04T12:00:00Z',
    validFrom: daysFromNow(-30),
    validUntil: daysFromNow(1500),
    licenseNumber: `LCC-${number}`,
    status: { list: 'https://larkspur.example/status/r/0', index: number },
    demonstration: false,
  });
  if (!made.ok) throw new Error(made.refusal.because);
  return made.value;
}

async function signed(document: JsonObject): Promise<string> {
  const made = await signDocument(document, signer, daysFromNow(-1), checkEd25519);
  if (!made.ok) throw new Error(made.refusal.because);
  return JSON.stringify(made.value);
}

const list = await statusCredential(
  {
    id: 'https://larkspur.example/status/r/0',
    issuer: DID,
    bits: bitstring([5000]),
    validFrom: daysFromNow(-1),
    validUntil: daysFromNow(6),
  },
  gzipSync,
);
const listText = await signed(list);
const page = JSON.stringify(
  didDocument(DID, 'https://larkspur.example', [{ fragment: 'c-1', publicKey }]),
);
const badges = Array.from({ length: DOCUMENTS }, (_, number) => badge(number));
const texts = await Promise.all(badges.map(signed));
const message = new Uint8Array(64).fill(1);
const signature = signer.sign(message);
const bareKey = createPublicKey(privateKey);

const bareSign = await perSecond(2000, () => {
  for (let number = 0; number < 2000; number += 1) sign(null, message, privateKey);
});
const bareVerify = await perSecond(2000, () => {
  for (let number = 0; number < 2000; number += 1) verify(null, message, bareKey, signature);
});
const plainVerify = await perSecond(100, async () => {
  for (let number = 0; number < 100; number += 1)
    await checkInPlainCode(publicKey, message, signature);
});
const issue = await perSecond(DOCUMENTS, async () => {
  for (const document of badges) await signed(document);
});
const verified = (listOf: (number: number) => string) =>
  perSecond(DOCUMENTS, async () => {
    for (const [number, text] of texts.entries()) {
      const { verdict } = await verifyCredential(text, NOW, {
        didDocument: async () => page,
        statusList: async () => listOf(number),
        checkSignature: checkEd25519,
        gunzip: (bytes, mostBytes) => gunzipSync(bytes, { maxOutputLength: mostBytes }),
      });
      if (verdict !== 'genuine-and-current') throw new Error(verdict);
    }
  });
const checked = await verified(() => listText);
// A list with other blanks in it is another text, and checked anew.
const checkedAnew = await verified((number) => listText + ' '.repeat(number % 100));

const loader = bazaarLoader([JSON.parse(page)], {
  'https://larkspur.example/status/r/0': JSON.parse(listText),
});
const suite = await bazaarSigner({
  id: `${DID}#c-1`,
  controller: DID,
  publicKeyMultibase: writeMultikey(publicKey),
  secretKeyMultibase: writeBase58(joined(fromHex('8026'), seed)),
});
const peerIssue = await perSecond(DOCUMENTS_OF_PEER, async () => {
  for (const document of badges.slice(0, DOCUMENTS_OF_PEER)) {
    await bazaarIssues(JSON.parse(JSON.stringify(document)), suite, loader);
  }
});
const peerVerify = await perSecond(DOCUMENTS_OF_PEER, async () => {
  for (const text of texts.slice(0, DOCUMENTS_OF_PEER)) {
    if (!(await bazaarVerifies(JSON.parse(text), loader, NOW))) throw new Error('refused');
  }
});
const entries = Array.from({ length: ENTRIES }, (_, number) =>
  utf8(
    `{"decidedOn":"2026-03-04","kind":"eligibility","number":${number},"program":"larkspur-care"}`,
  ),
);
const hashes = await perSecond(ENTRIES, () => {
  for (const entry of entries) sha256(entry);
});
let root = EMPTY_FRONTIER;
const appends = await perSecond(ENTRIES, () => {
  root = EMPTY_FRONTIER;
  for (const entry of entries) root = appendLeaf(root, leafHash(entry)).frontier;
  rootOf(root);
});

// One in a hundred revoked: worked out from the places, packed, signed and checked, as /status/r/1 is.
const places = Array.from({ length: 1311 }, (_, number) => (number * 9973) % 131_072);
const made = async (): Promise<void> => {
  const document = await statusCredential(
    {
      ...{ id: 'https://larkspur.example/status/r/1', issuer: DID, bits: bitstring(places) },
      ...{ validFrom: '2026-06-01T00:00:00Z', validUntil: '2026-06-08T00:00:00Z' },
    },
    gzipSync,
  );
  await signed(document);
};
const rebuilt = await perSecond(20, async () => {
  for (let number = 0; number < 20; number += 1) await made();
});
const bits = bitstring(places);
const packed = await perSecond(20, () => {
  for (let number = 0; number < 20; number += 1) gzipSync(bits);
});

const row = (what: string, rate: number, bare: number, beside: string): string =>
  `${what.padEnd(52)}${rate.toFixed(0).padStart(9)}/s   1 : ${(bare / rate).toFixed(1)} of ${beside} (${bare.toFixed(0)}/s)`;
const peer = (what: string, rate: number, theirs: number): string =>
  `${what.padEnd(52)}${rate.toFixed(0).padStart(9)}/s   ${(rate / theirs).toFixed(1)} times @digitalbazaar/vc (${theirs.toFixed(0)}/s)`;
console.log(peer('credential signed and its signature checked', issue, peerIssue));
console.log(peer('credential verified, one status list for all', checked, peerVerify));
console.log(peer('credential verified, status list checked each time', checkedAnew, peerVerify));
console.log(
  row('credential signed and its signature checked', issue, bareSign, 'bare Ed25519 signing'),
);
console.log(
  row('credential verified with its status list', checked, bareVerify, 'bare Ed25519 checking'),
);
console.log(
  row('status list of 131,072 made and signed', rebuilt, packed, 'bare gzip of its bits'),
);
console.log(row('Ed25519 checked in plain code', plainVerify, bareVerify, 'bare Ed25519 checking'));
console.log(row('entry appended to the log', appends, hashes, 'bare SHA-256 of the entry'));
