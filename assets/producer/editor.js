import { make, setText } from '/viewer/dom.js';
import { duration, seconds } from './desk.js';
import { fieldsOf } from './fields.js';
import { text } from './messages.js';

let made = 0;

/**
 * A form for what is written in one layer. Nothing of it leaves the page before it is confirmed.
 *
 * Events: `apply` (detail: the members of the content that were edited), `discard`.
 */
export class Editor extends EventTarget {
  element = make('form', 'editor');
  #fields;
  #inputs = new Map();
  #begun;
  #note = make('p', 'editor-note');
  #complaint = make('p', 'editor-complaint');
  #apply = make('button', 'button');

  /** @param {object} content as the studio has it */
  constructor(content) {
    super();
    this.#fields = fieldsOf(content);
    this.#begun = JSON.stringify(content);
    this.element.autocomplete = 'off';
    this.element.noValidate = true;
    this.#note.setAttribute('role', 'status');
    this.#complaint.setAttribute('role', 'alert');
    const discard = make('button', 'button button-quiet', text('edit.discard'));
    discard.type = 'button';
    const buttons = make('div', 'editor-buttons');
    buttons.append(this.#apply, discard);
    this.element.append(...this.#fields.map((field) => this.#row(field, content)), this.#note, this.#complaint, buttons);
    discard.addEventListener('click', () => this.#discard());
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#confirm();
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing) {
        event.stopPropagation();
        this.#discard();
      } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.#confirm();
      }
    });
    this.onAir = false;
  }

  /** Whether its scene is on air: confirming is then seen at once. */
  set onAir(onAir) {
    setText(this.#apply, text(onAir ? 'edit.applyOnAir' : 'edit.apply'));
    this.#apply.dataset.onAir = String(onAir);
  }

  /** What the studio has by now: others edit, too. What is being written stays. */
  told(content) {
    setText(this.#note, JSON.stringify(content) === this.#begun ? '' : text('edit.changed'));
  }

  /** Why it was not done. */
  complain(sentence) {
    setText(this.#complaint, sentence);
  }

  focus() {
    const [first] = this.#inputs.values();
    first?.focus();
    first?.select?.();
  }

  #discard() {
    this.dispatchEvent(new Event('discard'));
  }

  #confirm() {
    const edited = {};
    for (const field of this.#fields) {
      const { value, complaint } = read(field, this.#inputs.get(field.name).value);
      if (complaint) {
        this.complain(text(complaint));
        this.#inputs.get(field.name).focus();
        return;
      }
      edited[field.name] = value;
    }
    this.complain('');
    this.dispatchEvent(new CustomEvent('apply', { detail: edited }));
  }

  #row(field, content) {
    const row = make('div', 'editor-row');
    const label = make('label', 'editor-label', text(`field.${field.name}`));
    const input = inputOf(field);
    made += 1;
    input.id = `field-${made}`;
    input.name = field.name;
    input.value = written(field, content[field.name]);
    label.htmlFor = input.id;
    this.#inputs.set(field.name, input);
    row.append(label, input);
    return row;
  }
}

function inputOf({ type, max, choices }) {
  if (type === 'choice') {
    const select = make('select', 'field');
    select.append(...choices.map((choice) => new Option(text(`choice.${choice}`), choice)));
    return select;
  }
  const input = make(type === 'lines' || type === 'items' ? 'textarea' : 'input', 'field');
  input.dir = 'auto';
  if (input.tagName === 'TEXTAREA') {
    input.rows = 3;
  } else {
    input.type = type === 'link' ? 'url' : 'text';
    input.inputMode = { number: 'decimal', link: 'url' }[type] ?? 'text';
  }
  if (max && type !== 'items') {
    input.maxLength = max;
  }
  return input;
}

function written({ type }, value) {
  switch (type) {
    case 'items':
      return (value ?? []).join('\n');
    case 'duration':
      return duration(value ?? 0);
    default:
      return String(value ?? '');
  }
}

function read({ type, max, range }, typed) {
  switch (type) {
    case 'items':
      return { value: typed.split('\n').map((line) => line.trim().slice(0, max)).filter(Boolean) };
    case 'duration':
      return Number.isNaN(seconds(typed)) ? { complaint: 'edit.duration' } : { value: seconds(typed) };
    case 'number': {
      const value = Number(typed.replace(',', '.'));
      const fine = typed.trim() !== '' && value >= range[0] && value <= range[1];
      return fine ? { value } : { complaint: 'edit.number' };
    }
    case 'link':
      return /^(https?:\/\/.+)?$/.test(typed.trim()) ? { value: typed.trim() } : { complaint: 'edit.link' };
    default:
      return { value: typed };
  }
}
