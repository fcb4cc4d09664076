import { byId, setText } from '/viewer/dom.js';
import { lasting } from '/viewer/memory.js';
import { has, label, text } from './messages.js';

const NAME = 'liveroom.producer.name';
const LONGEST_NAME = 40;
const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** What the producer was called the last time. */
export const keptName = () => lasting.read(NAME).trim().slice(0, LONGEST_NAME);

/** The head of the page: which show, which kit, who did what, undo and redo, the producer's own name. */
export class Bar {
  #perform;
  #kit = byId('kit');

  /**
   * @param {(command: object) => void} perform
   * @param {import('./studio.js').Studio} studio
   */
  constructor(perform, studio) {
    this.#perform = perform;
    byId('undo').addEventListener('click', () => this.undo());
    byId('redo').addEventListener('click', () => this.redo());
    this.#kit.addEventListener('change', () => perform({ do: 'set-brand', brand: this.#kit.value }));
    const dialog = byId('name');
    const input = byId('name-input');
    byId('name-open').addEventListener('click', () => {
      input.value = studio.name;
      dialog.showModal();
    });
    byId('name-form').addEventListener('submit', () => {
      const name = input.value.trim().slice(0, LONGEST_NAME);
      lasting.write(NAME, name);
      studio.rename(name);
      this.#showName(name);
    });
    this.#showName(studio.name);
  }

  undo() {
    if (!byId('undo').disabled) {
      this.#perform({ do: 'undo' });
    }
  }

  redo() {
    if (!byId('redo').disabled) {
      this.#perform({ do: 'redo' });
    }
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    setText(byId('title'), desk.show.name || text('page.heading'));
    document.title = text('page.title', desk.show.name);
    byId('undo').disabled = !desk.state.canUndo;
    byId('redo').disabled = !desk.state.canRedo;
    this.#showKits(desk);
    const deed = desk.lastDeed;
    setText(byId('last'), deed ? text('bar.last', who(deed.who), what(deed.what), clockTime.format(new Date(deed.at))) : '');
  }

  /** @param {string[]} names of those who produce */
  showProducers(names) {
    setText(byId('producers'), names.length > 0 ? text('bar.producers', names.map(who)) : '');
  }

  #showKits({ kits, show }) {
    const all = kits.includes(show.brand) ? kits : [show.brand, ...kits];
    if (JSON.stringify(all) !== this.#kit.dataset.shown) {
      this.#kit.dataset.shown = JSON.stringify(all);
      this.#kit.replaceChildren(...all.map((kit) => new Option(kit.split(/[\\/]/).pop(), kit)));
    }
    this.#kit.value = show.brand;
    byId('kit-label').hidden = all.length < 2;
  }

  #showName(name) {
    setText(byId('name-shown'), name || text('bar.nameless'));
    label(byId('name-open'), name ? `${text('bar.name')}: ${name}` : text('bar.nameless'));
  }
}

const who = (name) => (name === 'host' ? text('who.host') : name === 'producer' ? text('who.producer') : name);
const what = (command) => text(has(`deed.${command}`) ? `deed.${command}` : 'deed.');
