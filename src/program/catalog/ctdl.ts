/**
 * A program described for registries of credentials, as linked data in the Credential Transparency Description Language:
 * what it is, who runs it, what it asks for, what it costs, how it is kept.
 * Source: Credential Engine, CTDL terms (credreg.net/ctdl/terms), classes Certification, ConditionProfile, CostProfile.
 */
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type OfferedProgram, rulesInForce } from '../definition/offered-program.ts';

const CONTEXT = 'https://credreg.net/ctdl/schema/context/json';
const inEnglish = (text: string): JsonObject => ({ 'en-US': text });

export function programCtdl(
  program: OfferedProgram,
  { origin, on }: { readonly origin: string; readonly on: CivilDate },
): JsonObject {
  const rules = rulesInForce(program, on);
  const page = `${origin}/programs/${program.id}`;
  return {
    '@context': CONTEXT,
    '@id': `${page}/ctdl.json`,
    '@type': 'ceterms:Certification',
    'ceterms:ctid': ctidOf(page),
    'ceterms:name': inEnglish(program.name),
    'ceterms:alternateName': inEnglish(program.designation),
    'ceterms:description': inEnglish(
      `${program.name}, offered by the ${program.body.name} under rules in force since ${inWords(rules.from)}. ${program.notice}`,
    ),
    'ceterms:inLanguage': ['en-US'],
    'ceterms:subjectWebpage': page,
    'ceterms:ownedBy': [organization(program.owner.name)],
    'ceterms:offeredBy': [organization(program.body.name)],
    'ceterms:dateEffective': rules.from,
    'ceterms:requires': rules.criteria.map((criterion) => ({
      '@type': 'ceterms:ConditionProfile',
      'ceterms:name': inEnglish(criterion.title),
      'ceterms:subjectWebpage': page,
    })),
    'ceterms:estimatedCost': rules.fees.flatMap(({ title, amount }) =>
      amount.value === null
        ? []
        : [
            {
              '@type': 'ceterms:CostProfile',
              'ceterms:name': inEnglish(title),
              'ceterms:price': amount.value,
              'ceterms:currency': 'USD',
              'ceterms:costDetails': page,
            },
          ],
    ),
    'ceterms:credentialStatusType': {
      '@type': 'ceterms:CredentialAlignmentObject',
      'ceterms:targetNode': 'credentialStat:Active',
    },
    'ceterms:revocation': [
      {
        '@type': 'ceterms:RevocationProfile',
        'ceterms:revocationCriteria': `${origin}/complaints`,
      },
    ],
  };
}

const organization = (name: string): JsonObject => ({
  '@type': 'ceterms:CredentialOrganization',
  'ceterms:name': inEnglish(name),
});

/** "ce-" and a UUID that is always the same for an address (RFC 9562, version 8). */
function ctidOf(address: string): string {
  const hash = sha256Hex(`ctid ${address}`);
  const variant = '89ab'[Number.parseInt(hash[16] ?? '0', 16) % 4];
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `ce-${parts.join('-')}`;
}
