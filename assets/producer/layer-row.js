import { make, setText } from '/viewer/dom.js';
import { ask } from './ask.js';
import { Editor } from './editor.js';
import { icon } from './icon.js';
import { focusForKeyboard } from './keys.js';
import { menuOf } from './menu.js';
import { label, text } from './messages.js';

/** One layer: shown or hidden, edited, renamed, locked, and what else its list can do with it. */
export class LayerRow {
  element = make('li', 'layer');
  #sceneId;
  #layerId;
  #does;
  #selection;
  #desk = null;
  #editor = null;
  #grip = tool('grip', 'grip');
  #toggle = make('button', 'switch');
  #names = make('button', 'layer-names layer-choose');
  #name = make('span', 'layer-name');
  #kind = make('span', 'layer-kind');
  #locked = make('span', 'layer-lock');
  #edit = make('button', 'button button-small button-quiet', text('layers.editShort'));
  #more = tool('more', '');

  /**
   * @param {string} sceneId
   * @param {string} layerId
   * @param {{perform: Function, attempt: Function, actions: () => import('./menu.js').Entry[], remove: () => void}} does
   * @param {import('./selection.js').Selection} selection
   */
  constructor(sceneId, layerId, does, selection) {
    this.#sceneId = sceneId;
    this.#layerId = layerId;
    this.#does = does;
    this.#selection = selection;
    this.element.dataset.layer = layerId;
    this.#toggle.type = 'button';
    this.#toggle.setAttribute('role', 'switch');
    this.#edit.type = 'button';
    this.#name.dir = 'auto';
    this.#locked.append(icon('lock'), make('span', 'unseen', text('layers.locked')));
    this.#names.type = 'button';
    this.#names.append(this.#name, this.#kind);
    const head = make('div', 'layer-head');
    const menu = menuOf(this.#more, () => this.#actions());
    head.append(this.#grip, this.#toggle, this.#names, this.#locked, this.#edit, this.#more, menu);
    this.element.append(head);
    this.#toggle.addEventListener('click', () => this.#reveal());
    this.#names.addEventListener('click', (event) => this.#choose(event));
    this.#edit.addEventListener('click', () => (this.#editor ? this.#close() : this.#open()));
    head.addEventListener('keydown', (event) => this.#press(event));
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    this.#desk = desk;
    const layer = this.#layer;
    this.#toggle.setAttribute('aria-checked', String(layer.shown));
    label(this.#toggle, text('layers.show', layer.name));
    label(this.#edit, text('layers.edit', layer.name));
    label(this.#grip, text('layers.move', layer.name));
    label(this.#more, text('layers.more', layer.name));
    setText(this.#name, layer.name);
    setText(this.#kind, [text(`kind.${layer.content.kind}`), summary(layer.content)].filter(Boolean).join(' · '));
    this.#locked.hidden = !layer.locked;
    this.#showChosen();
    this.element.dataset.shown = String(layer.shown);
    this.#edit.setAttribute('aria-expanded', String(this.#editor !== null));
    if (this.#editor) {
      this.#editor.told(layer);
      this.#editor.onAir = this.#onAir;
    }
  }

  /** Only what is in the preview and not locked can be chosen. */
  #showChosen() {
    const choosable = this.#sceneId === this.#desk.state.previewId && !this.#layer.locked;
    const chosen = choosable && this.#selection.has(this.#layerId);
    this.#names.disabled = !choosable;
    this.#names.setAttribute('aria-pressed', String(chosen));
    this.element.dataset.chosen = String(chosen);
  }

  get #layer() {
    return this.#desk.layer(this.#sceneId, this.#layerId);
  }

  get #onAir() {
    return this.#layer.shown && this.#desk.onAir && this.#desk.place(this.#sceneId) === 'program';
  }

  #actions() {
    const { locked } = this.#layer;
    return [
      { name: text('menu.rename'), act: () => this.#rename() },
      { name: text(locked ? 'menu.unlock' : 'menu.lock'), act: () => this.#replace({ locked: !locked }) },
      ...this.#does.actions(),
    ];
  }

  #press(event) {
    const acts = { f2: () => this.#rename(), delete: () => this.#does.remove(), l: () => this.#actions()[1].act() };
    const act = event.ctrlKey || event.metaKey || event.altKey ? null : acts[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  }

  /** A pointer chooses one, with Ctrl one more, with Shift all up to it; the keyboard has no pointer, and takes one more. */
  #choose({ detail, shiftKey, ctrlKey, metaKey }) {
    if (shiftKey) {
      this.#selection.reach(this.#layerId);
    } else if (ctrlKey || metaKey || detail === 0) {
      this.#selection.toggle(this.#layerId);
    } else {
      this.#selection.only(this.#layerId);
    }
  }

  #reveal() {
    const shown = !this.#layer.shown;
    this.#does.perform({ do: 'reveal', sceneId: this.#sceneId, layerId: this.#layerId, shown });
  }

  async #rename() {
    const name = await ask(text('layers.rename'), this.#layer.name);
    if (name && this.#layer) {
      this.#replace({ name });
    }
  }

  #replace(change) {
    const was = this.#layer;
    this.#does.perform({ do: 'replace-layer', sceneId: this.#sceneId, layer: { ...was, ...change }, was: [was] });
  }

  #open() {
    const editor = new Editor(this.#layer, this.#desk.sources);
    editor.onAir = this.#onAir;
    editor.addEventListener('discard', () => this.#close());
    editor.addEventListener('apply', ({ detail }) => this.#apply(editor, detail));
    this.#editor = editor;
    this.element.append(editor.element);
    this.#edit.setAttribute('aria-expanded', 'true');
    editor.focus();
  }

  /** What others did to the rest of the layer meanwhile stays. */
  async #apply(editor, change) {
    const layer = this.#layer;
    if (!layer) {
      this.#close();
      return;
    }
    const complaint = await this.#does.attempt({
      do: 'replace-layer',
      sceneId: this.#sceneId,
      layer: change(layer),
      was: [layer],
    });
    if (complaint) {
      editor.complain(complaint);
    } else {
      this.#close();
    }
  }

  #close() {
    this.#editor?.element.remove();
    this.#editor = null;
    this.#edit.setAttribute('aria-expanded', 'false');
    focusForKeyboard(this.#edit);
  }
}

function tool(name, classes) {
  const button = make('button', `tool tool-small ${classes}`);
  button.type = 'button';
  button.append(icon(name));
  return button;
}

/** What a layer says, in a few words. */
function summary(content) {
  const said = content.text ?? content.name ?? content.headline ?? content.items?.[0] ?? content.label ?? '';
  return said.length > 60 ? `${said.slice(0, 59)}…` : said;
}
