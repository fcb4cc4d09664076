import { byId } from '/viewer/dom.js';
import { label, text } from './messages.js';

const NUDGE = 0.005;
const FAR = 0.05;
const SNAP = 0.012;
const SMALLEST = 0.02;
/** Edges and middle of the picture. */
const LINES = [0, 0.5, 1];
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The frame around one layer in the preview's picture: a press takes a layer, then it is dragged, pulled at its corners, or
 * nudged by the arrow keys. Each is a change of the show once it is let go.
 */
export class Handles {
  #video = byId('preview');
  #still = byId('preview-still');
  #screen = this.#video.parentElement;
  #frame = byId('handles');
  #perform;
  #desk = null;
  #layerId = '';
  /** Where it is while it is dragged, and until the studio has told that it is there. */
  #box = null;
  #held = 0;
  #revision = 0;

  /** @param {(command: object) => Promise<number>} perform resolves to the revision that it led to, 0 if it was not done */
  constructor(perform) {
    this.#perform = perform;
    this.#screen.addEventListener('pointerdown', (event) => this.#press(event));
    this.#frame.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => this.#place()).observe(this.#screen);
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    this.#desk = desk;
    this.#settle();
  }

  /** Takes a layer of the preview, for whoever cannot press it. */
  take(layerId) {
    this.#layerId = layerId;
    this.#place();
    this.#frame.focus();
  }

  get #layer() {
    return this.#desk?.preview?.layers.find(({ id, locked }) => id === this.#layerId && !locked);
  }

  /** Where the layer is, or will be in a moment. */
  get #now() {
    return this.#box ?? this.#layer.placement.box;
  }

  /** Where the picture is on its screen, in px. */
  get #picture() {
    const { clientWidth, clientHeight } = this.#screen;
    const still = !this.#still.hidden;
    const wide = (still ? this.#still.width : this.#video.videoWidth) || 16;
    const high = (still ? this.#still.height : this.#video.videoHeight) || 9;
    const scale = Math.min(clientWidth / wide, clientHeight / high);
    const [width, height] = [wide * scale, high * scale];
    return { left: (clientWidth - width) / 2, top: (clientHeight - height) / 2, width, height };
  }

  #place() {
    const layer = this.#layer;
    this.#frame.hidden = !layer;
    if (layer) {
      const { left, top, width, height } = this.#picture;
      const [x, y, w, h] = this.#now;
      const { style } = this.#frame;
      style.left = `${left + x * width}px`;
      style.top = `${top + y * height}px`;
      style.width = `${w * width}px`;
      style.height = `${h * height}px`;
      label(this.#frame, text('handles.label', layer.name));
    }
  }

  #press(event) {
    if (event.button !== 0 || !this.#desk) {
      return;
    }
    if (this.#frame.contains(event.target)) {
      this.#drag(event);
      return;
    }
    const screen = this.#screen.getBoundingClientRect();
    const { left, top, width, height } = this.#picture;
    const x = (event.clientX - screen.left - left) / width;
    const y = (event.clientY - screen.top - top) / height;
    const hit = this.#desk.preview.layers.findLast(({ shown, locked, placement: { box } }) => {
      return shown && !locked && x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3];
    });
    this.#layerId = hit?.id ?? '';
    this.#settle();
  }

  #settle() {
    if (this.#held === 0 && this.#desk.state.revision >= this.#revision) {
      this.#box = null;
    }
    this.#place();
  }

  #drag({ pointerId, clientX, clientY, target }) {
    const begun = this.#now;
    this.#held += 1;
    const corner = target.dataset.corner ?? '';
    const ending = new AbortController();
    const listen = (type, then) =>
      addEventListener(type, (event) => event.pointerId === pointerId && then(event), { signal: ending.signal });
    listen('pointermove', (event) => {
      const { width, height } = this.#picture;
      const by = [(event.clientX - clientX) / width, (event.clientY - clientY) / height];
      const snap = event.altKey ? 0 : SNAP;
      this.#box = corner ? pulled(begun, corner, by, snap) : moved(begun, by, snap);
      this.#place();
    });
    const end = (box) => {
      ending.abort();
      this.#held -= 1;
      this.#put(box);
    };
    listen('pointerup', () => end(this.#box));
    listen('pointercancel', () => end(null));
  }

  #key(event) {
    const arrow = ARROWS[event.key];
    if (event.key === 'Escape') {
      this.#layerId = '';
      this.#place();
    } else if (arrow && this.#layer && !event.altKey) {
      event.preventDefault();
      const step = event.shiftKey ? FAR : NUDGE;
      this.#put(moved(this.#now, [arrow[0] * step, arrow[1] * step], 0));
    }
  }

  /** What others did to the rest of the layer meanwhile stays. */
  async #put(box) {
    const layer = this.#layer;
    if (layer && box && box.some((side, index) => side !== layer.placement.box[index])) {
      this.#box = box.map(rounded);
      this.#place();
      this.#held += 1;
      const placed = { ...layer, placement: { ...layer.placement, box: this.#box } };
      this.#revision = await this.#perform({ do: 'replace-layer', sceneId: this.#desk.preview.id, layer: placed });
      this.#held -= 1;
    }
    this.#settle();
  }
}

const rounded = (side) => Math.round(side * 10_000) / 10_000;

/** How far a place is from the nearest line, if that is near enough; else 0. */
function pull(places, snap) {
  const ways = places.flatMap((place) => LINES.map((line) => line - place));
  const nearest = ways.reduce((best, way) => (Math.abs(way) < Math.abs(best) ? way : best), Infinity);
  return Math.abs(nearest) <= snap ? nearest : 0;
}

function moved([x, y, width, height], [right, down], snap) {
  const [left, top] = [x + right, y + down];
  return [
    left + pull([left, left + width / 2, left + width], snap),
    top + pull([top, top + height / 2, top + height], snap),
    width,
    height,
  ];
}

/** The corner that is pulled moves, the opposite one stays. */
function pulled([x, y, width, height], corner, [right, down], snap) {
  const [left, across] = side(x, width, corner.includes('w'), right, snap);
  const [top, up] = side(y, height, corner.includes('n'), down, snap);
  return [left, top, across, up];
}

function side(from, length, atFront, by, snap) {
  const edge = (atFront ? from : from + length) + by;
  const snapped = edge + pull([edge], snap);
  if (atFront) {
    const front = Math.min(snapped, from + length - SMALLEST);
    return [front, from + length - front];
  }
  return [from, Math.max(SMALLEST, snapped - from)];
}
