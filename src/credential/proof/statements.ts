/**
 * A document as the statements it makes, in one fixed order: what is signed is what a credential says, not how its JSON
 * happens to be laid out. JSON-LD gives each word its meaning (with the pinned vocabularies only), RDFC-1.0 puts the
 * statements in order. A word that no vocabulary knows would silently say nothing, so it is refused ("safe mode").
 * Documents of the common shapes take the short way of direct-statements, which says the same.
 * Sources: W3C JSON-LD 1.1 (2020); W3C RDF Dataset Canonicalization 1.0 (2024).
 */
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { pinnedContext } from './contexts.ts';
import { directStatements } from './direct-statements.ts';

/** Where the text of a vocabulary comes from. Throws for one that is not held. */
export type ContextAt = (address: string) => JsonObject;

export async function statementsOf(
  document: JsonObject,
  contextAt: ContextAt = pinnedContext,
): Promise<Result<string, 'unreadable'>> {
  const direct = contextAt === pinnedContext ? directStatements(document) : undefined;
  return direct === undefined ? generalStatements(document, contextAt) : success(direct);
}

/** The same by the whole of JSON-LD and RDFC-1.0, for any document. */
export async function generalStatements(
  document: JsonObject,
  contextAt: ContextAt = pinnedContext,
): Promise<Result<string, 'unreadable'>> {
  // Loaded at first use: neither is needed to start the program, and together they take a tenth of a second.
  const [{ default: jsonld }, { canonize }] = await Promise.all([
    import('jsonld'),
    import('rdf-canonize'),
  ]);
  try {
    const dataset = await jsonld.toRDF(document, {
      documentLoader: loaderOf(contextAt),
      base: null,
      safe: true,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
    });
    const ordered = await canonize(dataset, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      // A graph built to keep us busy for hours is given up at once.
      maxWorkFactor: 1,
      createMessageDigest: digest,
    });
    return success(ordered);
  } catch (cause) {
    return refuse('unreadable', reasonIn(cause));
  }
}

/** The package tells what it stumbled over somewhere inside its errors. */
function reasonIn(cause: unknown): string {
  const word = inside(cause, ['details', 'event', 'details', 'property']);
  if (typeof word === 'string') {
    return `it uses the word "${word}", which no vocabulary it names explains`;
  }
  const own = inside(cause, ['details', 'cause', 'message']);
  return typeof own === 'string' ? own : 'what it says cannot be worked out from its vocabularies';
}

function inside(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined || typeof value !== 'object' || value === null) {
    return name === undefined ? value : undefined;
  }
  return inside(Reflect.get(value, name), rest);
}

/** "static" lets the package keep what it worked out from a vocabulary; the texts never change. */
const loaderOf = (contextAt: ContextAt) => async (address: string) => ({
  contextUrl: null,
  documentUrl: address,
  document: contextAt(address),
  tag: 'static' as const,
});

function digest(): { update(text: string): void; digest(): string } {
  const pieces: string[] = [];
  return {
    update: (text) => {
      pieces.push(text);
    },
    digest: () => sha256Hex(pieces.join('')),
  };
}
