/** How long after a refresh begins what was drawn in it is seen, in refreshes. */
const REFRESHES = 1;
const USUAL_REFRESH_MS = 1000 / 60;
/** A page out of sight has no refreshes; a window of its own may be in sight all the same. */
const UNSEEN_TICK_MS = 1000 / 60;

/**
 * Shows pictures on a canvas, at the refreshes of the screen, and in a stream of its own while somebody wants that.
 */
export class Screen {
  #canvas;
  #context;
  #due;
  #refreshMs = USUAL_REFRESH_MS;
  #before = NaN;
  #writer = null;
  #timer = 0;
  #wanted = false;
  #spare = null;
  #converts = true;
  /** Whether the canvas is in sight. */
  seen = true;

  /**
   * @param {HTMLCanvasElement | OffscreenCanvas} canvas
   * @param {(nowMs: number, seenMs: number, halfMs: number) => {picture: Waiting | null, more: boolean}} due the picture for the refresh that is seen
   *   at a time (viewer's clock); null if that is the one that is shown; and whether others wait. Its owner is the screen.
   */
  constructor(canvas, due) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d', { alpha: false });
    this.#due = due;
  }

  /**
   * Makes a picture ready to be shown. One that lies in main memory is converted ahead of its refresh: a browser without a graphics
   * processor takes several times as long to draw it as it is.
   */
  async prepare(picture) {
    const { frame } = picture;
    if (!this.watched || frame.format !== 'I420' || !this.#converts) {
      return;
    }
    try {
      const { displayWidth: width, displayHeight: height } = frame;
      const fits = this.#spare?.width === width && this.#spare.height === height;
      const pixels = fits ? this.#spare : new ImageData(width, height);
      this.#spare = null;
      await frame.copyTo(pixels.data, { format: 'RGBA', layout: [{ offset: 0, stride: width * 4 }] });
      picture.pixels = pixels;
    } catch {
      this.#converts = false; // this browser does not
    }
  }

  /** Whether anybody sees what is shown, there or in a window of its own. */
  get watched() {
    return this.seen || this.#writer !== null;
  }

  /** Half of the time between refreshes, and the whole way from drawing to the eye. */
  get halfMs() {
    return this.#refreshMs / 2;
  }

  get leadMs() {
    return this.#refreshMs * REFRESHES;
  }

  /** Takes a picture, to be shown at its time; what nobody will see is not kept, since a decoder has few to lend. */
  keep(picture, schedule) {
    if (!this.watched) {
      schedule.cut(-Infinity);
      picture.frame.close();
      return;
    }
    schedule.add(picture);
    if (!this.#wanted) {
      this.#wanted = true;
      this.#request();
    }
  }

  /** Shows pictures there too, in sight or not. @param {WritableStream | null} writable takes VideoFrames */
  stream(writable) {
    this.#writer?.close().catch(() => {});
    this.#writer = writable?.getWriter() ?? null;
    clearInterval(this.#timer);
    if (this.#writer) {
      this.#timer = setInterval(() => this.#tick(performance.now()), UNSEEN_TICK_MS);
    }
  }

  close() {
    this.stream(null);
  }

  #request() {
    requestAnimationFrame((timestamp) => {
      this.#measure(timestamp);
      if (this.#tick(timestamp)) {
        this.#request();
      } else {
        this.#wanted = false;
        this.#before = NaN;
      }
    });
  }

  #measure(timestamp) {
    const passed = timestamp - this.#before;
    this.#before = timestamp;
    // 45 to 250 Hz; what is longer was a refresh that was missed.
    if (passed > 4 && passed < 22) {
      this.#refreshMs += (passed - this.#refreshMs) / 50;
    }
  }

  #tick(timestamp) {
    const now = performance.timeOrigin + timestamp;
    const { picture, more } = this.#due(now, now + this.leadMs, this.halfMs);
    if (picture) {
      this.#show(picture);
    }
    return more;
  }

  #show({ frame, pixels }) {
    if (this.#canvas.width !== frame.displayWidth || this.#canvas.height !== frame.displayHeight) {
      this.#canvas.width = frame.displayWidth;
      this.#canvas.height = frame.displayHeight;
    }
    if (pixels) {
      this.#context.putImageData(pixels, 0, 0);
      this.#spare = pixels;
    } else {
      this.#context.drawImage(frame, 0, 0);
    }
    if (this.#writer && this.#writer.desiredSize > 0) {
      this.#writer.write(frame).catch(() => frame.close());
    } else {
      frame.close();
    }
  }
}
