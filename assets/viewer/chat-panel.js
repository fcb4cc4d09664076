import { byId, setText } from './dom.js';
import { passing } from './memory.js';
import { label, text } from './messages.js';

const HIDDEN = 'liveroom.chat.hidden';

/** Whether the chat is beside (or under) the picture or put away, and how much was missed meanwhile. */
export class ChatPanel {
  #root = document.documentElement;
  #button = byId('chat-button');
  #badge = byId('chat-badge');
  #unread = 0;

  constructor() {
    this.#button.addEventListener('click', () => this.toggle());
    byId('chat-hide').addEventListener('click', () => this.toggle());
    this.#show(passing.read(HIDDEN) !== 'yes');
  }

  get shown() {
    return this.#root.dataset.chat === 'shown';
  }

  toggle() {
    if (byId('chat').contains(document.activeElement)) {
      this.#button.focus(); // what is hidden loses the focus
    }
    this.#show(!this.shown);
    passing.write(HIDDEN, this.shown ? 'no' : 'yes');
  }

  /** A message has come. */
  count() {
    if (!this.shown) {
      this.#unread += 1;
      this.#tell();
    }
  }

  #show(shown) {
    this.#root.dataset.chat = shown ? 'shown' : 'hidden';
    byId('chat').hidden = !shown;
    this.#unread = 0;
    this.#tell();
  }

  #tell() {
    const name = this.shown ? 'chat.hide' : this.#unread > 0 ? 'chat.unreadBadge' : 'chat.show';
    label(this.#button, text(name, this.#unread));
    this.#button.setAttribute('aria-expanded', String(this.shown));
    this.#badge.hidden = this.#unread === 0;
    setText(this.#badge, this.#unread > 99 ? '99+' : String(this.#unread));
  }
}
