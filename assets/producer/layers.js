import { byId, make, setText } from '/viewer/dom.js';
import { KINDS, LAYOUTS, freshId, freshLayer, freshName } from './fresh.js';
import { icon } from './icon.js';
import { LayerRow } from './layer-row.js';
import { KeyedList } from './list.js';
import { menuOf } from './menu.js';
import { label, text } from './messages.js';
import { reorderable } from './reorder.js';

/** The layers of the scene on air and of the one that comes next, those in front first. */
export class Layers {
  #groups = new KeyedList(byId('layer-groups'), (group) => this.#group(group));
  #commands;
  #offer;
  #handles;
  #selection;
  #desk = null;

  /**
   * @param {Object} commands
   * @param {(command: object) => Promise<number>} commands.perform resolves to the revision that it led to, 0 if it was not done
   * @param {(command: object) => Promise<string>} commands.attempt resolves to a complaint, empty if it was done
   * @param {import('./offer.js').Offer} offer
   * @param {import('./handles.js').Handles} handles
   * @param {import('./selection.js').Selection} selection
   */
  constructor(commands, offer, handles, selection) {
    this.#commands = commands;
    this.#offer = offer;
    this.#handles = handles;
    this.#selection = selection;
    selection.addEventListener('change', () => this.#desk && this.show(this.#desk));
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    this.#desk = desk;
    setText(byId('crowd'), desk.crowd > 0 ? text('layers.crowd', desk.crowd) : '');
    const ids = [...new Set([desk.state.previewId, desk.state.programId])];
    this.#groups.show(ids.map((id) => desk.scene(id)).filter(Boolean), (scene) => scene.id);
  }

  #group({ id: sceneId }) {
    const element = make('section', 'layer-group');
    const heading = make('h3', 'layer-heading');
    heading.dir = 'auto';
    heading.id = `layers-of-${sceneId}`;
    element.setAttribute('aria-labelledby', heading.id);
    const layouts = tool('layout');
    const add = tool('plus');
    const head = make('div', 'layer-bar');
    head.append(
      heading,
      layouts,
      menuOf(layouts, () => this.#layouts(sceneId)),
      add,
      menuOf(add, () => this.#kinds(sceneId)),
    );
    const list = make('ul', 'layers');
    const empty = make('p', 'panel-empty', text('layers.none'));
    element.append(head, empty, list);
    const rows = new KeyedList(list, (layer) => this.#row(sceneId, layer.id));
    reorderable(list, {
      grip: '.grip',
      shape: 'column',
      move: (from, to) => this.#move(sceneId, this.#frontFirst(sceneId)[from].id, to),
    });
    const show = (scene) => {
      const place = this.#desk.place(scene.id);
      element.dataset.place = place;
      setText(heading, text(`layers.${this.#desk.lamp(place)}`, scene.name));
      label(add, text('layers.add', scene.name));
      label(layouts, text('layers.layouts', scene.name));
      empty.hidden = scene.layers.length > 0;
      rows.show(this.#frontFirst(scene.id), (layer) => layer.id);
    };
    return { element, show };
  }

  #row(sceneId, layerId) {
    const does = {
      ...this.#commands,
      actions: () => this.#actions(sceneId, layerId),
      remove: () => this.#remove(sceneId, [this.#desk.layer(sceneId, layerId)]),
    };
    const row = new LayerRow(sceneId, layerId, does, this.#selection);
    return { element: row.element, show: () => row.show(this.#desk) };
  }

  #frontFirst(sceneId) {
    return [...(this.#desk.scene(sceneId)?.layers ?? [])].reverse();
  }

  #kinds(sceneId) {
    return KINDS.map((kind) => ({
      name: text(`kind.${kind}`),
      act: () => this.#add(sceneId, freshLayer(kind, this.#frontFirst(sceneId))),
    }));
  }

  #layouts(sceneId) {
    const hasScreen = this.#desk.sources.some((source) => source.startsWith('screen'));
    return LAYOUTS.map((layout) => ({
      name: text(`layout.${layout}`),
      act: () => this.#commands.perform({ do: 'apply-layout', sceneId, layout }),
      disabled: layout === 'screen-with-speaker' && !hasScreen,
    }));
  }

  #actions(sceneId, layerId) {
    const layers = this.#frontFirst(sceneId);
    const place = layers.findIndex(({ id }) => id === layerId);
    const layer = layers[place];
    const isPreview = sceneId === this.#desk.state.previewId;
    return [
      {
        name: text('menu.place'),
        act: () => this.#handles.take(layerId),
        disabled: !isPreview || layer.locked,
      },
      { name: text('menu.duplicate'), act: () => this.#duplicate(sceneId, layer) },
      { name: text('menu.forward'), act: () => this.#move(sceneId, layerId, place - 1), disabled: place === 0 },
      {
        name: text('menu.back'),
        act: () => this.#move(sceneId, layerId, place + 1),
        disabled: place === layers.length - 1,
      },
      null,
      { name: text('menu.remove'), act: () => this.#remove(sceneId, [layer]) },
    ];
  }

  /** @param {number} place from the front */
  #move(sceneId, layerId, place) {
    const { length } = this.#frontFirst(sceneId);
    this.#commands.perform({ do: 'move-layer', sceneId, layerId, to: length - 1 - place });
  }

  #duplicate(sceneId, layer) {
    const { layers } = this.#desk.scene(sceneId);
    const copy = { ...layer, id: freshId('layer', layers), name: freshName(layer.name, layers) };
    this.#add(sceneId, copy, layers.indexOf(layer) + 1);
  }

  /** Adds a layer, in front if no place is said, and chooses it once it is there. */
  async #add(sceneId, layer, at) {
    const place = at === undefined ? {} : { at };
    const done = await this.#commands.perform({ do: 'add-layer', sceneId, layer, ...place });
    if (done && sceneId === this.#desk.state.previewId) {
      this.#selection.expect(layer.id);
    }
  }

  /** Removes what is chosen. */
  removeChosen() {
    this.#remove(this.#desk.state.previewId, this.#selection.layers);
  }

  async #remove(sceneId, layers) {
    const commands = layers.map(({ id }) => ({ do: 'remove-layer', sceneId, layerId: id }));
    const [first, ...others] = commands;
    if (!first) {
      return;
    }
    const revision = await this.#commands.perform(others.length > 0 ? { do: 'all', commands } : first);
    if (revision) {
      const several = text('offer.removedSeveral', layers.length);
      this.#offer.make(others.length > 0 ? several : text('offer.removed', layers[0].name), revision);
    }
  }
}

function tool(name) {
  const button = make('button', 'tool tool-small');
  button.type = 'button';
  button.append(icon(name));
  return button;
}
