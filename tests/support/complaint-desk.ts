/** The desk of complaints over a test database: its pages asked without a network, and the bench that moves time. */
import { type ConductBench, conductBench } from './complaints.ts';
import { type Desk, type DeskPerson, openDesk } from './desk.ts';

export interface ComplaintDesk {
  readonly desk: Desk;
  readonly bench: ConductBench;
  readonly handler: DeskPerson;
  readonly colleague: DeskPerson;
  readonly ombud: DeskPerson;
  readonly custodian: DeskPerson;
}

export async function complaintDesk(): Promise<ComplaintDesk> {
  let bench: ConductBench | undefined;
  const desk = await openDesk('http://localhost', (world) => ({
    ...world,
    clock: { ...world.clock, today: () => bench?.today ?? world.clock.today() },
  }));
  bench = await conductBench({ db: desk.database, world: desk.world });
  return {
    ...{ desk, bench },
    handler: await desk.signedIn(bench.handler),
    colleague: await desk.signedIn(bench.colleague),
    ombud: await desk.signedIn(bench.ombud),
    custodian: await desk.signedIn(bench.custodian),
  };
}
