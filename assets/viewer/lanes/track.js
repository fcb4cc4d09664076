/**
 * What a lane is to the player. The studio sends the show in one of several ways; each is one module in this directory.
 *
 * @typedef {Object} Lane
 * @property {HTMLElement} surface shows the picture; carries `data-program`
 * @property {HTMLVideoElement | null} video for picture-in-picture and full screen where only a video can have them
 * @property {(muted: boolean) => Promise<boolean>} setMuted resolves to whether the browser allowed it; of several calls the last holds
 * @property {number} volume from 0 to 1
 * @property {(context: CanvasRenderingContext2D) => void} paint draws the picture that is shown now
 * @property {() => Promise<void>} nextPicture resolves when the next picture is on the screen
 * @property {() => Promise<void>} [openStream] puts the picture into `video`, if it is not there anyway
 * @property {() => void} [closeStream] takes it out again
 * @property {{width: number, height: number}} size of the picture; 0 until there is one
 * @property {() => void} close
 *
 * A lane is an EventTarget too, with the event `shown`: the first picture is on the screen.
 */

/**
 * The track lane: picture and sound are ordinary media tracks, and the browser plays them. They go to two elements, so that
 * the browser does not align them by itself.
 */
export class TrackLane extends EventTarget {
  #audio;
  #closed = false;

  /**
   * @param {HTMLVideoElement} video
   * @param {HTMLAudioElement} audio
   */
  constructor(video, audio) {
    super();
    this.video = video;
    this.surface = video;
    this.#audio = audio;
  }

  /** @param {MediaStreamTrack} track */
  accept(track) {
    const element = track.kind === 'video' ? this.video : this.#audio;
    if (!element.srcObject?.getTracks().includes(track)) {
      element.srcObject = new MediaStream([track]);
    }
    if (track.kind === 'video') {
      this.#whenShown(() => this.#closed || this.dispatchEvent(new Event('shown')));
    }
    element.play().catch(() => {
      // Muted playing is allowed everywhere; a phone that saves power may still wait for a touch.
    });
  }

  nextPicture() {
    return new Promise((resolve) => this.#whenShown(resolve));
  }

  /** Lets a page that was out of sight go on playing. */
  resume() {
    [this.video, this.#audio].filter((element) => element.srcObject && element.paused).forEach((element) => {
      element.play().catch(() => {});
    });
  }

  async setMuted(muted) {
    this.#audio.muted = muted;
    if (muted || !this.#audio.srcObject) {
      return true;
    }
    try {
      await this.#audio.play();
      return true;
    } catch (error) {
      if (error.name !== 'NotAllowedError') {
        return true;
      }
      this.#audio.muted = true;
      this.#audio.play().catch(() => {});
      return false;
    }
  }

  /** From 0 to 1. Some telephones keep it to themselves. */
  get volume() {
    return this.#audio.volume;
  }

  set volume(volume) {
    this.#audio.volume = volume;
  }

  get size() {
    return { width: this.video.videoWidth, height: this.video.videoHeight };
  }

  paint(context) {
    context.drawImage(this.video, 0, 0);
  }

  close() {
    this.#closed = true;
    this.video.srcObject = null;
    this.#audio.srcObject = null;
  }

  #whenShown(then) {
    if (this.video.requestVideoFrameCallback) {
      this.video.requestVideoFrameCallback(then);
    } else {
      this.video.addEventListener('loadeddata', then, { once: true });
    }
  }
}
