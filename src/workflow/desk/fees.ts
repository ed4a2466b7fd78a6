/** Fees as staff keep them: what is owed by the program's rules, and payments recorded by a named person. */
import { type Balance, balances } from '../../casework/fees/fees.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { MoneyRow } from '../ports/money-records.ts';
import type { World } from '../ports/ports.ts';
import type { CalledRow } from '../ports/records.ts';

type FeesWorld = Pick<World, 'records' | 'chance'>;
const staffOf = (staff: string) => ({ rights: 'staff', person: staff }) as const;

export interface OwingRow {
  readonly person: CalledRow;
  readonly program: string;
  readonly cents: number;
}

/** Who owes, largest first; with a search, everybody it finds. */
export async function owing(
  world: FeesWorld,
  asked: { readonly staff: string; readonly search: string },
): Promise<{ readonly owing: readonly OwingRow[]; readonly found: readonly CalledRow[] }> {
  return await world.records.as(staffOf(asked.staff), async ({ money, people }) => {
    const found = asked.search.trim() === '' ? [] : await people.list(asked.search.trim(), 50);
    const rows = await money.owing(100);
    const persons = await people.byIds(rows.map((row) => row.person));
    return {
      found,
      owing: rows.flatMap((row) => {
        const person = persons.find((one) => one.id === row.person);
        return person === undefined ? [] : [{ person, program: row.program, cents: row.cents }];
      }),
    };
  });
}

export interface Account {
  readonly person: CalledRow;
  readonly entries: readonly MoneyRow[];
  readonly balances: readonly { readonly program: string; readonly balance: Balance }[];
}

export async function accountOf(
  world: FeesWorld,
  asked: { readonly staff: string; readonly person: string },
): Promise<Result<Account, 'no-such-person'>> {
  return await world.records.as(staffOf(asked.staff), async ({ money, people }) => {
    const [person] = await people.byIds([asked.person]);
    if (person === undefined) {
      return refuse(
        'no-such-person',
        'there is no such person, or nothing about them is open here',
      );
    }
    const entries = await money.of(asked.person);
    const programs = [...new Set(entries.map((entry) => entry.program))];
    return success({
      person,
      entries,
      balances: programs.flatMap((program) =>
        balances(entries.filter((entry) => entry.program === program)).map((balance) => ({
          program,
          balance,
        })),
      ),
    });
  });
}

/** Records one payment. The reference (a check number, a receipt) makes a second press harmless. */
export async function recordPayment(
  world: FeesWorld,
  asked: {
    readonly staff: string;
    readonly person: string;
    readonly program: string;
    readonly cents: number;
    readonly currency: string;
    readonly reference: string;
  },
): Promise<Result<'recorded' | 'recorded-before', 'reference-missing' | 'own-account'>> {
  const reference = asked.reference.trim();
  if (reference === '') {
    return refuse(
      'reference-missing',
      'give the payment a reference, such as a check number or a receipt number',
    );
  }
  if (asked.staff === asked.person) {
    return refuse('own-account', 'somebody else must record a payment to your own account');
  }
  const added = await world.records.as(staffOf(asked.staff), ({ money }) =>
    money.enter(
      {
        id: world.chance.uuid(),
        person: asked.person,
        program: asked.program,
        matter: undefined,
        kind: 'payment',
        fee: 'payment',
        cents: asked.cents,
        currency: asked.currency,
        reference,
      },
      asked.staff,
    ),
  );
  return success(added ? 'recorded' : 'recorded-before');
}
