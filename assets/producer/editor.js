import { make, setText } from '/viewer/dom.js';
import { memberAt, pagesOf, withMember } from './fields.js';
import { inputOf, read } from './inputs.js';
import { text } from './messages.js';

const USUAL_MILLIS = 300;
let made = 0;

/**
 * A form for one layer: what it says, where it is, how it looks and moves. Nothing of it leaves the page before it is confirmed.
 *
 * Events: `apply` (detail: turns the layer, as it is by then, into the one that is wanted), `discard`.
 */
export class Editor extends EventTarget {
  element = make('form', 'editor');
  #entries = [];
  #begun;
  #note = make('p', 'editor-note');
  #complaint = make('p', 'editor-complaint');
  #apply = make('button', 'button');

  /**
   * @param {object} layer as the studio has it
   * @param {string[]} sources that a producer may choose
   */
  constructor(layer, sources) {
    super();
    this.element.autocomplete = 'off';
    this.element.noValidate = true;
    this.#note.setAttribute('role', 'status');
    this.#complaint.setAttribute('role', 'alert');
    const discard = make('button', 'button button-quiet', text('edit.discard'));
    discard.type = 'button';
    const buttons = make('div', 'editor-buttons');
    buttons.append(this.#apply, discard);
    const pages = pagesOf(layer).map((page, index) => this.#page(page, layer, sources, index === 0));
    this.#begun = this.#members(layer);
    this.element.append(...pages, this.#note, this.#complaint, buttons);
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

  /** The layer as the studio has it by now: others edit, too. What is being written stays. */
  told(layer) {
    setText(this.#note, this.#members(layer) === this.#begun ? '' : text('edit.changed'));
  }

  /** Why it was not done. */
  complain(sentence) {
    setText(this.#complaint, sentence);
  }

  focus() {
    const [first] = this.#entries;
    first.input.control.focus();
    first.input.control.select?.();
  }

  #members(layer) {
    return JSON.stringify(this.#entries.map(({ field }) => memberAt(layer, field.path)));
  }

  #discard() {
    this.dispatchEvent(new Event('discard'));
  }

  /** What was not touched is left to others. */
  #confirm() {
    this.complain('');
    const changes = [];
    for (const { field, input, initial } of this.#entries) {
      const typed = input.typed();
      if (typed !== initial) {
        const outcome = read(field, typed);
        if (outcome.complaint) {
          this.#show(input.control);
          this.complain(outcome.complaint);
          return;
        }
        changes.push([field.path, outcome.value]);
      }
    }
    const change = (layer) => moving(changes.reduce((edited, [path, value]) => withMember(edited, path, value), layer));
    this.dispatchEvent(new CustomEvent('apply', { detail: change }));
  }

  #show(control) {
    const page = control.closest('details');
    if (page) {
      page.open = true;
    }
    control.focus();
  }

  #page({ name, fields }, layer, sources, first) {
    const rows = make('div', first ? 'editor-rows' : 'editor-rows editor-rows-narrow');
    rows.append(...fields.map((field) => this.#row(field, layer, sources)));
    if (first) {
      return rows;
    }
    const page = make('details', 'editor-page');
    page.append(make('summary', 'editor-summary', text(`edit.${name}`)), rows);
    return page;
  }

  #row(field, layer, sources) {
    const row = make('div', 'editor-row');
    const label = make('label', 'editor-label', text(`field.${field.path}`));
    const input = inputOf(field, memberAt(layer, field.path), sources);
    made += 1;
    input.control.id = `field-${made}`;
    input.control.name = field.path.replace(/^content\./, '');
    label.htmlFor = input.control.id;
    this.#entries.push({ field, input, initial: input.typed() });
    row.append(label, input.element);
    return row;
  }
}

/** A movement takes time. */
function moving(layer) {
  const lasting = (way) => (way.kind !== 'cut' && way.millis === 0 ? { ...way, millis: USUAL_MILLIS } : way);
  return { ...layer, enter: lasting(layer.enter), exit: lasting(layer.exit) };
}
