import { byId, setIcon, setText } from './dom.js';
import { label, text } from './messages.js';

/** The buttons on the picture: what the player can do, and how it stands. */
export class Controls {
  #player;
  #root = document.documentElement;
  #call = byId('sound-call');
  #sound = byId('sound-button');
  #volume = byId('volume');
  #pip = byId('pip-button');
  #fullscreen = byId('fullscreen-button');

  /** @param {import('./player.js').Player} player */
  constructor(player) {
    this.#player = player;
    this.#call.addEventListener('click', () => {
      player.toggleSound();
      this.#sound.focus({ preventScroll: true });
    });
    this.#sound.addEventListener('click', () => player.toggleSound());
    this.#volume.addEventListener('input', () => {
      player.volume = this.#volume.valueAsNumber / 100;
    });
    this.#pip.addEventListener('click', () => player.togglePip());
    this.#fullscreen.addEventListener('click', () => player.toggleFullscreen());
    player.addEventListener('sound', () => this.#showSound());
    player.addEventListener('fullscreen', () => this.#showFullscreen());
    player.addEventListener('pip', () => this.#showPip());
    this.#pip.hidden = !player.canPip;
    this.#fullscreen.hidden = !player.canFullscreen;
    this.#showSound();
    this.#showFullscreen();
    this.#showPip();
  }

  #showSound() {
    const { sound } = this.#player;
    this.#root.dataset.sound = sound;
    this.#call.hidden = sound === 'on';
    setText(byId('sound-call-text'), text(sound === 'blocked' ? 'sound.blocked' : 'sound.turnOn'));
    setIcon(this.#sound, sound === 'on' ? 'sound' : 'muted');
    label(this.#sound, text(sound === 'on' ? 'sound.mute' : 'sound.unmute'));
  }

  #showFullscreen() {
    const on = this.#player.fullscreen;
    this.#root.dataset.fullscreen = on ? 'on' : 'off';
    setIcon(this.#fullscreen, on ? 'shrink' : 'expand');
    label(this.#fullscreen, text(on ? 'fullscreen.leave' : 'fullscreen.enter'));
  }

  #showPip() {
    label(this.#pip, text(this.#player.pip ? 'pip.leave' : 'pip.enter'));
  }
}
