import { byId, make, setText } from './dom.js';
import { text } from './messages.js';

const HUES = 6;
const AT_END_PX = 48;

// As the viewer's own system writes the time, whatever language the page speaks.
const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const fullTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The messages of the chat. They are shown as text, never as markup. */
export class ChatLog {
  #chat;
  #log = byId('chat-log');
  #list = byId('chat-list');
  #empty = byId('chat-empty');
  #unreadButton = byId('chat-unread');
  #unread = 0;
  #items = new Map();

  /** @param {import('./chat.js').Chat} chat */
  constructor(chat) {
    this.#chat = chat;
    chat.addEventListener('changed', () => this.#renew());
    chat.addEventListener('added', (event) => this.#add(event.detail));
    chat.addEventListener('deleted', (event) => this.#remove(event.detail));
    chat.addEventListener('open', () => this.#tellEmpty());
    this.#tellEmpty();
    this.#log.addEventListener('scroll', () => this.#atEnd() && this.#read(), { passive: true });
    this.#unreadButton.addEventListener('click', () => {
      this.toEnd();
      this.#log.focus({ preventScroll: true });
    });
    // The room for messages changes with the keyboard of a phone, with the window, with the name form.
    let wasAtEnd = true;
    this.#log.addEventListener('scroll', () => (wasAtEnd = this.#atEnd()), { passive: true });
    new ResizeObserver(() => wasAtEnd && this.toEnd()).observe(this.#log);
  }

  toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#read();
  }

  /** The studio sent the whole list: takes over what differs, quietly. */
  #renew() {
    const stayed = this.#atEnd();
    this.#log.setAttribute('aria-busy', 'true');
    const kept = new Set(this.#chat.messages.map((message) => message.id));
    [...this.#items.keys()].filter((id) => !kept.has(id)).forEach((id) => this.#remove(id));
    for (const message of this.#chat.messages) {
      const item = this.#items.get(message.id) ?? this.#item(message);
      this.#list.append(item);
    }
    this.#empty.hidden = this.#items.size > 0;
    this.#log.setAttribute('aria-busy', 'false');
    if (stayed) {
      this.toEnd();
    }
  }

  #add(message) {
    const follow = this.#atEnd() || message.mine;
    this.#list.append(this.#item(message));
    this.#empty.hidden = true;
    if (follow) {
      this.toEnd();
    } else {
      this.#unread += 1;
      setText(this.#unreadButton, text('chat.unread', this.#unread));
      this.#unreadButton.hidden = false;
    }
  }

  #remove(id) {
    this.#items.get(id)?.remove();
    this.#items.delete(id);
    this.#empty.hidden = this.#items.size > 0;
  }

  #item(message) {
    const item = make('li', 'message');
    item.dataset.from = message.from;
    item.dataset.mine = String(message.mine);
    item.dataset.id = String(message.id);
    const head = make('div', 'message-head');
    const name = make('span', `message-name hue-${hue(message.name)}`, message.name || text('chat.you'));
    name.dir = 'auto';
    head.append(name);
    if (message.from === 'host') {
      head.append(make('span', 'badge badge-host', text('chat.host')));
    }
    if (message.mine) {
      head.append(make('span', 'badge badge-mine', text('chat.you')));
    }
    head.append(time(message.at));
    const body = make('p', 'message-text', message.text);
    body.dir = 'auto';
    item.append(head, body);
    this.#items.set(message.id, item);
    return item;
  }

  #tellEmpty() {
    setText(this.#empty, text(this.#chat.open ? 'chat.empty' : 'chat.emptyClosed'));
  }

  #atEnd() {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < AT_END_PX;
  }

  #read() {
    this.#unread = 0;
    this.#unreadButton.hidden = true;
  }
}

function time(at) {
  const date = new Date(at);
  const element = make('time', 'message-time');
  if (!Number.isNaN(date.getTime())) {
    element.dateTime = date.toISOString();
    element.textContent = clockTime.format(date);
    element.title = fullTime.format(date);
  }
  return element;
}

/** The same name has the same colour, everywhere. */
function hue(name) {
  let sum = 0;
  for (const character of name) {
    sum = (sum * 31 + character.codePointAt(0)) % 9973;
  }
  return sum % HUES;
}
