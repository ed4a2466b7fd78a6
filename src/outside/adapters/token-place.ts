/** The token an installation is told of, by its environment. The PIN comes from a file or a variable, never from a command. */
import { readFileSync } from 'node:fs';
import type { TokenPlace } from './token.ts';

/** Undefined where no module is named. Throws in plain words where only half of it is said. */
export function tokenIn(environment: NodeJS.ProcessEnv): TokenPlace | undefined {
  const said = (name: string): string | undefined => {
    const text = environment[`EVENHAND_PKCS11_${name}`]?.trim();
    return text === '' ? undefined : text;
  };
  const [module, token] = [said('MODULE'), said('TOKEN')];
  if (module === undefined && token === undefined) {
    return undefined;
  }
  if (module === undefined || token === undefined) {
    throw new Error(
      `Of the token, EVENHAND_PKCS11_${module === undefined ? 'MODULE (the file of its PKCS#11 module)' : 'TOKEN (its label)'} is missing.`,
    );
  }
  const keys = said('KEYS') ?? 'evenhand';
  return { module, token, keys, pin: () => pinIn(said('PIN_FILE'), said('PIN')) };
}

/** Read anew each time: whoever mends the file need not start the service again. */
function pinIn(file: string | undefined, pin: string | undefined): string {
  if (file === undefined) {
    if (pin === undefined) {
      throw new Error(
        'The PIN of the token is missing. Name a file that holds it in EVENHAND_PKCS11_PIN_FILE, or set EVENHAND_PKCS11_PIN.',
      );
    }
    return pin;
  }
  const text = textOf(file).trim();
  if (text === '') {
    throw new Error(`EVENHAND_PKCS11_PIN_FILE is ${file}, which is empty.`);
  }
  return text;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`EVENHAND_PKCS11_PIN_FILE is ${file}, which cannot be read.`, { cause });
  }
}
