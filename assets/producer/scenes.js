import { byId, make, setText } from '/viewer/dom.js';
import { KeyedList } from './list.js';
import { text } from './messages.js';

/** The scenes: a press previews one, two put it on air. */
export class Scenes {
  #list = new KeyedList(byId('scene-list'), (scene) => this.#make(scene.id));
  #perform;
  #asked = '';
  #desk = null;

  /** @param {(command: object) => void} perform */
  constructor(perform) {
    this.#perform = perform;
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    this.#desk = desk;
    this.#asked = desk.state.previewId;
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

  #make(sceneId) {
    const element = make('li', 'scene-item');
    const button = make('button', 'scene');
    button.type = 'button';
    const name = make('span', 'scene-name');
    name.dir = 'auto';
    const facts = make('span', 'scene-facts');
    const badge = make('span', 'badge');
    button.append(name, facts, badge);
    element.append(button);
    button.addEventListener('click', () => this.#preview(sceneId));
    button.addEventListener('dblclick', () => this.#perform({ do: 'take', transition: 'cut' }));
    const show = (scene) => {
      const place = this.#desk.place(sceneId);
      button.dataset.place = place;
      button.dataset.scene = sceneId;
      setText(name, scene.name);
      setText(facts, text('scenes.layers', scene.layers.length));
      setText(badge, place ? text(place === 'program' ? 'scenes.onAir' : 'scenes.preview') : '');
      badge.hidden = !place;
      button.setAttribute('aria-pressed', String(sceneId === this.#desk.state.previewId));
    };
    return { element, show };
  }
}
