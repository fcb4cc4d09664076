import { byId, make, setText } from './dom.js';
import { label, text } from './messages.js';

const ROWS = ['lane', 'latency', 'sync', 'bitrate', 'picture', 'loss', 'roundTrip'];
const IN_SYNC_MS = 40;

/** The bars that tell how good the connection is, and the panel with the numbers behind them. */
export class QualityView {
  #button = byId('quality-button');
  #panel = byId('quality-panel');
  #grade = byId('quality-grade');
  #values = new Map();

  constructor() {
    const list = byId('quality-list');
    for (const row of ROWS) {
      const value = make('dd', 'fact-value', text('quality.unknown'));
      this.#values.set(row, value);
      list.append(make('dt', 'fact-name', text(`quality.${row}`)), value);
    }
    this.#button.addEventListener('click', () => this.toggle());
    byId('quality-close').addEventListener('click', () => this.close());
    this.show('none', {});
  }

  get open() {
    return !this.#panel.hidden;
  }

  toggle() {
    this.#panel.hidden = this.open;
    this.#button.setAttribute('aria-expanded', String(this.open));
    if (this.open) {
      this.#panel.focus();
    } else {
      this.#button.focus();
    }
  }

  close() {
    if (this.open) {
      this.toggle();
    }
  }

  /** @param {string} grade @param {Partial<import('./quality.js').Sample> & {skewMs?: number, latencyMs?: number}} sample */
  show(grade, sample) {
    const name = text(`quality.${grade}`);
    this.#button.dataset.grade = grade;
    if (!this.#button.title.includes(name)) {
      label(this.#button, text('quality.button', name));
    }
    setText(this.#grade, name);
    setText(this.#values.get('lane'), laneText(sample));
    this.#put('latency', sample.latencyMs, (value) => text('quality.ms', value));
    this.#put('sync', sample.skewMs, syncText);
    this.#put('bitrate', sample.kbps, (value) => text('quality.kbps', value));
    this.#put('picture', sample.fps, (value) => text('quality.size', sample.width || 0, sample.height || 0, value));
    this.#put('loss', sample.lossPercent, (value) => text('quality.percent', value));
    this.#put('roundTrip', sample.rttMs, (value) => text('quality.ms', value));
  }

  #put(row, value, written) {
    setText(this.#values.get(row), Number.isFinite(value) ? written(value) : text('quality.unknown'));
  }
}

function syncText(skewMs) {
  if (Math.abs(skewMs) <= IN_SYNC_MS) {
    return text('quality.inSync', skewMs);
  }
  return text(skewMs > 0 ? 'quality.soundLate' : 'quality.soundEarly', skewMs);
}

/** How the show comes, and in which quality. */
function laneText({ lane, rung }) {
  if (lane === undefined) {
    return text('quality.unknown');
  }
  const name = text(`quality.lane.${lane}`);
  if (rung?.height === 0) {
    return text('quality.soundAlone', name);
  }
  return rung?.height > 0 ? text('quality.rung', name, rung.height, rung.kbps) : name;
}
