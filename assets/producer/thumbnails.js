/** Somebody who drags or types makes many changes; the last one is what counts. */
const SETTLE_MS = 500;
const RETRY_MS = 2000;

/** Small stills of scenes, fetched one after another whenever a scene looks different. */
export class Thumbnails {
  #studio;
  #shown = new WeakMap();
  #wanted = new Map();
  #timer = 0;
  #fetching = false;

  /** @param {import('./studio.js').Studio} studio */
  constructor(studio) {
    this.#studio = studio;
  }

  /**
   * @param {HTMLCanvasElement} canvas carries `data-picture` once it shows one
   * @param {object} scene
   * @param {string} brand of the show
   */
  show(canvas, scene, brand) {
    const look = JSON.stringify([scene.layers, brand]);
    if (this.#shown.get(canvas) !== look) {
      this.#shown.set(canvas, look);
      this.#want(canvas, scene.id, canvas.dataset.picture ? SETTLE_MS : 0);
    }
  }

  #want(canvas, sceneId, afterMs) {
    this.#wanted.set(canvas, sceneId);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#next(), afterMs);
  }

  async #next() {
    const [canvas, sceneId] = this.#wanted.entries().next().value ?? [];
    if (this.#fetching || !canvas) {
      return;
    }
    this.#fetching = true;
    this.#wanted.delete(canvas);
    const done = !canvas.isConnected || (await this.#fetch(canvas, sceneId));
    this.#fetching = false;
    if (!done && !this.#wanted.has(canvas)) {
      this.#want(canvas, sceneId, RETRY_MS);
    } else if (this.#wanted.size > 0) {
      this.#next();
    }
  }

  async #fetch(canvas, sceneId) {
    try {
      const response = await this.#studio.fetch(`/control/picture?of=scene&scene=${encodeURIComponent(sceneId)}`);
      if (response.status === 200) {
        const picture = await createImageBitmap(await response.blob());
        canvas.width = picture.width;
        canvas.height = picture.height;
        canvas.getContext('2d').drawImage(picture, 0, 0);
        canvas.dataset.picture = 'yes';
        picture.close();
      }
      return response.status === 200 || response.status === 404;
    } catch {
      return false;
    }
  }
}
