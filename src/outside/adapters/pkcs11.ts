/**
 * The part of PKCS#11 (Cryptoki) that is used here, its numbers, and how its two pieces are loaded: the package that speaks it,
 * which is compiled where an installation has a compiler and is missing elsewhere, and the module of whoever made the token.
 * Source: OASIS PKCS #11 Specification 3.1 (2023), sections 6.3.1 to 6.3.6 for Ed25519.
 */
import { createRequire } from 'node:module';

export type Handle = Buffer;

export interface Attribute {
  readonly type: number;
  readonly value: Buffer | boolean | number | string;
}

interface Mechanism {
  readonly mechanism: number;
  readonly parameter: null;
}

export interface Cryptoki {
  load(file: string): void;
  C_Initialize(options: { readonly flags: number }): void;
  C_Finalize(): void;
  C_GetSlotList(tokenPresent: boolean): Handle[];
  C_GetTokenInfo(slot: Handle): { readonly label: string; readonly flags: number };
  C_GetMechanismList(slot: Handle): number[];
  C_OpenSession(slot: Handle, flags: number): Handle;
  C_CloseSession(session: Handle): void;
  C_CloseAllSessions(slot: Handle): void;
  C_Login(session: Handle, user: number, pin: string): void;
  C_FindObjectsInit(session: Handle, template: readonly Attribute[]): void;
  C_FindObjects(session: Handle, most: number): Handle[];
  C_FindObjectsFinal(session: Handle): void;
  C_GetAttributeValue(
    session: Handle,
    object: Handle,
    wanted: readonly { readonly type: number }[],
  ): { readonly type: number; readonly value: Buffer }[];
  C_GenerateKeyPair(
    session: Handle,
    mechanism: Mechanism,
    ofPublic: readonly Attribute[],
    ofPrivate: readonly Attribute[],
  ): { readonly publicKey: Handle; readonly privateKey: Handle };
  C_SignInit(session: Handle, mechanism: Mechanism, key: Handle): void;
  C_SignAsync(session: Handle, message: Buffer, room: Buffer): Promise<Buffer>;
}

export const CK = {
  lockingByTheSystem: 0x2,
  serialSession: 0x4,
  writingSession: 0x2,
  user: 1,
  /** Of a token: one wrong PIN more locks it; it is locked; a PIN was set. */
  flags: { finalTry: 0x2_0000, locked: 0x4_0000, pinSet: 0x8 },
  class: { publicKey: 2, privateKey: 3 },
  edwards: 0x40,
  mechanism: { makeEdwards: 0x1055, eddsa: 0x1057 },
  attribute: {
    ...{ class: 0x0, token: 0x1, private: 0x2, label: 0x3, keyType: 0x1_00, id: 0x1_02 },
    ...{ sensitive: 0x1_03, sign: 0x1_08, verify: 0x1_0a, extractable: 0x1_62 },
    ...{ ecParameters: 0x1_80, ecPoint: 0x1_81 },
  },
  answer: {
    ...{ pinIncorrect: 0xa0, pinLength: 0xa2, pinLocked: 0xa4, loggedInAlready: 0x100 },
    startedAlready: 0x191,
  },
} as const;

/** What is answered once a session is gone: it was closed, its token was taken out, the module was ended or began anew. */
const GONE: readonly number[] = [...[0x30, 0x32, 0x60, 0x82, 0x90, 0xb0, 0xb3, 0xe0, 0x101, 0x190]];

/** The number of an answer of the module (CKR_...), or undefined for any other error. */
export const answerOf = (cause: unknown): number | undefined =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'number'
    ? cause.code
    : undefined;

export const sessionIsGone = (cause: unknown): boolean => GONE.includes(answerOf(cause) ?? -1);

interface Package {
  readonly PKCS11: new () => Cryptoki;
}

/** The package, or undefined where it is not installed. It is loaded here only: nothing else needs a compiler. */
export function pkcs11Package(): Package | undefined {
  try {
    return createRequire(import.meta.url)('pkcs11js') as Package;
  } catch {
    return undefined;
  }
}

/** The module at a path, started. Throws in plain words where there is none. */
export function loadModule(file: string): Cryptoki {
  const found = pkcs11Package();
  if (found === undefined) {
    throw new Error(
      'This installation cannot speak to a token, because the package pkcs11js is not there: it is compiled when packages are installed. Install a C++ compiler, make and Python, run npm ci, and try again.',
    );
  }
  const module = new found.PKCS11();
  try {
    module.load(file);
  } catch (cause) {
    throw new Error(
      `EVENHAND_PKCS11_MODULE is ${file}, which is not there or is no PKCS#11 module. Name the file that came with the token.`,
      { cause },
    );
  }
  start(module);
  return module;
}

/** Starts a module, also one that was started before and ended since. */
export function start(module: Cryptoki): void {
  try {
    module.C_Initialize({ flags: CK.lockingByTheSystem });
  } catch (cause) {
    if (answerOf(cause) !== CK.answer.startedAlready) {
      throw new Error('The PKCS#11 module does not start. Its own log or manual says more.', {
        cause,
      });
    }
  }
}
