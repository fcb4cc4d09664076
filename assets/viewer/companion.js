import { byId, setText } from './dom.js';
import { text } from './messages.js';

/** What is on screen, beside the picture: a product with its link, or the message that is being answered. */
export class Companion {
  #card = byId('companion');
  #link = byId('companion-link');
  #offer = null;
  #timer = 0;

  constructor() {
    byId('companion-close').addEventListener('click', () => this.clear());
  }

  /**
   * Shows an offer together with the picture that it belongs to.
   *
   * @param {import('./control.js').Offer} offer
   * @param {number} waitMs until that picture is on the screen
   */
  take(offer, waitMs) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(offer), waitMs);
  }

  /** The viewer has seen enough, or nothing is on screen any more. */
  clear() {
    clearTimeout(this.#timer);
    this.#card.hidden = true;
  }

  #show(offer) {
    if (offer.kind === 'none') {
      this.#offer = null;
      this.clear();
      return;
    }
    // Told again after an interruption: what the viewer has put away stays away.
    const same = JSON.stringify(offer);
    if (same === this.#offer) {
      return;
    }
    this.#offer = same;
    this.#card.dataset.kind = offer.kind;
    setText(byId('companion-kind'), text(`companion.${offer.kind}`));
    setText(byId('companion-title'), offer.title);
    setText(byId('companion-text'), offer.text);
    if (offer.link) {
      this.#link.href = offer.link;
      setText(byId('companion-host'), new URL(offer.link).host);
    } else {
      this.#link.removeAttribute('href');
      setText(byId('companion-host'), '');
    }
    this.#card.hidden = false;
  }
}
