import { make, setText } from '/viewer/dom.js';
import { duration, seconds } from './desk.js';
import { label, text } from './messages.js';

const USUAL_SECONDS = 300;

/** One countdown: how much is left of it, for how long or until when it counts, and its start, pause and stop. */
export class Timer {
  element = make('li', 'timer');
  #perform;
  #desk = null;
  #scene = null;
  #layer = null;
  #told = '';
  #name = make('span', 'layer-name');
  #where = make('bdi', 'layer-kind');
  #left = make('span', 'timer-left');
  #counts = make('select', 'field timer-counts');
  #length = make('input', 'field timer-length');
  #until = make('input', 'field timer-until');
  #setting = make('span', 'timer-setting');
  #start = make('button', 'button button-small', text('timers.start'));
  #pause = make('button', 'button button-small button-quiet', text('timers.pause'));
  #stop = make('button', 'button button-small button-quiet', text('timers.stop'));

  /** @param {(command: object) => void} perform */
  constructor(perform) {
    this.#perform = perform;
    this.#name.dir = 'auto';
    this.#left.setAttribute('role', 'timer');
    this.#counts.append(new Option(text('timers.for'), 'for'), new Option(text('timers.until'), 'until'));
    this.#length.maxLength = 8;
    this.#length.autocomplete = 'off';
    this.#until.type = 'time';
    this.#pause.type = 'button';
    this.#stop.type = 'button';
    this.#setting.append(this.#counts, this.#length, this.#until);
    const names = make('div', 'layer-names');
    names.append(this.#name, this.#where);
    const head = make('div', 'timer-head');
    head.append(names, this.#left);
    const form = make('form', 'timer-form');
    form.noValidate = true;
    form.append(this.#setting, this.#start, this.#pause, this.#stop);
    this.element.append(head, form);
    this.#counts.addEventListener('change', () => this.#showSetting());
    [this.#length, this.#until].forEach((input) =>
      input.addEventListener('input', () => input.setCustomValidity('')),
    );
    this.#pause.addEventListener('click', () => this.#hold(this.#remaining));
    this.#stop.addEventListener('click', () => this.#hold(0));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#begin();
    });
  }

  /**
   * @param {{scene: object, layer: object}} timer
   * @param {import('./desk.js').Desk} desk
   */
  show({ scene, layer }, desk) {
    this.#scene = scene;
    this.#layer = layer;
    this.#desk = desk;
    this.#tell();
    const { name } = layer;
    setText(this.#name, name);
    setText(this.#where, scene.name);
    const state = this.#state;
    const paused = state === 'paused';
    setText(this.#left, this.#leftIn(state));
    this.element.dataset.state = state;
    this.#setting.hidden = state !== 'waiting';
    this.#start.hidden = state === 'running';
    // One until a time of day cannot be paused: the day goes on.
    this.#pause.hidden = state !== 'running' || this.#content.until !== '';
    this.#stop.hidden = state === 'waiting';
    setText(this.#start, text(paused ? 'timers.goOn' : 'timers.start'));
    label(this.#start, text(paused ? 'timers.goOnNamed' : 'timers.startNamed', name));
    label(this.#pause, text('timers.pauseNamed', name));
    label(this.#stop, text('timers.stopNamed', name));
    label(this.#counts, text('timers.counts', name));
    label(this.#length, text('timers.length', name));
    label(this.#until, text('timers.untilNamed', name));
  }

  get #content() {
    return this.#layer.content;
  }

  /** Seconds until its end, while it has one. */
  get #remaining() {
    return this.#desk.secondsUntil(this.#content.endsAtMillis);
  }

  get #state() {
    if (this.#content.endsAtMillis > 0) {
      return this.#remaining > 0 ? 'running' : 'over';
    }
    return this.#content.leftSeconds > 0 ? 'paused' : 'waiting';
  }

  #leftIn(state) {
    switch (state) {
      case 'running':
        return duration(this.#remaining);
      case 'paused':
        return duration(this.#content.leftSeconds);
      case 'over':
        return text('timers.over');
      default:
        return '';
    }
  }

  /** What the show says stands in the fields until somebody writes there; what others change counts again. */
  #tell() {
    const { seconds: length, until } = this.#content;
    const told = `${length}/${until}`;
    if (told !== this.#told) {
      this.#told = told;
      this.#counts.value = until ? 'until' : 'for';
      this.#length.value = duration(length || USUAL_SECONDS);
      this.#until.value = until;
      this.#showSetting();
    }
  }

  #showSetting() {
    const until = this.#counts.value === 'until';
    this.#length.hidden = until;
    this.#until.hidden = !until;
  }

  #begin() {
    const target = { sceneId: this.#scene.id, layerId: this.#layer.id };
    const start = { do: 'start-countdown', ...target };
    const total = seconds(this.#length.value);
    if (this.#state === 'paused') {
      this.#perform(start);
    } else if (this.#counts.value === 'until') {
      this.#beginUntil(start);
    } else if (total > 0) {
      this.#perform({ ...start, seconds: total });
    } else {
      complain(this.#length, text('edit.duration'));
    }
  }

  /** To a time of day in the studio: that is kept in the layer, and one step together with the start. */
  #beginUntil(start) {
    const until = this.#until.value;
    if (!until) {
      complain(this.#until, text('timers.time'));
    } else if (until === this.#content.until) {
      this.#perform(start);
    } else {
      this.#perform({ do: 'all', commands: [this.#changed({ until, leftSeconds: 0 }), start] });
    }
  }

  /** Does not run any more; `leftSeconds` are left of it. */
  #hold(leftSeconds) {
    this.#perform(this.#changed({ endsAtMillis: 0, leftSeconds }));
  }

  #changed(change) {
    const layer = { ...this.#layer, content: { ...this.#content, ...change } };
    return { do: 'replace-layer', sceneId: this.#scene.id, layer, was: [this.#layer] };
  }
}

function complain(input, sentence) {
  input.setCustomValidity(sentence);
  input.reportValidity();
}
