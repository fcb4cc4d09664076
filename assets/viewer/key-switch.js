import { byId } from './dom.js';
import { lasting } from './memory.js';

const KEPT = 'liveroom.keys';

/**
 * Whether single keys act. Who speaks to the computer, or touches keys by accident, turns that off (WCAG 2.2, criterion
 * 2.1.4), for good in this browser.
 */
export class KeySwitch {
  #box = byId('keys-switch');

  constructor() {
    this.#box.checked = lasting.read(KEPT) !== 'off';
    this.#box.addEventListener('change', () => lasting.write(KEPT, this.on ? 'on' : 'off'));
  }

  get on() {
    return this.#box.checked;
  }
}
