/** What the studio opens at once besides its main source, see docs/control.md. */
const MOST_SOURCES = 8;
const VIDEO = /\.(mp4|m4v|mov|mkv|webm|avi|ts|mpg|mpeg|gif)$/i;

/** What can be asked of a desk's state (see docs/control.md), without knowing how it is shown. */
export class Desk {
  #toldMs = performance.now();

  /** @param {object} event the event `state` */
  constructor({ desk, tally, deeds, kits, at }) {
    this.state = desk;
    this.tally = tally;
    this.deeds = deeds;
    this.kits = kits;
    /** The studio's wall clock minus this computer's, in ms. */
    this.offsetMs = at - Date.now();
    /** Whether viewers see the program; told by the room. */
    this.onAir = false;
  }

  get show() {
    return this.state.show;
  }

  get scenes() {
    return this.state.show.scenes;
  }

  get program() {
    return this.scene(this.state.programId);
  }

  get preview() {
    return this.scene(this.state.previewId);
  }

  get nextCue() {
    return this.state.show.rundown[this.state.nextCue];
  }

  /** Sources that a producer may choose: those of the show, and those that are nobody's. */
  get sources() {
    const used = this.scenes.flatMap(({ layers }) => layers.map(({ content }) => content.source)).filter(Boolean);
    return [...new Set(['main', ...used, 'test', 'none'])];
  }

  /** How many sources besides the main one are wanted at once, on air and next, beyond those that can be open. */
  get crowd() {
    const named = ({ kind, source, path }) => (kind === 'source' ? source : kind === 'background' && VIDEO.test(path) ? path : '');
    const wanted = [this.program, this.preview].flatMap((scene) => scene?.layers ?? []).map(({ content }) => named(content));
    return Math.max(0, new Set(wanted.filter((source) => source && source !== 'main')).size - MOST_SOURCES);
  }

  get lastDeed() {
    return this.deeds.at(-1);
  }

  scene(id) {
    return this.scenes.find((scene) => scene.id === id);
  }

  layer(sceneId, layerId) {
    return this.scene(sceneId)?.layers.find((layer) => layer.id === layerId);
  }

  /** For how many ms more a transition leads away from the scene `tally.leaving`, which is in sight until then. */
  get leavingMs() {
    return Math.max(0, this.#toldMs + this.tally.leavingMillis - performance.now());
  }

  /** Whether a scene is on air (`program`), comes next (`preview`), both, or neither. */
  place(sceneId) {
    const onAir = sceneId === this.state.programId;
    const next = sceneId === this.state.previewId;
    return onAir ? 'program' : next ? 'preview' : '';
  }

  /** What to call a place: what is in the program is on air only while the show is. */
  lamp(place) {
    return place !== 'program' ? 'preview' : this.onAir ? 'program' : 'offAir';
  }

  /** The layers that count down, or may, each with its scene; a farewell waits for nothing. */
  get timers() {
    const begun = ({ endsAtMillis, leftSeconds }) => endsAtMillis > 0 || leftSeconds > 0;
    const counts = ({ content }) =>
      content.kind === 'countdown' || (content.kind === 'slate' && (content.slate !== 'thank-you' || begun(content)));
    return this.scenes.flatMap((scene) => scene.layers.filter(counts).map((layer) => ({ scene, layer })));
  }

  /** Seconds until a moment of the studio's wall clock; 0 if it is over, null if it was never set. */
  secondsUntil(endsAtMillis) {
    return endsAtMillis > 0 ? Math.max(0, Math.ceil((endsAtMillis - Date.now() - this.offsetMs) / 1000)) : null;
  }
}

/** `4:05`, or `1:04:05`. */
export function duration(seconds) {
  const two = (value) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The seconds of `5`, `4:05` or `1:04:05`; minutes if there is no colon. NaN if it is none of those. */
export function seconds(written) {
  const text = written.trim();
  if (!/^\d{1,4}(:[0-5]?\d){0,2}$/.test(text)) {
    return NaN;
  }
  const parts = text.split(':').map(Number);
  const total = parts.length === 1 ? parts[0] * 60 : parts.reduce((sum, part) => sum * 60 + part, 0);
  return total <= 86_400 ? total : NaN;
}
