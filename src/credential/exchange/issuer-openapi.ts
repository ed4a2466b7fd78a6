/** What the service itself offers to programs about its credentials, in the words of OpenAPI 3.1. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';

const text = { type: 'string' };
const object = { type: 'object' };
const json = (schema: Json): Json => ({ 'application/json': { schema } });
const errors = {
  type: 'array',
  items: { type: 'object', required: ['message'], properties: { message: text, step: text } },
};
const refusal = (description: string): Json => ({
  description: `${description} \`errors[].message\` says why.`,
  content: json({ type: 'object', required: ['errors'], properties: { errors } }),
});

const step = {
  type: 'object',
  required: ['answer'],
  properties: { answer: { enum: ['ok', 'bad', 'unknown'] }, because: text, why: text },
};
const checked = {
  type: 'object',
  required: ['verified', 'verdict', 'demonstration', 'steps', 'errors', 'warnings'],
  properties: {
    verified: {
      type: 'boolean',
      description: 'True where `verdict` is `genuine-and-current`, and nowhere else.',
    },
    verdict: {
      enum: [
        'genuine-and-current',
        'genuine-not-current',
        'genuine-status-unknown',
        'not-genuine',
        'unknown',
      ],
    },
    demonstration: {
      type: 'boolean',
      description: 'It says itself that it is a demonstration and certifies nobody.',
    },
    steps: {
      type: 'object',
      required: ['format', 'proof', 'time', 'status'],
      properties: { format: step, proof: step, time: step, status: step },
    },
    errors,
    warnings: { type: 'array', items: text },
  },
};

const secret = [{ secret: [] }];
const WITHOUT = {
  401: refusal('The secret is missing or wrong.'),
  403: refusal('Not switched on in this installation, or nobody has decided this.'),
  404: refusal('No credential of this issuer has this id.'),
};

export function serviceDescription(origin: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Evenhand: credentials of this issuer',
      version: '1',
      description:
        'At the addresses of the W3C CCG Verifiable Credential API. Anybody may have a credential of this issuer checked. Whether somebody is certified, and whether that ends, is decided by named people: no program decides it here.',
    },
    servers: [{ url: origin }],
    components: { securitySchemes: { secret: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/credentials/verify': { post: verify() },
      '/credentials/issue': { post: issue(origin) },
      '/credentials/status': { post: status(origin) },
      '/openapi.json': {
        get: {
          summary: 'This description.',
          responses: { 200: { description: 'As JSON.', content: json(object) } },
        },
      },
    },
  };
}

const verify = (): Json => ({
  summary: 'Checks form, signature, dates and status, as the page /verify does. Keeps nothing.',
  requestBody: {
    required: true,
    content: json({
      type: 'object',
      required: ['verifiableCredential'],
      properties: { verifiableCredential: object },
    }),
  },
  responses: {
    200: { description: 'Genuine and current.', content: json(checked) },
    400: {
      description:
        'Anything else: `verdict` and `steps` say what; or, without them, the call could not be read.',
      content: json({ anyOf: [checked, { type: 'object', properties: { errors } }] }),
    },
    413: { description: 'More than 256 kB was sent.' },
    429: { description: 'More than 120 calls a minute came from this address.' },
  },
});

const issue = (origin: string): Json => ({
  summary: 'Answers the signed copy of an award that was decided. Signs nothing that was not.',
  security: secret,
  requestBody: {
    required: true,
    content: json({
      type: 'object',
      required: ['credential'],
      properties: {
        credential: {
          type: 'object',
          required: ['id'],
          properties: { id: { type: 'string', examples: [`${origin}/c/…`] } },
          description: 'Its id. What else is said must be what was awarded, member by member.',
        },
      },
    }),
  },
  responses: {
    201: { description: 'The signed copy, as `verifiableCredential`.', content: json(object) },
    400: refusal('The call could not be read.'),
    ...WITHOUT,
    409: refusal('The copy counts no more.'),
    422: refusal('It says something else than was awarded.'),
  },
});

const status = (origin: string): Json => ({
  summary: 'Says whether a copy is on the list of those that count no more. Puts none there.',
  security: secret,
  requestBody: {
    required: true,
    content: json({
      type: 'object',
      required: ['credentialId', 'status'],
      properties: {
        credentialId: { type: 'string', examples: [`${origin}/c/…`] },
        status: { const: true },
      },
    }),
  },
  responses: {
    200: { description: 'It is: `standing` says the word for it.', content: json(object) },
    400: refusal('The call could not be read.'),
    ...WITHOUT,
  },
});
