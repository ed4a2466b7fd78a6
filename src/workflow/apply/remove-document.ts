/** Takes a document out of an application that is not filed. What is filed stays with the matter. */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { DocumentRow } from '../ports/records.ts';

export async function removeDocument(
  world: Pick<World, 'records'>,
  asked: { readonly person: string; readonly program: string; readonly document: string },
): Promise<Result<DocumentRow, 'no-such-document'>> {
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    const drafted = await records.documents.ofDraft(asked.program);
    const row = drafted.find(({ id }) => id === asked.document);
    if (row === undefined) {
      return refuse(
        'no-such-document',
        'this document is not in your application: it was removed before, or it is filed already',
      );
    }
    await records.documents.remove(row.id);
    return success(row);
  });
}
