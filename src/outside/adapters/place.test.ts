import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { systemClock } from './clock.ts';
import { installationFrom } from './installation.ts';

describe('the clock', () => {
  test('tells the time of this machine, and the date of the body’s zone', () => {
    const dateIn = (zone: string): string =>
      new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(Date.now());
    for (const zone of [
      'UTC',
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Asia/Kathmandu',
    ]) {
      const clock = systemClock(zone);
      const [before, today, after] = [dateIn(zone), clock.today(), dateIn(zone)];
      assert.ok(today === before || today === after, `${today} in ${zone}`);
      assert.ok(Math.abs(clock.now() - Date.now()) < 1000);
    }
    // A day and an hour apart: it is never the same date in both.
    const east = systemClock('Pacific/Kiritimati').today();
    assert.ok(east > systemClock('Pacific/Pago_Pago').today());
  });
});

describe('an installation', () => {
  test('told nothing stands on this machine alone, in the repository, in New York', () => {
    const place = installationFrom({});
    assert.ok(existsSync(path.join(place.root, 'package.json')));
    assert.deepEqual(place, {
      root: place.root,
      data: path.join(place.root, 'data'),
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: undefined,
      origin: 'http://localhost:8080',
      smtp: undefined,
      keyPassphrase: undefined,
      token: undefined,
      programSecret: undefined,
      witnesses: [],
      mailFrom: 'no-reply@localhost',
      zone: 'America/New_York',
    });
  });

  test('takes the hash of a secret for programs, and nothing that is none', () => {
    const hash = 'AB'.repeat(32);
    const told = (said: string) => installationFrom({ EVENHAND_API_SECRET_SHA256: said });
    assert.equal(told(` ${hash}\n`).programSecret, hash.toLowerCase());
    assert.equal(told('').programSecret, undefined);
    assert.throws(() => told('the secret itself'), /SHA256 is not the SHA-256 of a secret/);
  });

  test('told where it stands believes it', () => {
    const place = installationFrom({
      PORT: '9000',
      EVENHAND_DATA: '/srv/evenhand',
      EVENHAND_ORIGIN: 'https://board.example/',
      DATABASE_URL: 'postgres://a@b/c',
    });
    assert.equal(place.port, 9000);
    assert.equal(place.data, '/srv/evenhand');
    assert.equal(place.origin, 'https://board.example');
    assert.equal(place.databaseUrl, 'postgres://a@b/c');
  });

  test('a port that is none is refused at once, and named', () => {
    for (const port of ['eighty', '80.5', '-1', '65536', '1e9']) {
      assert.throws(() => installationFrom({ PORT: port }), new RegExp(port.replace('.', '\\.')));
    }
  });
});
