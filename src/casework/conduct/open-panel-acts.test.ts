/** What pages offer to a panel and to a respondent is exactly what the rules let through, over whole lives of complaints. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Choices, complaint, nextStep, usual } from '../../../tests/support/conduct.ts';
import type { ConductEvent, PanelKind } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import { APPEAL_GROUNDS, type AppealGround } from './conduct-rules.ts';
import { evolve } from './evolve.ts';
import { mayAskName, namesToAsk, type OpenAct, openPanelActs } from './open-panel-acts.ts';
import { type OpenToRespondent, openRespondentActs } from './open-respondent-acts.ts';

const BY_PANEL: Readonly<Partial<Record<ConductEvent['type'], [PanelKind, OpenAct]>>> = {
  reviewed: ['review', 'review'],
  heard: ['hearing', 'hear'],
  decided: ['hearing', 'decide'],
  'appeal-decided': ['appeal', 'decide-appeal'],
  'reinstatement-decided': ['reinstatement', 'decide-reinstatement'],
};
const BY_RESPONDENT: Readonly<Partial<Record<ConductEvent['type'], OpenToRespondent>>> = {
  responded: 'respond',
  appealed: 'appeal',
  'reinstatement-asked': 'ask-reinstatement',
};

interface Lived {
  readonly acts: ReadonlySet<string>;
  readonly end: ConductMatter;
}

/** Walks one life; before each step of a panel or the respondent the step must have been offered, and to others not. */
function lived(chosen: Partial<Choices>): Lived {
  const first = complaint();
  assert.ok(first.ok);
  let state = evolve(undefined, first.value);
  assert.ok(state);
  const acts = new Set<string>();
  for (let step = 0; step < 60 && state.stage !== 'closed'; step += 1) {
    const answer = nextStep(state, state.latest, { ...usual, ...chosen });
    if (answer === undefined || !answer.ok) {
      break;
    }
    for (const event of answer.value) {
      acts.add(offered(state, event));
      const next: ConductMatter | undefined = evolve(state, event);
      assert.ok(next);
      state = next;
    }
  }
  return { acts, end: state };
}

function offered(state: ConductMatter, event: ConductEvent): string {
  const [panel, act] = BY_PANEL[event.type] ?? [];
  const { on } = event;
  if (panel !== undefined && act !== undefined && 'by' in event) {
    const open = (member: string, of: PanelKind) => openPanelActs(state, { panel: of, member, on });
    assert.ok(open(event.by, panel).includes(act), `${act} was offered`);
    assert.ok(open(event.by, panel).includes('leave'), 'whoever has a tie can leave');
    assert.deepEqual(open('staff', panel), [], 'nobody else is offered anything');
    const other = panel === 'review' ? 'hearing' : 'review';
    assert.ok(!open(event.by, other).includes(act), 'no other panel is offered it');
    return act;
  }
  const own = BY_RESPONDENT[event.type];
  if (own !== undefined) {
    assert.ok(openRespondentActs(state, on).includes(own), `${own} was offered`);
    return own;
  }
  return event.type;
}

test('every step that a life takes was offered to whoever took it, and to nobody else', () => {
  const seen = new Set<string>();
  for (const ground of Object.keys(APPEAL_GROUNDS) as AppealGround[]) {
    for (const found of [true, false]) {
      for (const kind of ['private-reprimand', 'suspension', 'revocation'] as const) {
        const { acts } = lived({ objects: true, ground, found, kind });
        for (const act of acts) {
          seen.add(act);
        }
      }
    }
  }
  lived({ objects: false, kind: 'revocation', granted: false }).acts.forEach((act) => {
    seen.add(act);
  });
  for (const act of ['review', 'hear', 'decide', 'decide-appeal', 'respond', 'appeal']) {
    assert.ok(seen.has(act), `${act} happened in some life`);
  }
});

test('a closed matter offers nothing to a respondent, and no name to anybody', () => {
  const { end } = lived({ met: false });
  assert.equal(end.stage, 'closed');
  assert.deepEqual(openRespondentActs(end, end.latest), []);
  assert.equal(mayAskName(end, 'hearing'), false);
  assert.deepEqual(namesToAsk(end), ['respondent', 'c1']);
});
