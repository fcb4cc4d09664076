import { byId, make } from '/viewer/dom.js';
import { KeyedList } from './list.js';
import { label, text } from './messages.js';

const AT_END_PX = 48;
const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** What viewers and host say, each with a button that puts it on screen. Shown as text, never as markup. */
export class Talk {
  #list = new KeyedList(byId('chat-list'), (message) => this.#make(message));
  #log = byId('chat-log');
  #perform;

  /** @param {(command: object) => void} perform */
  constructor(perform) {
    this.#perform = perform;
  }

  /** @param {object[]} messages the event `chat`'s, oldest first */
  show(messages) {
    const follow = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < AT_END_PX;
    this.#list.show(messages, (message) => message.id);
    byId('chat-empty').hidden = messages.length > 0;
    if (follow) {
      this.#log.scrollTop = this.#log.scrollHeight;
    }
  }

  #make(message) {
    const author = message.name || text(message.from === 'host' ? 'chat.host' : 'chat.viewer');
    const element = make('li', 'said');
    element.dataset.from = message.from;
    const head = make('div', 'said-head');
    const name = make('span', 'said-name', author);
    name.dir = 'auto';
    const time = make('time', 'said-time', clockTime.format(new Date(message.at)));
    head.append(name, time);
    const said = make('p', 'said-text', message.text);
    said.dir = 'auto';
    const put = make('button', 'button button-small button-quiet', text('chat.put'));
    put.type = 'button';
    label(put, text('chat.putNamed', author));
    put.addEventListener('click', () => this.#perform({ do: 'put-comment', author, text: message.text }));
    element.append(head, said, put);
    return { element, show: () => {} };
  }
}
