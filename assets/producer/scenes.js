import { byId, make, setText } from '/viewer/dom.js';
import { ask } from './ask.js';
import { LAYOUTS, freshId, freshName } from './fresh.js';
import { icon } from './icon.js';
import { KeyedList } from './list.js';
import { menuOf } from './menu.js';
import { label, text } from './messages.js';
import { reorderable } from './reorder.js';

/** The scenes: a press previews one, two put it on air. They are added, named, moved and removed here, too. */
export class Scenes {
  #list = new KeyedList(byId('scene-list'), (scene) => this.#make(scene.id));
  #perform;
  #offer;
  #thumbnails;
  #asked = '';
  #desk = null;
  #left = '';
  #timer = 0;

  /**
   * @param {(command: object) => Promise<number>} perform resolves to the revision that it led to, 0 if it was not done
   * @param {import('./offer.js').Offer} offer
   * @param {import('./thumbnails.js').Thumbnails} thumbnails
   */
  constructor(perform, offer, thumbnails) {
    this.#perform = perform;
    this.#offer = offer;
    this.#thumbnails = thumbnails;
    const add = byId('scene-add');
    add.after(menuOf(add, () => this.#additions()));
    reorderable(byId('scene-list'), {
      grip: '.scene',
      shape: 'grid',
      move: (from, to) => this.#perform({ do: 'move-scene', sceneId: this.#desk.scenes[from].id, to }),
    });
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    this.#desk = desk;
    this.#asked = desk.state.previewId;
    // The lamp of a scene that is being left goes out by itself: nothing is told of the end of a transition.
    const { leavingMs } = desk;
    this.#left = leavingMs > 0 ? desk.tally.leaving : '';
    clearTimeout(this.#timer);
    if (this.#left) {
      this.#timer = setTimeout(() => this.show(this.#desk), leavingMs + 1);
    }
    this.#list.show(desk.scenes, (scene) => scene.id);
  }

  /** Previews the scene at a place, from 0. */
  previewAt(index) {
    const scene = this.#desk?.scenes[index];
    if (scene) {
      this.#preview(scene.id);
    }
  }

  #preview(sceneId) {
    if (sceneId !== this.#asked) {
      this.#asked = sceneId;
      this.#perform({ do: 'preview', sceneId });
    }
  }

  #additions() {
    const hasScreen = this.#desk.sources.some((source) => source.startsWith('screen'));
    return [
      { name: text('scenes.empty'), act: () => this.#put({ name: text('scenes.new') }) },
      null,
      ...LAYOUTS.map((layout) => ({
        name: text(`layout.${layout}`),
        act: () => this.#put({ name: text(`layout.${layout}`), layout }),
        disabled: layout === 'screen-with-speaker' && !hasScreen,
      })),
    ];
  }

  /** Adds a scene, at the end if no place is said, and previews it: all one step. */
  #put({ name, layers = [], at, layout }) {
    const { scenes } = this.#desk;
    const scene = { id: freshId('scene', scenes), name: freshName(name, scenes), layers };
    const arranged = layout ? [{ do: 'apply-layout', sceneId: scene.id, layout }] : [];
    const added = { do: 'add-scene', scene, ...(at === undefined ? {} : { at }) };
    this.#perform({ do: 'all', commands: [added, ...arranged, { do: 'preview', sceneId: scene.id }] });
  }

  async #rename(scene) {
    const name = await ask(text('scenes.rename'), scene.name);
    if (name) {
      this.#perform({ do: 'rename-scene', sceneId: scene.id, name });
    }
  }

  async #remove({ id, name }) {
    const revision = await this.#perform({ do: 'remove-scene', sceneId: id });
    if (revision) {
      this.#offer.make(text('offer.removed', name), revision);
    }
  }

  #actions(sceneId) {
    const { scenes } = this.#desk;
    const place = scenes.findIndex(({ id }) => id === sceneId);
    const scene = scenes[place];
    const move = (to) => this.#perform({ do: 'move-scene', sceneId, to });
    const needed = scenes.length === 1 || this.#desk.state.programId === sceneId;
    return [
      { name: text('menu.rename'), act: () => this.#rename(scene) },
      { name: text('menu.duplicate'), act: () => this.#put({ name: scene.name, layers: scene.layers, at: place + 1 }) },
      { name: text('menu.earlier'), act: () => move(place - 1), disabled: place === 0 },
      { name: text('menu.later'), act: () => move(place + 1), disabled: place === scenes.length - 1 },
      null,
      { name: text('menu.remove'), act: () => this.#remove(scene), disabled: needed },
    ];
  }

  #press(event, sceneId) {
    const scene = this.#desk.scene(sceneId);
    const acts = { F2: () => this.#rename(scene), Delete: () => this.#remove(scene) };
    if (scene && acts[event.key]) {
      event.preventDefault();
      event.stopPropagation();
      acts[event.key]();
    }
  }

  #make(sceneId) {
    const element = make('li', 'scene-item');
    const button = make('button', 'scene');
    button.type = 'button';
    button.dataset.scene = sceneId;
    const picture = make('span', 'scene-picture');
    const canvas = make('canvas', 'scene-still');
    canvas.setAttribute('aria-hidden', 'true');
    const badge = make('span', 'badge');
    const name = make('span', 'scene-name');
    name.dir = 'auto';
    const facts = make('span', 'scene-facts');
    picture.append(canvas, badge);
    button.append(picture, name, facts);
    const more = make('button', 'tool tool-small scene-more');
    more.type = 'button';
    more.append(icon('more'));
    element.append(button, more, menuOf(more, () => this.#actions(sceneId)));
    button.addEventListener('click', () => this.#preview(sceneId));
    button.addEventListener('dblclick', () => this.#perform({ do: 'take', transition: 'cut' }));
    button.addEventListener('keydown', (event) => this.#press(event, sceneId));
    const show = (scene) => {
      const place = this.#desk.place(sceneId);
      button.dataset.place = place;
      setText(name, scene.name);
      setText(facts, text('scenes.layers', scene.layers.length));
      const leaving = sceneId === this.#left;
      const shown = leaving || place === 'program';
      const lamp = shown && this.#desk.onAir ? 'onAir' : shown ? 'program' : place;
      button.dataset.leaving = String(leaving);
      setText(badge, lamp ? text(`scenes.${lamp}`) : '');
      badge.hidden = !lamp;
      button.setAttribute('aria-pressed', String(sceneId === this.#desk.state.previewId));
      label(more, text('scenes.more', scene.name));
      this.#thumbnails.show(canvas, scene, this.#desk.show.brand);
    };
    return { element, show };
  }
}
