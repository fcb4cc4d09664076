import { byId, make, setText } from '/viewer/dom.js';
import { duration, seconds } from './desk.js';
import { KeyedList } from './list.js';
import { label, text } from './messages.js';

const TICK_MS = 250;
const USUAL_SECONDS = 300;

/** Every countdown of the show, and how much is left of it. */
export class Timers {
  #list = new KeyedList(byId('timer-list'), (timer) => this.#make(timer));
  #perform;
  #desk = null;

  /** @param {(command: object) => void} perform */
  constructor(perform) {
    this.#perform = perform;
    setInterval(() => this.#desk && this.#list.show(this.#desk.timers, keyOf), TICK_MS);
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    this.#desk = desk;
    byId('timers-empty').hidden = desk.timers.length > 0;
    this.#list.show(desk.timers, keyOf);
  }

  #make({ scene, layer }) {
    const element = make('li', 'timer');
    const names = make('div', 'layer-names');
    const name = make('span', 'layer-name');
    name.dir = 'auto';
    const facts = make('span', 'layer-kind');
    const left = make('span', 'timer-left');
    left.setAttribute('role', 'timer');
    const where = make('bdi', '');
    const dot = make('span', '', ' · ');
    facts.append(left, dot, where);
    names.append(name, facts);
    const form = make('form', 'timer-form');
    const length = make('input', 'field timer-length');
    length.value = duration(layer.content.seconds || USUAL_SECONDS);
    length.inputMode = 'text';
    length.maxLength = 8;
    length.autocomplete = 'off';
    const start = make('button', 'button button-small', text('timers.start'));
    form.append(length, start);
    element.append(names, form);
    length.addEventListener('input', () => length.setCustomValidity(''));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const total = seconds(length.value);
      if (total > 0) {
        this.#perform({ do: 'start-countdown', sceneId: scene.id, layerId: layer.id, seconds: total });
      } else {
        length.setCustomValidity(text('edit.duration'));
        length.reportValidity();
      }
    });
    const show = (timer) => {
      const remaining = this.#desk.secondsUntil(timer.layer.content.endsAtMillis);
      setText(name, timer.layer.name);
      setText(where, timer.scene.name);
      setText(left, remaining === null ? '' : remaining === 0 ? text('timers.over') : duration(remaining));
      dot.hidden = remaining === null;
      element.dataset.running = String(remaining > 0);
      label(length, text('timers.length', timer.layer.name));
      label(start, text('timers.startNamed', timer.layer.name));
    };
    return { element, show };
  }
}

const keyOf = ({ scene, layer }) => `${scene.id}/${layer.id}`;
