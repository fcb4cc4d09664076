import { Loudspeaker } from '../shared/loudspeaker.js';

/**
 * The shared lane: the studio's own packets come through a data channel, and the page decodes them (see shared/receiver.js),
 * in a worker where the browser allows it.
 *
 * Events beside those of a lane: `keyframe` (detail: ssrc), `late` (detail: `{ssrc, sequence, kbps}`), `fail` (detail: reason; this lane cannot be used), `silent` (nothing comes any
 * more), `heard` (something comes again), `sound` (detail: whether the system lets it be heard).
 */
export class SharedLane extends EventTarget {
  #loudspeaker;
  #canvas;
  #receiver = null;
  #pip = null;
  #shown = false;
  /** It does not work in this browser. */
  failed = false;
  /** Nothing has come for two seconds. */
  silent = false;
  /** Of the last second; see figures.js. */
  figures = {};

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLVideoElement} video shows the picture in a window of its own while that is wanted
   */
  constructor(canvas, video) {
    super();
    this.surface = canvas;
    this.video = video;
    this.#canvas = canvas;
    this.#loudspeaker = new Loudspeaker((message, transfer) => this.#receiver?.tell(message, transfer));
    this.#loudspeaker.addEventListener('sound', ({ detail }) => {
      this.dispatchEvent(new CustomEvent('sound', { detail }));
    });
    video.addEventListener('leavepictureinpicture', () => this.closeStream());
    video.addEventListener('webkitpresentationmodechanged', () => {
      if (video.webkitPresentationMode === 'inline') {
        this.closeStream();
      }
    });
  }

  /** Resolves when what comes can be shown at once, or has `failed`. */
  prepare() {
    if (!this.#receiver) {
      this.#receiver = startReceiver(this.#canvas, (message) => this.#told(message));
      this.sightChanged(!document.hidden);
    }
    return this.#receiver.ready;
  }

  /** Whether a channel may be handed over before that: what comes waits there. */
  get takesEarly() {
    return Boolean(this.#receiver?.takesEarly);
  }

  /** What comes through that channel is shown from now on. Call in the task that made the channel, after `prepare`. */
  accept(channel) {
    this.figures = {};
    this.silent = false;
    this.#shown = false;
    this.#receiver.listen(channel, 'channel');
  }

  /** What comes through that channel belongs to the same. Call as `accept`. */
  acceptFurther(channel) {
    this.#receiver.listen(channel, 'further');
  }

  /** Resolves when the next picture is on the screen. */
  nextPicture() {
    this.#receiver?.tell({ watch: true });
    return new Promise((resolve) => this.addEventListener('shown', resolve, { once: true }));
  }

  /** The connection is over. */
  leave() {
    this.#receiver?.tell({ end: true });
    this.silent = false;
    this.figures = {};
  }

  /** The studio's clock minus ours. */
  tellOffset(offsetMs) {
    if (Number.isFinite(offsetMs)) {
      this.#receiver?.tell({ offsetMs });
    }
  }

  /** The page goes out of sight, or is back: its worker never stops, but nothing is drawn meanwhile. */
  sightChanged(inSight) {
    this.#receiver?.tell({ seen: inSight });
  }

  async setMuted(muted) {
    if (muted) {
      this.#loudspeaker.close();
      return true;
    }
    return this.#loudspeaker.open();
  }

  get volume() {
    return this.#loudspeaker.volume;
  }

  set volume(volume) {
    this.#loudspeaker.volume = volume;
  }

  get size() {
    return this.#shown ? { width: this.surface.width, height: this.surface.height } : { width: 0, height: 0 };
  }

  paint(context) {
    context.drawImage(this.surface, 0, 0);
  }

  /** Puts the picture into `video`, so that it can have a window of its own. */
  async openStream() {
    if (this.#pip) {
      return;
    }
    if (globalThis.MediaStreamTrackGenerator) {
      const generator = new MediaStreamTrackGenerator({ kind: 'video' });
      this.#pip = generator;
      this.#receiver.tell({ writable: generator.writable }, [generator.writable]);
    } else {
      [this.#pip] = this.surface.captureStream().getVideoTracks();
    }
    this.video.srcObject = new MediaStream([this.#pip]);
    const loaded = new Promise((resolve) => this.video.addEventListener('loadedmetadata', resolve, { once: true }));
    await this.video.play();
    await loaded;
  }

  close() {
    this.leave();
    this.#loudspeaker.close();
    this.closeStream();
  }

  /** Nobody wants it there any more. */
  closeStream() {
    if (this.#pip) {
      this.#receiver.tell({ writable: null });
      this.#pip.stop();
      this.#pip = null;
      this.video.srcObject = null;
    }
  }

  #told({ shown, keyframe, late, fail, figures, silent }) {
    if (figures) {
      this.figures = figures;
      this.dispatchEvent(new Event('figures'));
    } else if (silent !== undefined) {
      this.silent = silent;
      this.dispatchEvent(new Event(silent ? 'silent' : 'heard'));
    } else if (keyframe !== undefined) {
      this.dispatchEvent(new CustomEvent('keyframe', { detail: keyframe }));
    } else if (late) {
      this.dispatchEvent(new CustomEvent('late', { detail: late }));
    } else if (fail) {
      this.failed ||= fail === 'decoder';
      this.dispatchEvent(new CustomEvent('fail', { detail: fail }));
    } else if (shown) {
      this.#shown = true;
      this.dispatchEvent(new Event('shown'));
    }
  }
}

/** The receiver in a worker, or on the page if the browser cannot draw from there. */
function startReceiver(canvas, told) {
  if (globalThis.Worker && canvas.transferControlToOffscreen && globalThis.OffscreenCanvas) {
    const worker = new Worker(new URL('../shared/worker.js', import.meta.url), { type: 'module' });
    const ready = new Promise((resolve) => {
      const lost = () => {
        told({ fail: 'decoder' }); // its script did not come, and the canvas has gone with it
        resolve();
      };
      const begun = () => {
        worker.removeEventListener('error', lost);
        resolve();
      };
      worker.addEventListener('error', lost, { once: true });
      worker.addEventListener('message', begun, { once: true });
    });
    worker.addEventListener('message', ({ data }) => told(data));
    const offscreen = canvas.transferControlToOffscreen();
    worker.postMessage({ canvas: offscreen }, [offscreen]);
    return {
      ready,
      takesEarly: true,
      tell: (message, transfer = []) => worker.postMessage(message, transfer),
      listen: (channel, as) => handOver(channel, as, worker),
    };
  }
  const receiver = import('../shared/receiver.js').then(({ Receiver }) => {
    const here = new Receiver(told);
    here.take({ canvas });
    return here;
  });
  receiver.catch(() => told({ fail: 'decoder' }));
  const tell = (message) => receiver.then((here) => here.take(message), () => {});
  return { ready: receiver.catch(() => {}), tell, listen: (channel, as) => tell({ [as]: channel }) };
}

let handedOver = 0;

function handOver(channel, as, worker) {
  try {
    worker.postMessage({ [as]: channel }, [channel]);
  } catch {
    // Only the drawing can move; the messages go on from here.
    handedOver += 1;
    const from = -handedOver;
    if (as === 'channel') {
      worker.postMessage({ channel: null });
    }
    channel.binaryType = 'arraybuffer';
    channel.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) {
        worker.postMessage({ message: data, from }, [data]);
      }
    });
  }
}
