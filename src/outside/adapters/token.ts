/**
 * A token that holds signing keys and never hands them out: a hardware security module, a smart card, or SoftHSM. One session is
 * kept open and signs one message after another; one that is lost is opened again once. A PIN that was refused is not tried a
 * second time, and none is tried when one wrong PIN more would lock the token.
 *
 * Not here: which key of the issuer lies in it (key-ring).
 */
import { createHash } from 'node:crypto';
import {
  answerOf,
  CK,
  type Cryptoki,
  type Handle,
  loadModule,
  sessionIsGone,
  start,
} from './pkcs11.ts';
import { findPrivate, keysCalled, makePair, type PublicHalf } from './token-objects.ts';

/** What an installation is told of its token. */
export interface TokenPlace {
  /** The file of the PKCS#11 module. */
  readonly module: string;
  /** The label of the token. */
  readonly token: string;
  /** What the keys that are made there are called, before their name. */
  readonly keys: string;
  /** Asked at each opening, so that it can change while the service runs. Throws in plain words where there is none. */
  readonly pin: () => string;
}

export interface Token {
  readonly label: string;
  /** Makes an Ed25519 key that cannot be taken out. Answers the 32 bytes of its public half. */
  make(label: string): Uint8Array;
  /** The same, or the key of this label that is there: a first start that was cut off half way is begun again. */
  makeOrTake(label: string): Uint8Array;
  /** The public half of the one key of this label. Throws in plain words where there is none that can be used. */
  publicKeyOf(label: string): Uint8Array;
  /** Signs with the key of this label whose public half this is. */
  sign(label: string, publicKey: Uint8Array, bytes: Uint8Array): Promise<Uint8Array>;
}

interface Open {
  readonly module: Cryptoki;
  readonly slot: Handle;
  readonly session: Handle;
  readonly keys: Map<string, Handle>;
}

const SIGNATURE_BYTES = 64;
const eddsa = { mechanism: CK.mechanism.eddsa, parameter: null } as const;

/** Nothing is loaded and nobody is asked before the first key is needed. */
export function openToken(place: TokenPlace, load: (file: string) => Cryptoki = loadModule): Token {
  const { again, inOwnSession } = keptSession(place, load);
  let before: Promise<unknown> = Promise.resolve();
  const taken = (at: Cryptoki, session: Handle, label: string): Uint8Array => {
    const { only, publicKey } = onlyOne(keysCalled(at, session, label), label, place.token);
    findPrivate(at, session, only, label);
    return publicKey;
  };
  return {
    label: place.token,
    make: (label) =>
      inOwnSession((at, session) => {
        if (keysCalled(at, session, label).length > 0) {
          throw new Error(
            `The token “${place.token}” holds a key called “${label}” already. Take that one with --label, or name another beginning in EVENHAND_PKCS11_KEYS.`,
          );
        }
        return makePair(at, session, label);
      }),
    makeOrTake: (label) =>
      inOwnSession((at, session) =>
        keysCalled(at, session, label).length === 0
          ? makePair(at, session, label)
          : taken(at, session, label),
      ),
    publicKeyOf: (label) => inOwnSession((at, session) => taken(at, session, label)),
    sign(label, publicKey, bytes) {
      // One after another: a session does one thing at a time.
      const signing = before.then(() =>
        again(async (at) => {
          const key = at.keys.get(label) ?? keyOf(at, label, publicKey, place.token);
          at.keys.set(label, key);
          at.module.C_SignInit(at.session, eddsa, key);
          const room = Buffer.alloc(SIGNATURE_BYTES);
          return new Uint8Array(await at.module.C_SignAsync(at.session, Buffer.from(bytes), room));
        }),
      );
      before = signing.catch(() => undefined);
      return signing;
    },
  };
}

interface KeptSession {
  /** Once more in a new session where the old one is gone. */
  again(work: (at: Open) => Promise<Uint8Array>): Promise<Uint8Array>;
  /** Outside the row of signatures, in a session of its own that may write. */
  inOwnSession(work: (module: Cryptoki, session: Handle) => Uint8Array): Uint8Array;
}

function keptSession(place: TokenPlace, load: (file: string) => Cryptoki): KeptSession {
  let module: Cryptoki | undefined;
  let open: Open | undefined;
  let refusedPin: string | undefined;

  function opened(): Open {
    if (open !== undefined) {
      return open;
    }
    module ??= load(place.module);
    start(module);
    const slot = slotOf(module, place.token);
    const pin = place.pin();
    const mark = createHash('sha256').update(pin).digest('hex');
    if (mark === refusedPin) {
      throw new Error(wrongPin(place.token));
    }
    const session = module.C_OpenSession(slot, CK.serialSession);
    try {
      logIn(module, { slot, session, pin, token: place.token });
    } catch (cause) {
      refusedPin = isWrongPin(cause) ? mark : refusedPin;
      module.C_CloseSession(session);
      throw cause;
    }
    open = { module, slot, session, keys: new Map() };
    return open;
  }

  function close(): void {
    const was = open;
    open = undefined;
    try {
      was?.module.C_CloseSession(was.session);
    } catch {
      // It is gone already: that is why it is closed.
    }
  }

  return {
    async again(work) {
      try {
        return await work(opened());
      } catch (cause) {
        if (!sessionIsGone(cause)) {
          throw cause;
        }
        close();
      }
      try {
        return await work(opened());
      } catch (cause) {
        close();
        throw sessionIsGone(cause) ? new Error(closedTwice(place.token), { cause }) : cause;
      }
    },
    inOwnSession(work) {
      close();
      const { module: at, slot } = opened();
      const session = at.C_OpenSession(slot, CK.serialSession | CK.writingSession);
      try {
        return work(at, session);
      } finally {
        at.C_CloseSession(session);
      }
    },
  };
}

const closedTwice = (token: string): string =>
  `The token “${token}” closed its session twice, so nothing was signed. Look whether it is plugged in and reached, and try again.`;

function slotOf(module: Cryptoki, label: string): Handle {
  const slots = module.C_GetSlotList(true);
  const labels = slots.map((slot) => module.C_GetTokenInfo(slot).label.trim());
  const places = labels.flatMap((one, place) => (one === label ? [place] : []));
  const slot = slots[places[0] ?? -1];
  if (slot === undefined || places.length > 1) {
    const there = labels.filter((one) => one !== '').map((one) => `“${one}”`);
    throw new Error(
      places.length > 1
        ? `Several tokens are called “${label}”. Give the one with the keys a label of its own.`
        : `No token is called “${label}”. ${there.length === 0 ? 'There is none.' : `There is ${there.join(', ')}.`} Look at EVENHAND_PKCS11_TOKEN, and whether it is plugged in.`,
    );
  }
  if (!module.C_GetMechanismList(slot).includes(CK.mechanism.eddsa)) {
    throw new Error(
      `The token “${label}” does not sign with Ed25519 (CKM_EDDSA), which credentials need. Use one that does.`,
    );
  }
  return slot;
}

const wrongPin = (token: string): string =>
  `The PIN of the token “${token}” is wrong, so nothing was signed. It is not tried again. Mend EVENHAND_PKCS11_PIN_FILE or EVENHAND_PKCS11_PIN.`;

const isWrongPin = (cause: unknown): boolean =>
  cause instanceof Error && isRefusedPin(answerOf(cause.cause));

const isRefusedPin = (answer: number | undefined): boolean =>
  answer === CK.answer.pinIncorrect || answer === CK.answer.pinLength;

function logIn(
  module: Cryptoki,
  {
    slot,
    session,
    pin,
    token,
  }: {
    readonly slot: Handle;
    readonly session: Handle;
    readonly pin: string;
    readonly token: string;
  },
): void {
  const { flags } = module.C_GetTokenInfo(slot);
  if ((flags & CK.flags.locked) !== 0) {
    throw new Error(locked(token));
  }
  if ((flags & CK.flags.finalTry) !== 0) {
    throw new Error(
      `The token “${token}” takes one more PIN before it locks, and it is not spent here. Log in once with the token’s own program, and try again.`,
    );
  }
  try {
    module.C_Login(session, CK.user, pin);
  } catch (cause) {
    const answer = answerOf(cause);
    if (answer === CK.answer.loggedInAlready) {
      return;
    }
    if (answer === CK.answer.pinLocked) {
      throw new Error(locked(token), { cause });
    }
    throw isRefusedPin(answer)
      ? new Error(wrongPin(token), { cause })
      : new Error(`The token “${token}” does not let us in, so nothing was signed.`, { cause });
  }
}

const locked = (token: string): string =>
  `The token “${token}” is locked after wrong PINs. Whoever holds its security officer’s PIN can open it.`;

function onlyOne(
  found: readonly PublicHalf[],
  label: string,
  token: string,
): { readonly only: PublicHalf; readonly publicKey: Uint8Array } {
  const [only] = found;
  if (only === undefined) {
    throw new Error(keyMissing(label, token));
  }
  if (found.length > 1) {
    throw new Error(
      `The token “${token}” holds several keys called “${label}”. Give the one that is meant a label of its own.`,
    );
  }
  if (only.publicKey === undefined) {
    throw new Error(
      `The key “${label}” in the token “${token}” is not an Ed25519 key, and nothing else signs credentials here.`,
    );
  }
  return { only, publicKey: only.publicKey };
}

const keyMissing = (label: string, token: string): string =>
  `The token “${token}” holds no key called “${label}”.`;

/** Of several keys of one label, the one that is listed: two programs that start at the same moment can each make one. */
function keyOf(
  { module, session }: Open,
  label: string,
  publicKey: Uint8Array,
  token: string,
): Handle {
  const found = keysCalled(module, session, label);
  const meant = found.find(
    (half) => half.publicKey && Buffer.compare(half.publicKey, publicKey) === 0,
  );
  if (meant === undefined) {
    throw new Error(
      found.length === 0
        ? keyMissing(label, token)
        : `The key called “${label}” in the token “${token}” is another than the one that is listed, so nothing was signed.`,
    );
  }
  return findPrivate(module, session, meant, label);
}
