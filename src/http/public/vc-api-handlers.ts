/** Credentials as other programs ask about them: checked for anybody; for programs of the body itself, what was decided. */
import { serviceDescription } from '../../credential/exchange/issuer-openapi.ts';
import type { StepAnswer } from '../../credential/verifier/answer.ts';
import { strictJson } from '../../credential/verifier/strict-json.ts';
import type { Verification } from '../../credential/verifier/verify.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject, member } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { checkHere } from '../../workflow/certify/check-here.ts';
import {
  type ProgramRefusal,
  setOnList,
  signedCopy,
} from '../../workflow/certify/copy-for-program.ts';
import type { App } from '../server/app.ts';
import { httpStatus } from '../server/problem.ts';
import { answerProgram } from '../server/programs.ts';
import type { Handler, Reply, Visit } from '../server/visit.ts';

type VcRoute = 'vc-verify' | 'vc-issue' | 'vc-status' | 'vc-description';

export function vcApiHandlers(app: App): Readonly<Record<VcRoute, Handler>> {
  return {
    'vc-verify': async (visit) => {
      const credential = credentialToCheck(visit);
      return credential.ok
        ? verified(await checkHere(app.world, textOf(credential.value)))
        : refused(credential.refusal);
    },
    'vc-issue': async (visit) => {
      const said = awardNamed(visit);
      const copy = said.ok ? await signedCopy(app.world, said.value) : said;
      return copy.ok
        ? answerProgram({ verifiableCredential: copy.value }, { status: 201 })
        : refused(copy.refusal);
    },
    'vc-status': async (visit) => {
      const body = sentObject(visit);
      const set = body.ok ? await placeSet(app, body.value) : body;
      return set.ok ? answerProgram({ status: true, standing: set.value }) : refused(set.refusal);
    },
    'vc-description': async () => answerProgram(serviceDescription(app.world.origin)),
  };
}

type Asked<Value> = Result<Value, ProgramRefusal | 'not-read'>;

/** What was sent, read so strictly that every reader takes it for the same. */
function sentObject({ text }: Visit): Asked<JsonObject> {
  const read = strictJson(text ?? '');
  if (!read.ok) {
    return refuse('not-read', read.refusal.because);
  }
  return isJsonObject(read.value)
    ? success(read.value)
    : refuse('not-read', 'send a JSON object, as application/json');
}

/** What a credential is expected to be signed for cannot be told of ours: whoever asks for it must not hear that it holds. */
const NOT_CHECKED = ['challenge', 'domain', 'expectedProofPurpose'];

/** The credential as an object, or the text of one. */
function credentialToCheck(visit: Visit): Asked<Json> {
  const body = sentObject(visit);
  if (!body.ok) {
    return body;
  }
  const options = member(body.value, 'options');
  const other = NOT_CHECKED.find((name) => {
    const wanted = member(options, name) ?? null;
    return wanted !== null && wanted !== 'assertionMethod';
  });
  if (other !== undefined) {
    return refuse(
      'not-read',
      `options.${other} is not checked here: credentials are signed as statements, for nobody in particular`,
    );
  }
  const credential = member(body.value, 'verifiableCredential');
  return isJsonObject(credential) || typeof credential === 'string'
    ? success(credential)
    : refuse('not-read', 'verifiableCredential is missing, or is no object');
}

function awardNamed(visit: Visit): Asked<JsonObject> {
  const body = sentObject(visit);
  if (!body.ok) {
    return body;
  }
  const said = member(body.value, 'credential');
  return isJsonObject(said)
    ? success(said)
    : refuse('not-read', 'credential is missing, or is no object');
}

const textOf = (credential: Json): string =>
  typeof credential === 'string' ? credential : JSON.stringify(credential);

/** `verified` is true of what may be relied on today and of nothing else; so is status 200, for whoever looks no further. */
function verified({ verdict, demonstration, steps }: Verification): Reply {
  const isGood = verdict === 'genuine-and-current';
  const wrong = Object.entries(steps).filter(
    ([, { answer }]: [string, StepAnswer]) => answer !== 'ok',
  );
  return answerProgram(
    {
      ...{ verified: isGood, verdict, demonstration, steps },
      errors: isGood ? [] : wrong.map(([step, { because }]) => ({ step, message: because })),
      warnings: demonstration
        ? ['It says itself that it is a demonstration and certifies nobody.']
        : [],
    },
    { status: isGood ? 200 : 400 },
  );
}

async function placeSet(app: App, body: JsonObject): Promise<Asked<string>> {
  return member(body, 'status') === true
    ? await setOnList(app.world, member(body, 'credentialId'))
    : refuse('not-read', 'status must be true: a place is set once and never taken back');
}

const refused = ({ kind, because }: { readonly kind: string; readonly because: string }): Reply =>
  answerProgram(
    { verified: false, errors: [{ message: because }] },
    { status: kind === 'not-read' ? 400 : httpStatus(kind) },
  );
