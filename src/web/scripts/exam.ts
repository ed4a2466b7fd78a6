/**
 * Takes over the exam's page: the next question without a new page, every choice kept on this device before it is sent,
 * the time left, the list of all questions. It never ends an exam: at zero it sends what is waiting and asks.
 * Where it cannot run, the same page works as plain forms.
 */
import { addressWith, displayFrom } from '../pages/sitting/display-address.ts';
import { openOutbox } from './exam-outbox.ts';
import { playerOn } from './exam-player.ts';

const player = document.getElementById('player');
if (player !== null) {
  const { sitting = '', program = '', epoch = '', place = '', leads, superseded } = player.dataset;
  const token = player.querySelector<HTMLInputElement>('input[name="form-token"]')?.value ?? '';
  if (leads === 'yes') {
    void openOutbox(sitting).then((outbox) =>
      playerOn({
        sitting,
        program,
        token,
        epoch: Number(epoch),
        place: Number(place),
        outbox,
      }),
    );
  } else if (superseded === 'no') {
    const asked = new URLSearchParams(location.search);
    const display = displayFrom({
      size: asked.get('size') ?? '',
      contrast: asked.get('contrast') ?? '',
      theme: asked.get('theme') ?? '',
    });
    location.replace(addressWith(`/sitting/${sitting}`, display, { at: place }));
  }
}
