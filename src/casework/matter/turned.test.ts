import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matterStory } from '../../../tests/support/turned-story.ts';
import { turnedIn } from './turned.ts';

const story = matterStory();

test('a matter that no appeal had to turn was not turned', () => {
  for (const events of [[], story.waiting, story.refused, story.granted, story.sentBack]) {
    assert.equal(turnedIn(events), undefined);
  }
  assert.equal(turnedIn(story.refusedAgain), undefined);
});

test('turned at once, it is in favor from that day', () =>
  assert.deepEqual(turnedIn(story.turned), { refusedOn: '2026-02-20', inFavorOn: '2026-05-20' }));

test('sent back and granted by others, it is in favor from their decision', () =>
  assert.deepEqual(turnedIn(story.grantedAgain), {
    refusedOn: '2026-02-20',
    inFavorOn: '2026-06-10',
  }));
