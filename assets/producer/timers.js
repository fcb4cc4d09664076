import { byId } from '/viewer/dom.js';
import { KeyedList } from './list.js';
import { Timer } from './timer.js';

const TICK_MS = 250;

/** Every countdown of the show. */
export class Timers {
  #list;
  #desk = null;

  /** @param {(command: object) => void} perform */
  constructor(perform) {
    this.#list = new KeyedList(byId('timer-list'), () => {
      const timer = new Timer(perform);
      return { element: timer.element, show: (shown) => timer.show(shown, this.#desk) };
    });
    setInterval(() => this.#desk && this.#list.show(this.#desk.timers, keyOf), TICK_MS);
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    this.#desk = desk;
    byId('timers-empty').hidden = desk.timers.length > 0;
    this.#list.show(desk.timers, keyOf);
  }
}

const keyOf = ({ scene, layer }) => `${scene.id}/${layer.id}`;
