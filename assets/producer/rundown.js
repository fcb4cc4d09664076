import { byId, make, setText } from '/viewer/dom.js';
import { ask } from './ask.js';
import { freshId } from './fresh.js';
import { icon } from './icon.js';
import { KeyedList } from './list.js';
import { menuOf } from './menu.js';
import { label, text } from './messages.js';
import { reorderable } from './reorder.js';

const TRANSITIONS = ['cut', 'fade', 'stinger'];

/** The run-down, the one large key that takes its next cue, and what is needed to write it. */
export class Rundown {
  #list = new KeyedList(byId('cue-list'), (entry) => this.#make(entry.cue.id));
  #perform;
  #offer;
  #desk = null;
  #shownNext = '';

  /**
   * @param {(command: object) => Promise<number>} perform resolves to the revision that it led to, 0 if it was not done
   * @param {import('./offer.js').Offer} offer
   */
  constructor(perform, offer) {
    this.#perform = perform;
    this.#offer = offer;
    byId('next').addEventListener('click', () => this.next());
    const add = byId('cue-add');
    add.after(menuOf(add, () => this.#additions()));
    reorderable(byId('cue-list'), { grip: '.cue', shape: 'column', move: (from, to) => this.#move(from, to) });
  }

  next() {
    if (!byId('next').disabled) {
      this.#perform({ do: 'next' });
    }
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    this.#desk = desk;
    const cues = this.#cues.map((cue, index) => ({ cue, index, next: desk.state.nextCue }));
    this.#list.show(cues, (entry) => entry.cue.id);
    byId('rundown-empty').hidden = cues.length > 0;
    byId('next').disabled = !desk.nextCue;
    setText(byId('next-cue'), desk.nextCue?.label ?? (cues.length > 0 ? text('rundown.end') : ''));
    if (desk.nextCue && desk.nextCue.id !== this.#shownNext) {
      this.#shownNext = desk.nextCue.id;
      bringIntoView(byId('cue-list').children[desk.state.nextCue]);
    }
  }

  get #cues() {
    return this.#desk.show.rundown;
  }

  #set(rundown) {
    return this.#perform({ do: 'set-rundown', rundown });
  }

  /** About the scene that comes next. */
  #additions() {
    const { id: sceneId, name, layers } = this.#desk.preview;
    const entry = (label, action) => ({
      name: label,
      act: () => this.#set([...this.#cues, { id: freshId('cue', this.#cues), label, action }]),
    });
    const takes = TRANSITIONS.map((transition) =>
      entry(text(`rundown.${transition}`, name), { do: 'take', sceneId, transition }),
    );
    const reveals = [true, false].flatMap((shown) =>
      [...layers]
        .reverse()
        .map((layer) =>
          entry(text(shown ? 'rundown.show' : 'rundown.hide', layer.name), {
            do: 'reveal',
            sceneId,
            layerId: layer.id,
            shown,
          }),
        ),
    );
    return reveals.length > 0 ? [...takes, null, ...reveals] : takes;
  }

  #move(from, to) {
    const cues = [...this.#cues];
    const [moved] = cues.splice(from, 1);
    cues.splice(to, 0, moved);
    this.#set(cues);
  }

  async #rename({ id, label: before }) {
    const name = await ask(text('rundown.rename'), before);
    if (name) {
      this.#set(this.#cues.map((cue) => (cue.id === id ? { ...cue, label: name } : cue)));
    }
  }

  async #remove(cue) {
    const revision = await this.#set(this.#cues.filter(({ id }) => id !== cue.id));
    if (revision) {
      this.#offer.make(text('offer.removed', cue.label), revision);
    }
  }

  #actions(cueId) {
    const place = this.#cues.findIndex(({ id }) => id === cueId);
    const cue = this.#cues[place];
    return [
      { name: text('menu.rename'), act: () => this.#rename(cue) },
      { name: text('menu.earlier'), act: () => this.#move(place, place - 1), disabled: place === 0 },
      {
        name: text('menu.later'),
        act: () => this.#move(place, place + 1),
        disabled: place === this.#cues.length - 1,
      },
      null,
      { name: text('menu.remove'), act: () => this.#remove(cue) },
    ];
  }

  #press(event, cueId) {
    const cue = this.#cues.find(({ id }) => id === cueId);
    const acts = { F2: () => this.#rename(cue), Delete: () => this.#remove(cue) };
    if (cue && acts[event.key]) {
      event.preventDefault();
      event.stopPropagation();
      acts[event.key]();
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
    const more = make('button', 'tool tool-small');
    more.type = 'button';
    more.append(icon('more'));
    element.append(button, more, menuOf(more, () => this.#actions(cueId)));
    button.addEventListener('click', () => this.#perform({ do: 'skip-to', cueId }));
    button.addEventListener('keydown', (event) => this.#press(event, cueId));
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
      label(more, text('rundown.more', cue.label));
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
