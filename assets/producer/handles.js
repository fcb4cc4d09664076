import { byId, make } from '/viewer/dom.js';
import { around, carried, moved, pulled } from './geometry.js';
import { label, text } from './messages.js';

const NUDGE = 0.005;
const FAR = 0.05;
const SNAP = 0.012;
/** A hand that presses trembles by less. */
const DRAG_PX = 4;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The frame around the chosen layers in the preview's picture: a press chooses a layer, then they are dragged, pulled at the
 * frame's corners, or nudged by the arrow keys. Each is one change of the show once it is let go.
 */
export class Handles {
  #video = byId('preview');
  #still = byId('preview-still');
  #screen = this.#video.parentElement;
  #placing = byId('placing');
  #outlines = byId('outlines');
  #frame = byId('handles');
  #perform;
  #selection;
  #isLive;
  #desk = null;
  /** Where layers are while they are dragged, and until the studio has told that they are there: boxes by id. */
  #boxes = new Map();
  #held = 0;
  #revision = 0;

  /**
   * @param {(command: object) => Promise<number>} perform resolves to the revision that it led to, 0 if it was not done
   * @param {import('./selection.js').Selection} selection
   * @param {() => boolean} isLive whether what is shown is true at this moment
   */
  constructor(perform, selection, isLive) {
    this.#perform = perform;
    this.#selection = selection;
    this.#isLive = isLive;
    selection.addEventListener('change', () => this.#draw());
    this.#screen.addEventListener('pointerdown', (event) => this.#press(event));
    document.addEventListener('keydown', (event) => this.#key(event));
    // Whoever points goes on with the page's keys, not with the frame's alone.
    this.#frame.addEventListener('mousedown', (event) => {
      event.preventDefault();
      document.activeElement?.blur();
    });
    new ResizeObserver(() => this.#draw()).observe(this.#screen);
  }

  /** @param {import('./desk.js').Desk} desk */
  show(desk) {
    this.#desk = desk;
    this.#settle();
  }

  /** Takes a layer of the preview, for whoever cannot press it. */
  take(layerId) {
    if (!this.#selection.has(layerId)) {
      this.#selection.only(layerId);
    }
    this.#frame.focus();
  }

  /** @param {(boxes: number[][]) => number[][]} arrangement of the chosen layers' boxes, in the same order */
  arrange(arrangement) {
    const layers = this.#selection.layers;
    const boxes = arrangement(layers.map((layer) => this.#boxOf(layer)));
    this.#put(new Map(layers.map(({ id }, index) => [id, boxes[index]])));
  }

  /** Where a layer is, or will be in a moment. */
  #boxOf({ id, placement }) {
    return this.#boxes.get(id) ?? placement.box;
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

  #draw() {
    const layers = this.#selection.layers;
    this.#placing.hidden = layers.length === 0;
    if (layers.length > 0) {
      const boxes = layers.map((layer) => this.#boxOf(layer));
      const { left, top, width, height } = this.#picture;
      Object.assign(this.#placing.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
      lay(this.#frame, around(boxes));
      const several = boxes.length > 1 ? boxes : [];
      this.#outlines.replaceChildren(...several.map((box) => lay(make('span', 'outline'), box)));
      const one = layers.length === 1;
      label(this.#frame, one ? text('handles.label', layers[0].name) : text('handles.several', layers.length));
    }
  }

  #press(event) {
    if (event.button !== 0 || !this.#desk) {
      return;
    }
    const { corner } = event.target.dataset;
    const hit = corner ? null : this.#layerAt(event);
    if (corner) {
      this.#drag(event, corner, () => {});
    } else if (event.shiftKey || event.ctrlKey || event.metaKey) {
      if (hit) {
        this.#selection.toggle(hit.id);
      }
    } else if (this.#frame.contains(event.target)) {
      this.#drag(event, '', () => hit && this.#selection.only(hit.id));
    } else if (hit) {
      this.#selection.only(hit.id);
      this.#drag(event, '', () => {});
    } else {
      this.#selection.choose([]);
    }
  }

  /** The layer in front that can be moved, where the pointer is. */
  #layerAt({ clientX, clientY }) {
    const screen = this.#screen.getBoundingClientRect();
    const { left, top, width, height } = this.#picture;
    const x = (clientX - screen.left - left) / width;
    const y = (clientY - screen.top - top) / height;
    return this.#desk.preview.layers.findLast(({ shown, locked, placement: { box } }) => {
      return shown && !locked && x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3];
    });
  }

  /** From the press of a pointer to its release; `pressed` is called where it has not moved. */
  #drag({ pointerId, clientX, clientY }, corner, pressed) {
    const layers = this.#selection.layers;
    const begun = new Map(layers.map((layer) => [layer.id, this.#boxOf(layer)]));
    const frame = around([...begun.values()]);
    const ending = new AbortController();
    let dragged = false;
    this.#held += 1;
    const listen = (type, then) =>
      addEventListener(type, (event) => event.pointerId === pointerId && then(event), { signal: ending.signal });
    listen('pointermove', (event) => {
      dragged ||= Math.hypot(event.clientX - clientX, event.clientY - clientY) >= DRAG_PX;
      if (dragged) {
        const { width, height } = this.#picture;
        const by = [(event.clientX - clientX) / width, (event.clientY - clientY) / height];
        const snap = event.altKey ? 0 : SNAP;
        const after = corner ? pulled(frame, corner, by, snap) : moved(frame, by, snap);
        this.#boxes = new Map([...begun].map(([id, box]) => [id, carried(box, frame, after)]));
        this.#draw();
      }
    });
    const end = () => {
      ending.abort();
      this.#held -= 1;
    };
    listen('pointerup', () => {
      end();
      if (dragged) {
        this.#put(this.#boxes);
      } else {
        pressed();
      }
    });
    const giveUp = () => {
      end();
      this.#settle();
    };
    listen('pointercancel', giveUp);
    const escape = (event) => {
      if (event.key === 'Escape') {
        event.stopImmediatePropagation();
        giveUp();
      }
    };
    addEventListener('keydown', escape, { signal: ending.signal, capture: true });
  }

  /** Keys are for the frame where it has the focus, and where nothing has it. */
  #key(event) {
    const mine = event.target === document.body || this.#frame.contains(event.target);
    if (!mine || event.altKey || !this.#isLive() || document.querySelector('dialog[open], :popover-open')) {
      return;
    }
    const arrow = ARROWS[event.key];
    const layers = this.#selection.layers;
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#selection.all();
    } else if (event.key === 'Escape') {
      this.#selection.choose([]);
    } else if (arrow && layers.length > 0) {
      event.preventDefault();
      const step = event.shiftKey ? FAR : NUDGE;
      const by = [arrow[0] * step, arrow[1] * step];
      this.#put(new Map(layers.map((layer) => [layer.id, moved(this.#boxOf(layer), by, 0)])));
    }
  }

  /** What others did to the rest of the layers meanwhile stays. */
  async #put(boxes) {
    const layers = this.#selection.layers.filter(({ id }) => boxes.has(id));
    const placed = layers.map((layer) => ({
      ...layer,
      placement: { ...layer.placement, box: boxes.get(layer.id).map(rounded) },
    }));
    const there = placed.every(({ placement: { box } }, index) => same(box, layers[index].placement.box));
    if (!there || this.#held > 0) {
      this.#boxes = new Map(placed.map(({ id, placement }) => [id, placement.box]));
      this.#draw();
      this.#held += 1;
      const sceneId = this.#desk.preview.id;
      const revision = await this.#perform({ do: 'replace-layers', sceneId, layers: placed, was: layers });
      this.#revision = Math.max(this.#revision, revision);
      this.#held -= 1;
    }
    this.#settle();
  }

  /** Once nothing is under way, layers are where the studio says. */
  #settle() {
    if (this.#held === 0 && this.#desk.state.revision >= this.#revision) {
      this.#boxes = new Map();
    }
    this.#draw();
  }
}

function lay(element, [x, y, width, height]) {
  Object.assign(element.style, {
    left: `${x * 100}%`,
    top: `${y * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
  });
  return element;
}

const same = (one, other) => one.every((side, index) => side === other[index]);

const rounded = (side) => Math.round(side * 10_000) / 10_000;
