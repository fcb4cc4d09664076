import { passing } from './memory.js';

const WANTED = 'liveroom.sound';

/**
 * The picture and the sound, whichever lane brings them.
 *
 * `sound` is `off` (as a page begins), `on`, or `blocked` (wanted, but the browser waits for a touch).
 *
 * Events: `sound` (it changed), `fullscreen`, `pip`.
 */
export class Player extends EventTarget {
  #stage;
  #still;
  #lane = null;
  sound = 'off';

  /**
   * @param {HTMLElement} stage goes to full screen
   * @param {HTMLCanvasElement} still keeps the last picture while there is no other
   */
  constructor(stage, still) {
    super();
    this.#stage = stage;
    this.#still = still;
    const changed = () => this.dispatchEvent(new Event('fullscreen'));
    document.addEventListener('fullscreenchange', changed);
    document.addEventListener('webkitfullscreenchange', changed);
  }

  /** @param {import('./lanes/lanes.js').Lanes} lane all of them */
  play(lane) {
    this.#lane = lane;
    lane.addEventListener('pip', () => this.dispatchEvent(new Event('pip')));
    lane.addEventListener('changed', ({ detail: before }) => this.#follow(before));
    lane.addEventListener('sound', ({ detail: allowed }) => {
      if (this.sound !== 'off') {
        this.#soundIs(allowed ? 'on' : 'blocked');
      }
    });
  }

  /** Lets the sound begin as the viewer left it. Call when the lane has its sound. */
  async restoreSound() {
    if (this.sound === 'on' || passing.read(WANTED) === 'yes') {
      await this.#allow();
    }
  }

  /** Turns the sound on or off, at the viewer's own wish. */
  async toggleSound() {
    if (this.sound === 'on') {
      await this.#lane.setMuted(true);
      passing.write(WANTED, 'no');
      this.#soundIs('off');
    } else {
      passing.write(WANTED, 'yes');
      await this.#allow();
    }
  }

  get volume() {
    return this.#lane.volume;
  }

  /** From 0 to 1. A viewer who turns it up wants to hear something. */
  set volume(volume) {
    this.#lane.volume = volume;
    if (volume > 0 && this.sound !== 'on') {
      this.toggleSound();
    }
  }

  async #allow() {
    this.#soundIs((await this.#lane.setMuted(false)) ? 'on' : 'blocked');
  }

  #soundIs(sound) {
    this.sound = sound;
    this.dispatchEvent(new Event('sound'));
  }

  /** Keeps the picture that is shown now, until `release`. */
  hold() {
    const { width, height } = this.#lane.size;
    if (width === 0 || !this.#still.hidden) {
      return;
    }
    this.#still.width = width;
    this.#still.height = height;
    this.#lane.paint(this.#still.getContext('2d'));
    this.#still.hidden = false;
  }

  /** The lane's own picture is good again. */
  release() {
    this.#still.hidden = true;
  }

  get canFullscreen() {
    return Boolean(
      this.#stage.requestFullscreen || this.#stage.webkitRequestFullscreen || this.#lane.video?.webkitEnterFullscreen,
    );
  }

  get fullscreen() {
    return Boolean(document.fullscreenElement ?? document.webkitFullscreenElement);
  }

  toggleFullscreen() {
    const refused = () => {};
    if (this.fullscreen) {
      (document.exitFullscreen ?? document.webkitExitFullscreen).call(document)?.catch?.(refused);
    } else if (this.#stage.requestFullscreen) {
      this.#stage.requestFullscreen({ navigationUI: 'hide' }).catch(refused);
    } else if (this.#stage.webkitRequestFullscreen) {
      this.#stage.webkitRequestFullscreen();
    } else {
      // A telephone of Apple's puts nothing but a video on the whole screen.
      this.#apart((video) => video.webkitEnterFullscreen?.());
    }
  }

  get canPip() {
    const video = this.#lane.video;
    return Boolean(
      video && (document.pictureInPictureEnabled || video.webkitSupportsPresentationMode?.('picture-in-picture')),
    );
  }

  get pip() {
    return isApart(this.#lane.video);
  }

  async togglePip() {
    if (!this.pip) {
      await this.#apart(openWindow);
    } else {
      await closeWindow(this.#lane.video);
    }
  }

  /** Shows the picture beyond the page, where its stream belongs then; on another lane, if it changes meanwhile. */
  async #apart(open) {
    const { current } = this.#lane;
    try {
      await current.openStream?.();
      if (current === this.#lane.current) {
        await open(current.video);
        return;
      }
    } catch {
      // No picture any more, or no permission: the button stays as it was.
    }
    current.closeStream?.();
    if (current !== this.#lane.current) {
      await this.#apart(open);
    }
  }

  /** Another lane is shown: the window goes with it, or is closed rather than stand still. */
  async #follow(before) {
    if (!isApart(before.video)) {
      before.closeStream?.(); // its window was about to open
      return;
    }
    await this.#apart(openWindow);
    if (before === this.#lane.current) {
      return;
    }
    if (isApart(before.video)) {
      await closeWindow(before.video);
    }
    before.closeStream?.(); // not every browser says that its window is gone
  }
}

const isApart = (video) =>
  Boolean(video) && (document.pictureInPictureElement === video || video.webkitPresentationMode === 'picture-in-picture');

/** Needs a touch, unless there is such a window. */
async function openWindow(video) {
  if (document.pictureInPictureEnabled) {
    await video.requestPictureInPicture();
  } else {
    video.webkitSetPresentationMode('picture-in-picture');
  }
}

async function closeWindow(video) {
  if (document.pictureInPictureEnabled) {
    await document.exitPictureInPicture().catch(() => {}); // somebody has closed it meanwhile
  } else {
    video.webkitSetPresentationMode('inline');
  }
}
