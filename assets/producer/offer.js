import { byId, setText } from '/viewer/dom.js';

const SHOWN_MS = 12_000;
/** What cannot be undone, and so is not what Undo would take back. */
const LIVE = ['preview', 'take', 'next', 'skip-to'];

/** Says what was removed and offers to bring it back, for as long as Undo means that and nothing else. */
export class Offer {
  #element = byId('offer');
  #revision = 0;
  #timer = 0;

  /** @param {() => void} undo */
  constructor(undo) {
    byId('offer-undo').addEventListener('click', () => {
      this.#end();
      undo();
    });
    byId('offer-close').addEventListener('click', () => this.#end());
  }

  /**
   * @param {string} sentence
   * @param {number} revision of the state that has it no more
   */
  make(sentence, revision) {
    this.#revision = revision;
    setText(byId('offer-text'), sentence);
    this.#element.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(), SHOWN_MS);
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    const overtaken = desk.deeds.some(({ revision, what }) => revision > this.#revision && !LIVE.includes(what));
    if (this.#revision > 0 && overtaken) {
      this.#end();
    }
  }

  #end() {
    clearTimeout(this.#timer);
    this.#revision = 0;
    this.#element.hidden = true;
  }
}
