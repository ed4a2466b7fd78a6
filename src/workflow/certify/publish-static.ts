/**
 * Everything that checking a credential asks of the issuer, as files that any host of files can serve: the pages of keys and their
 * history, the lists of copies that count no more in both their forms, each copy with its signed record, the descriptions of programs. The files
 * of the decision log are files already. Nothing on the way of a check needs this service to be up.
 *
 * Addresses of copies are unguessable: whoever serves the folder must list none of it.
 */
import { fromUtf8, utf8 } from '../../kernel/bytes/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, textMember } from '../../kernel/bytes/json-members.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { programCtdl } from '../../program/catalog/ctdl.ts';
import type { World } from '../ports/ports.ts';
import type { LogFolder } from '../publish/log-publisher.ts';
import { pagesKept } from './change-keys.ts';
import { jwtIssuer, typeOf } from './describe-issuer.ts';
import { type IssuerWorld, issuerDocument } from './issuer.ts';
import { registryRecord } from './registry-record.ts';
import { statusList } from './status-lists.ts';
import { tokenStatusList } from './token-lists.ts';

const WORKER = { rights: 'worker', person: undefined } as const;
const NOBODY = { rights: 'public', person: undefined } as const;
const AT_ONCE = 500;

export interface PublishedFiles {
  /** Files that were written because they are new or say something else than before. */
  readonly written: number;
  readonly all: number;
}

export async function publishStatic(
  world: IssuerWorld & Pick<World, 'wallets'>,
  folder: LogFolder,
  told: (files: number) => void = () => {},
): Promise<PublishedFiles> {
  let [written, all] = [0, 0];
  const put = async (path: string, text: string): Promise<void> => {
    const bytes = utf8(text);
    const before = await folder.read(path);
    all += 1;
    if (before === undefined || saidIn(fromUtf8(before)) !== saidIn(text)) {
      await folder.write(path, bytes);
      written += 1;
    }
  };
  const putJson = (path: string, value: Json) => put(path, JSON.stringify(value));
  const issued = await copies(world, putJson, () => told(all));
  for (const program of programs.filter(({ name, invented }) => !invented || issued.has(name))) {
    const asked = { origin: world.origin, on: world.clock.today() };
    await putJson(`programs/${program.id}/ctdl.json`, programCtdl(program, asked));
    await putJson(`programs/${program.id}/vct.json`, typeOf(world, program.id) ?? null);
  }
  await history(world, put);
  for (let list = 0; ; list += 1) {
    const document = await statusList(world, list);
    if (document === undefined) {
      break;
    }
    await putJson(`status/r/${list + 1}`, document);
    await put(`status/t/${list + 1}`, (await tokenStatusList(world, list)) ?? '');
  }
  // Last, so that no key stands there before what it signed.
  await putJson('.well-known/did.json', issuerDocument(world));
  await putJson('.well-known/jwt-vc-issuer', jwtIssuer(world));
  return { written, all };
}

/** What a file says, without its signature: what is signed anew and says the same stays as it lies. */
function saidIn(text: string): string {
  const value = text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as Json) : text;
  if (!isJsonObject(value)) {
    return text;
  }
  const { proof: _, ...said } = value;
  return canonicalJson(said);
}

/** Every page of keys there has been, and the list of them. */
async function history(
  world: IssuerWorld,
  put: (path: string, text: string) => Promise<void>,
): Promise<void> {
  const kept = await world.records.as(NOBODY, ({ register }) => register.didHistory());
  for (const { sha256 } of kept) {
    const page = await world.records.as(NOBODY, ({ register }) => register.didDocumentAt(sha256));
    if (page !== undefined) {
      await put(`.well-known/did-history/${sha256}.json`, page);
    }
  }
  await put('.well-known/did-history/index.json', JSON.stringify(await pagesKept(world)));
}

/** Each copy and how it stands, in the order of their addresses. Answers the names of their programs. */
async function copies(
  world: IssuerWorld,
  put: (path: string, value: Json) => Promise<void>,
  told: () => void,
): Promise<ReadonlySet<string>> {
  const issued = new Set<string>();
  for (let after = ''; ; ) {
    const ids = await world.records.as(WORKER, ({ register }) =>
      register.copiesAfter(after, AT_ONCE),
    );
    for (const id of ids) {
      const document = await world.records.as(NOBODY, ({ register }) => register.lookUp(id));
      const record = await registryRecord(world, id);
      if (document !== undefined && record !== undefined) {
        await put(`c/${id}/credential.json`, document);
        await put(`c/${id}/status.json`, record);
        issued.add(textMember(record, 'program') ?? '');
      }
    }
    told();
    if (ids.length < AT_ONCE) {
      return issued;
    }
    after = ids.at(-1) ?? '';
  }
}
