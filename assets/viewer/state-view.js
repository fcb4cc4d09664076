import { byId, setIcon, setText } from './dom.js';
import { has, text } from './messages.js';
import { State } from './states.js';

const ICONS = {
  [State.CONNECTING]: 'spinner',
  [State.WAITING]: 'clock',
  [State.RECONNECTING]: 'spinner',
  [State.ENDED]: 'check',
  [State.FULL]: 'people',
  [State.INVALID]: 'unlink',
  [State.REMOVED]: 'leave',
  [State.FAILED]: 'alert',
};

/** Says in what state the page is: over the picture, to those who listen, and to the style sheets. */
export class StateView {
  #root = document.documentElement;
  #notice = byId('notice');
  #heading = byId('notice-heading');
  #text = byId('notice-text');
  #announcer = byId('announcer');

  /** @param {{state: string, reason: string}} shown */
  show({ state, reason = '' }) {
    const special = `state.${state}.${reason}`;
    const heading = text(`state.${state}.heading`);
    const sentence = text(reason && has(special) ? special : `state.${state}.text`);
    this.#root.dataset.state = state;
    this.#notice.hidden = state === State.LIVE;
    if (ICONS[state]) {
      setIcon(this.#notice, ICONS[state]);
      setText(this.#heading, heading);
      setText(this.#text, sentence);
    }
    setText(this.#announcer, sentence ? `${heading}. ${sentence}` : heading);
  }
}
