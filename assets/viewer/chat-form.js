import { Chat } from './chat.js';
import { byId, setText } from './dom.js';
import { lasting } from './memory.js';
import { text } from './messages.js';

const NAME = 'liveroom.name';
const NOTE_MS = 6000;

/** Where a viewer says who they are, once, and then what they have to say. */
export class ChatForm {
  #chat;
  #nameForm = byId('name-form');
  #name = byId('name-input');
  #sayForm = byId('say-form');
  #say = byId('say-input');
  #send = byId('say-send');
  #note = byId('chat-note');
  #noteTimer = 0;
  #slowUntil = 0;

  /** @param {Chat} chat */
  constructor(chat) {
    this.#chat = chat;
    this.#name.maxLength = Chat.longestName;
    this.#say.maxLength = Chat.longestText;
    this.#nameForm.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#join();
    });
    this.#sayForm.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#say.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#submit();
      }
    });
    this.#say.addEventListener('input', () => this.#refresh());
    byId('name-change').addEventListener('click', () => this.#askName());
    chat.addEventListener('open', () => this.#refresh());
    chat.addEventListener('muted', (event) => this.#muted(event.detail));
    chat.addEventListener('refused', (event) => this.#refused(event.detail));
    chat.name = lasting.read(NAME);
    this.#name.value = chat.name;
    this.#refresh();
  }

  /** Puts the caret where one writes. */
  focus() {
    (this.#chat.name && this.#nameForm.hidden ? this.#say : this.#name).focus();
  }

  #join() {
    this.#chat.name = this.#name.value;
    if (this.#chat.name) {
      lasting.write(NAME, this.#chat.name);
      this.#refresh();
      this.#say.focus();
    } else {
      this.#name.focus();
    }
  }

  #askName() {
    this.#nameForm.hidden = false;
    this.#sayForm.hidden = true;
    this.#name.value = this.#chat.name;
    this.#name.select();
  }

  #submit() {
    if (!this.#send.disabled && this.#chat.say(this.#say.value)) {
      this.#say.value = '';
      this.#tell('');
      this.#refresh();
    }
  }

  #refresh() {
    const named = this.#chat.name !== '';
    const slow = Date.now() < this.#slowUntil;
    this.#nameForm.hidden = named;
    this.#sayForm.hidden = !named;
    setText(byId('name-shown'), this.#chat.name);
    this.#say.disabled = !this.#chat.open || this.#chat.muted;
    this.#send.disabled = this.#say.disabled || slow || this.#say.value.trim() === '';
    this.#say.placeholder = text(this.#chat.open ? 'chat.placeholder' : 'chat.closed');
    setText(byId('say-count'), `${this.#say.value.length} / ${Chat.longestText}`);
    byId('say-count').dataset.near = String(this.#say.value.length > Chat.longestText * 0.9);
  }

  #muted(muted) {
    this.#tell(text(muted ? 'chat.muted' : 'chat.unmuted'), muted ? Infinity : NOTE_MS);
    this.#refresh();
  }

  /** The last message was not taken: gives it back, and says why. */
  #refused({ reason, retryMs, text: said }) {
    if (this.#say.value === '') {
      this.#say.value = said;
    }
    if (reason === 'slow') {
      this.#slowUntil = Date.now() + retryMs;
      this.#tell(text('chat.slow', Math.max(1, Math.ceil(retryMs / 1000))), Math.max(retryMs, 2000));
      setTimeout(() => this.#refresh(), retryMs + 20);
    } else if (reason !== 'muted') {
      this.#tell(text(reason === 'long' ? 'chat.long' : 'chat.refused'));
    } else {
      this.#tell(text('chat.muted'), Infinity);
    }
    this.#refresh();
  }

  #tell(sentence, ms = NOTE_MS) {
    clearTimeout(this.#noteTimer);
    setText(this.#note, sentence);
    this.#note.hidden = sentence === '';
    if (sentence && Number.isFinite(ms)) {
      this.#noteTimer = setTimeout(() => this.#tell(''), ms);
    }
  }
}
