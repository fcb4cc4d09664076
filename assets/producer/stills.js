const PAUSE_MS = 120;
const EMPTY_PAUSE_MS = 1000;
const FAILED_PAUSE_MS = 2000;

/** Shows stills of one of the desk's pictures, some six a second, while somebody can see them. */
export class Stills {
  #canvas;
  #of;
  #studio;
  #etag = '';
  #timer = 0;
  #run = null;

  /**
   * @param {HTMLCanvasElement} canvas its section carries `data-picture` once there is one
   * @param {'program' | 'preview'} of
   * @param {import('./studio.js').Studio} studio
   */
  constructor(canvas, of, studio) {
    this.#canvas = canvas;
    this.#of = of;
    this.#studio = studio;
  }

  start() {
    if (!this.#run) {
      this.#run = new AbortController();
      this.#next(this.#run.signal);
    }
  }

  stop() {
    this.#run?.abort();
    this.#run = null;
    clearTimeout(this.#timer);
  }

  async #next(signal) {
    const pauseMs = document.hidden ? EMPTY_PAUSE_MS : await this.#fetch(signal);
    if (!signal.aborted) {
      this.#timer = setTimeout(() => this.#next(signal), pauseMs);
    }
  }

  async #fetch(signal) {
    try {
      const headers = this.#etag ? { 'If-None-Match': this.#etag } : {};
      const response = await this.#studio.fetch(`/control/picture?of=${this.#of}`, { headers, signal });
      if (response.status === 304) {
        return PAUSE_MS;
      }
      if (response.status !== 200) {
        return response.status === 204 ? EMPTY_PAUSE_MS : FAILED_PAUSE_MS;
      }
      const picture = await createImageBitmap(await response.blob());
      if (!signal.aborted) {
        this.#etag = response.headers.get('ETag') ?? '';
        this.#paint(picture);
      }
      picture.close();
      return PAUSE_MS;
    } catch {
      return FAILED_PAUSE_MS;
    }
  }

  #paint(picture) {
    if (this.#canvas.width !== picture.width || this.#canvas.height !== picture.height) {
      this.#canvas.width = picture.width;
      this.#canvas.height = picture.height;
    }
    this.#canvas.getContext('2d').drawImage(picture, 0, 0);
    this.#canvas.closest('section').dataset.picture = 'yes';
  }
}
