import { byId, make, setText } from '/viewer/dom.js';
import { Editor } from './editor.js';
import { fieldsOf } from './fields.js';
import { focusForKeyboard } from './keys.js';
import { KeyedList } from './list.js';
import { label, text } from './messages.js';

/** The layers of the scene on air and of the one that comes next: shown or hidden, and what is written in them. */
export class Layers {
  #groups = new KeyedList(byId('layer-groups'), (group) => this.#group(group));
  #perform;
  #desk = null;

  /** @param {(command: object) => Promise<string>} perform resolves to a complaint, empty if it was done */
  constructor(perform) {
    this.#perform = perform;
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    this.#desk = desk;
    const ids = [...new Set([desk.state.previewId, desk.state.programId])];
    this.#groups.show(ids.map((id) => desk.scene(id)).filter(Boolean), (scene) => scene.id);
  }

  #group(first) {
    const element = make('section', 'layer-group');
    const heading = make('h3', 'layer-heading');
    heading.dir = 'auto';
    heading.id = `layers-of-${first.id}`;
    element.setAttribute('aria-labelledby', heading.id);
    const list = make('ul', 'layers');
    const empty = make('p', 'panel-empty', text('layers.none'));
    element.append(heading, empty, list);
    const rows = new KeyedList(list, (layer) => this.#row(first.id, layer.id));
    const show = (scene) => {
      const place = this.#desk.place(scene.id);
      element.dataset.place = place;
      setText(heading, text(place === 'program' ? 'layers.program' : 'layers.preview', scene.name));
      empty.hidden = scene.layers.length > 0;
      rows.show([...scene.layers].reverse(), (layer) => layer.id);
    };
    return { element, show };
  }

  #row(sceneId, layerId) {
    const element = make('li', 'layer');
    element.dataset.layer = layerId;
    const head = make('div', 'layer-head');
    const toggle = make('button', 'switch');
    toggle.type = 'button';
    toggle.setAttribute('role', 'switch');
    const names = make('div', 'layer-names');
    const name = make('span', 'layer-name');
    name.dir = 'auto';
    const kind = make('span', 'layer-kind');
    names.append(name, kind);
    const edit = make('button', 'button button-small button-quiet', text('layers.editShort'));
    edit.type = 'button';
    head.append(toggle, names, edit);
    element.append(head);

    let editor = null;
    const latest = () => this.#desk.layer(sceneId, layerId);
    const close = () => {
      editor?.element.remove();
      editor = null;
      edit.setAttribute('aria-expanded', 'false');
      focusForKeyboard(edit);
    };
    toggle.addEventListener('click', () =>
      this.#perform({ do: 'reveal', sceneId, layerId, shown: toggle.getAttribute('aria-checked') !== 'true' }),
    );
    edit.addEventListener('click', () => {
      if (editor) {
        close();
        return;
      }
      editor = this.#open(sceneId, latest, close);
      element.append(editor.element);
      edit.setAttribute('aria-expanded', 'true');
      editor.focus();
    });
    const show = (layer) => {
      toggle.setAttribute('aria-checked', String(layer.shown));
      label(toggle, text('layers.show', layer.name));
      label(edit, text('layers.edit', layer.name));
      setText(name, layer.name);
      setText(kind, [text(`kind.${layer.content.kind}`), summary(layer.content)].filter(Boolean).join(' · '));
      element.dataset.shown = String(layer.shown);
      edit.hidden = fieldsOf(layer.content).length === 0;
      edit.setAttribute('aria-expanded', String(editor !== null));
      if (editor) {
        editor.told(layer.content);
        editor.onAir = this.#onAir(sceneId, layer);
      }
    };
    return { element, show };
  }

  #onAir(sceneId, layer) {
    return layer.shown && this.#desk.place(sceneId) === 'program';
  }

  #open(sceneId, latest, close) {
    const editor = new Editor(latest().content);
    editor.onAir = this.#onAir(sceneId, latest());
    editor.addEventListener('discard', close);
    editor.addEventListener('apply', async ({ detail }) => {
      const layer = latest();
      if (!layer) {
        close();
        return;
      }
      // What others did to the rest of the layer meanwhile stays.
      const edited = { ...layer, content: { ...layer.content, ...detail } };
      const complaint = await this.#perform({ do: 'replace-layer', sceneId, layer: edited });
      if (complaint) {
        editor.complain(complaint);
      } else {
        close();
      }
    });
    return editor;
  }
}

/** What a layer says, in a few words. */
function summary(content) {
  const said = content.text ?? content.name ?? content.headline ?? content.items?.[0] ?? content.label ?? '';
  return said.length > 60 ? `${said.slice(0, 59)}…` : said;
}
