/** Key pairs as a token holds them: found by label, made so that the private half cannot leave, refused where it could. */
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { type Attribute, CK, type Cryptoki, type Handle } from './pkcs11.ts';

export interface PublicHalf {
  /** Ties the two halves together. */
  readonly id: Buffer;
  /** 32 bytes; undefined where it is no Ed25519 key. */
  readonly publicKey: Uint8Array | undefined;
}

const { attribute } = CK;
/** 1.3.101.112, and the name by which some tokens say the same. */
const CURVES = ['06032b6570', '130c656477617264733235353139'];
const POINT_BYTES = 32;
const MOST = 16;

/** The public halves of all keys of a label. */
export function keysCalled(
  module: Cryptoki,
  session: Handle,
  label: string,
): readonly PublicHalf[] {
  const found = objects(module, session, [
    { type: attribute.class, value: CK.class.publicKey },
    { type: attribute.label, value: label },
  ]);
  return found.map((object) => publicHalf(module, session, object));
}

function publicHalf(module: Cryptoki, session: Handle, object: Handle): PublicHalf {
  const [id, type] = read(module, session, object, [attribute.id, attribute.keyType]);
  const isEdwards = type !== undefined && numberIn(type) === CK.edwards;
  const [curve, point] = isEdwards
    ? read(module, session, object, [attribute.ecParameters, attribute.ecPoint])
    : [];
  const isOurs = CURVES.includes(curve?.toString('hex') ?? '');
  return { id: id ?? Buffer.alloc(0), publicKey: isOurs ? pointIn(point) : undefined };
}

/** The point is an octet string in DER; some tokens give its bytes alone. */
function pointIn(point: Buffer | undefined): Uint8Array | undefined {
  const isWrapped = point?.length === POINT_BYTES + 2 && point[0] === 4 && point[1] === POINT_BYTES;
  const bytes = isWrapped ? point.subarray(2) : point;
  return bytes?.length === POINT_BYTES ? new Uint8Array(bytes) : undefined;
}

/** The private half. Throws in plain words where it is not there, or could leave the token. */
export function findPrivate(
  module: Cryptoki,
  session: Handle,
  { id }: PublicHalf,
  label: string,
): Handle {
  const [key, other] = objects(module, session, [
    { type: attribute.class, value: CK.class.privateKey },
    id.length === 0 ? { type: attribute.label, value: label } : { type: attribute.id, value: id },
  ]);
  if (key === undefined || other !== undefined) {
    throw new Error(
      key === undefined
        ? `The token holds the public half of “${label}” and not the private one.`
        : `The token holds several private keys that could belong to “${label}”.`,
    );
  }
  const [type, extractable, sensitive] = read(module, session, key, [
    ...[attribute.keyType, attribute.extractable, attribute.sensitive],
  ]);
  if (type === undefined || numberIn(type) !== CK.edwards) {
    throw new Error(`The private key “${label}” is not an Ed25519 key.`);
  }
  if (extractable?.[0] !== 0 || sensitive?.[0] !== 1) {
    throw new Error(
      `The key “${label}” can be taken out of its token, so it is not used. Make one that cannot (CKA_EXTRACTABLE false, CKA_SENSITIVE true): evenhand keys rotate does.`,
    );
  }
  return key;
}

/** Makes a pair whose private half stays in the token. Answers the 32 bytes of the public one. */
export function makePair(module: Cryptoki, session: Handle, label: string): Uint8Array {
  const both: readonly Attribute[] = [
    { type: attribute.keyType, value: CK.edwards },
    { type: attribute.token, value: true },
    { type: attribute.label, value: label },
    { type: attribute.id, value: randomBytes(16) },
  ];
  const pair = module.C_GenerateKeyPair(
    session,
    { mechanism: CK.mechanism.makeEdwards, parameter: null },
    [
      ...both,
      { type: attribute.class, value: CK.class.publicKey },
      { type: attribute.verify, value: true },
      { type: attribute.ecParameters, value: Buffer.from(CURVES[0] ?? '', 'hex') },
    ],
    [
      ...both,
      { type: attribute.class, value: CK.class.privateKey },
      { type: attribute.private, value: true },
      { type: attribute.sensitive, value: true },
      { type: attribute.extractable, value: false },
      { type: attribute.sign, value: true },
    ],
  );
  const made = publicHalf(module, session, pair.publicKey);
  if (made.publicKey === undefined) {
    throw new Error(`The token made a key “${label}” that is not an Ed25519 key.`);
  }
  // What it made is looked at as any other key: a token may ignore what it was asked.
  findPrivate(module, session, made, label);
  return made.publicKey;
}

function objects(
  module: Cryptoki,
  session: Handle,
  template: readonly Attribute[],
): readonly Handle[] {
  module.C_FindObjectsInit(session, template);
  try {
    return module.C_FindObjects(session, MOST);
  } finally {
    module.C_FindObjectsFinal(session);
  }
}

const read = (
  module: Cryptoki,
  session: Handle,
  object: Handle,
  types: readonly number[],
): readonly (Buffer | undefined)[] => {
  const values = module.C_GetAttributeValue(
    session,
    object,
    types.map((type) => ({ type })),
  );
  return types.map((type) => values.find((one) => one.type === type)?.value);
};

/** A CK_ULONG as this machine writes it. */
function numberIn(value: Buffer): number {
  if (value.length < 4) {
    return Number.NaN;
  }
  return os.endianness() === 'LE' ? value.readUInt32LE(0) : value.readUInt32BE(value.length - 4);
}
