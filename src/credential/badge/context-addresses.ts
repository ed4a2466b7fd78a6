/**
 * The three vocabularies a credential is written in. The addresses are names, not places to fetch from: their texts
 * are pinned by digest in credential/proof/contexts.
 */
/** W3C Verifiable Credentials Data Model 2.0 (2025), with Data Integrity and Bitstring Status List. */
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
/** 1EdTech Open Badges 3.0. */
export const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
/** 1EdTech's extensions: names the kind of schema that Open Badges use. */
export const OPEN_BADGES_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
