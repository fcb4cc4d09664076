import { byId, make, setText } from '/viewer/dom.js';
import { KeyedList } from './list.js';
import { text } from './messages.js';

/** The run-down, and the one large key that takes its next cue. */
export class Rundown {
  #list = new KeyedList(byId('cue-list'), (entry) => this.#make(entry.cue.id));
  #perform;
  #shownNext = '';

  /** @param {(command: object) => void} perform */
  constructor(perform) {
    this.#perform = perform;
    byId('next').addEventListener('click', () => this.next());
  }

  next() {
    if (!byId('next').disabled) {
      this.#perform({ do: 'next' });
    }
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    const cues = desk.show.rundown.map((cue, index) => ({ cue, index, next: desk.state.nextCue }));
    this.#list.show(cues, (entry) => entry.cue.id);
    byId('rundown-empty').hidden = cues.length > 0;
    byId('next').disabled = !desk.nextCue;
    setText(byId('next-cue'), desk.nextCue?.label ?? (cues.length > 0 ? text('rundown.end') : ''));
    if (desk.nextCue && desk.nextCue.id !== this.#shownNext) {
      this.#shownNext = desk.nextCue.id;
      bringIntoView(byId('cue-list').children[desk.state.nextCue]);
    }
  }

  #make(cueId) {
    const element = make('li', 'cue-item');
    const button = make('button', 'cue');
    button.type = 'button';
    const number = make('span', 'cue-number');
    const name = make('span', 'cue-name');
    name.dir = 'auto';
    const badge = make('span', 'badge badge-plain');
    button.append(number, name, badge);
    element.append(button);
    button.addEventListener('click', () => this.#perform({ do: 'skip-to', cueId }));
    const show = ({ cue, index, next }) => {
      const state = index < next ? 'done' : index === next ? 'next' : '';
      button.dataset.state = state;
      if (state === 'next') {
        button.setAttribute('aria-current', 'step');
      } else {
        button.removeAttribute('aria-current');
      }
      setText(number, String(index + 1));
      setText(name, cue.label);
      setText(badge, state === 'next' ? text('rundown.up') : state === 'done' ? text('rundown.done') : '');
      badge.hidden = state === '';
    };
    return { element, show };
  }
}

/** Scrolls the list alone: the page stays where the producer has it. */
function bringIntoView(item) {
  const box = byId('cue-list').parentElement;
  const above = item.offsetTop < box.scrollTop;
  const below = item.offsetTop + item.offsetHeight > box.scrollTop + box.clientHeight;
  if (above || below) {
    box.scrollTop = item.offsetTop - item.offsetHeight;
  }
}
