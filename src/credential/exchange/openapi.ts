/** What the interface for other programs offers, in the words of OpenAPI 3.1, so that a program can read it. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';

export function vcApiDescription(origin: string): Json {
  const object = { type: 'object' };
  const json = (schema: Json) => ({ 'application/json': { schema } });
  const asking = (name: string, summary: string, status: string, answer: string) => ({
    post: {
      summary,
      requestBody: {
        required: true,
        content: json({ type: 'object', required: [name], properties: { [name]: object } }),
      },
      responses: {
        [status]: { description: answer, content: json(object) },
        400: { description: 'Refused; `errors[].message` says why.', content: json(object) },
      },
    },
  });
  const reading = (summary: string) => ({
    get: { summary, responses: { 200: { description: 'As JSON.', content: json(object) } } },
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Evenhand, for programs that test implementations',
      version: '1',
      description:
        'The part of the W3C CCG Verifiable Credential API that its suites use, with a key of its own that signs for nobody.',
    },
    servers: [{ url: origin }],
    paths: {
      '/credentials/issue': asking(
        'credential',
        'Signs a credential of this issuer with eddsa-rdfc-2022; `options.credentialStatus.type` asks for a place on the list.',
        '201',
        'Signed, as `verifiableCredential`.',
      ),
      '/credentials/verify': asking(
        'verifiableCredential',
        'Checks form, dates, signature and status, and what `options` expects of the signature.',
        '200',
        'It holds.',
      ),
      '/presentations/verify': asking(
        'verifiablePresentation',
        'Checks a presentation, signed by its holder or not signed, and each credential in it.',
        '200',
        'It holds.',
      ),
      '/credentials/status': asking(
        'credentialStatus',
        'Sets the bit at `credentialStatus.statusListIndex`; `status` must be true.',
        '200',
        'Set, for good.',
      ),
      '/status/1': reading('The list of revoked credentials, signed.'),
      '/openapi.json': reading('This description.'),
    },
  };
}
