/** Names about a matter: what a statement must not hold, former names read for a purpose, why another name was asked for. */
import type { MatterRecords } from '../../workflow/ports/records.ts';
import type { Tx } from '../database/connect.ts';

type NamesInMatters = Pick<
  MatterRecords,
  'namesToKeepOut' | 'readFormerNames' | 'nameReason' | 'keepNameReason' | 'readingsOfMyNames'
>;

export const namesInMatters = (tx: Tx): NamesInMatters => ({
  async namesToKeepOut(id) {
    const rows = await tx<{ name: string }[]>`
      select n as name from casework.names_to_keep_out(${id}) n order by n`;
    return rows.map(({ name }) => name);
  },
  async readFormerNames(reading, id, purpose) {
    const rows = await tx<{ name: string }[]>`
      select n as name from people.read_former_names(${reading}, ${id}, ${purpose}) n`;
    return rows.map(({ name }) => name);
  },
  async nameReason(id) {
    const [row] = await tx<
      { reason: string }[]
    >`select reason from casework.name_reason where matter = ${id}`;
    return row?.reason;
  },
  async keepNameReason(id, reason) {
    await tx`insert into casework.name_reason (matter, reason) values (${id}, ${reason})`;
  },
  async readingsOfMyNames() {
    const rows = await tx<{ purpose: string; read_at: Date }[]>`
      select purpose, read_at from audit.former_name_reading where person = front.me()
      order by read_at desc limit 50`;
    return rows.map(({ purpose, read_at }) => ({ purpose, at: read_at.getTime() }));
  },
});
