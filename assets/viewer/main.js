import { ChatForm } from './chat-form.js';
import { ChatLog } from './chat-log.js';
import { ChatPanel } from './chat-panel.js';
import { Chat } from './chat.js';
import { Companion } from './companion.js';
import { Connection } from './connection.js';
import { Controls } from './controls.js';
import { byId, setText } from './dom.js';
import { watchIdleness } from './idle.js';
import { KeySwitch } from './key-switch.js';
import { watchKeys } from './keys.js';
import { Lanes } from './lanes/lanes.js';
import { label, text, translate } from './messages.js';
import { Player } from './player.js';
import { QualityView } from './quality-view.js';
import { StateView } from './state-view.js';
import { State } from './states.js';

translate(document);

const stage = byId('stage');
/** What shows the program, however it comes. */
const lanes = new Lanes({
  picture: byId('program'),
  sound: byId('sound'),
  canvas: byId('shared'),
  window: byId('pip'),
});
const stateView = new StateView();
const qualityView = new QualityView();
const player = new Player(stage, byId('still'));
player.play(lanes);
new Controls(player);
const chat = new Chat();
new ChatLog(chat);
const chatForm = new ChatForm(chat);
const chatPanel = new ChatPanel();
const companion = new Companion();

chat.addEventListener('added', () => chatPanel.count());
byId('skip').addEventListener('click', () => {
  if (!chatPanel.shown) {
    chatPanel.toggle();
  }
  chatForm.focus();
});
watchIdleness(stage, () => document.documentElement.dataset.state !== State.LIVE || qualityView.open);
const toggleSound = () => player.toggleSound();
const keySwitch = new KeySwitch();
watchKeys({
  m: toggleSound,
  k: toggleSound,
  ' ': toggleSound,
  f: () => player.toggleFullscreen(),
  p: () => player.togglePip(),
  c: () => chatPanel.toggle(),
  i: () => qualityView.toggle(),
  escape: () => qualityView.close(),
}, () => keySwitch.on);
[byId('program'), byId('shared')].forEach((surface) =>
  surface.addEventListener('dblclick', () => player.toggleFullscreen()),
);

function showTitle(title) {
  setText(byId('title'), title || text('show.untitled'));
  document.title = text('page.title', title);
}

function showViewers(count) {
  byId('viewers').hidden = false;
  setText(byId('viewers-count'), String(count));
  label(byId('viewers'), text('show.viewers', count));
}

/** Ties one connection after another to the page. */
function watch(link, firstPeer) {
  const connection = new Connection(link, lanes, firstPeer);

  connection.addEventListener('state', ({ detail }) => {
    if (detail.state === State.RECONNECTING) {
      player.hold();
    } else if (detail.state !== State.CONNECTING) {
      player.release();
    }
    if (detail.state !== State.LIVE) {
      qualityView.show('none', {});
    }
    stateView.show(detail);
  });
  connection.addEventListener('room', ({ detail }) => showTitle(detail.title));
  connection.addEventListener('opened', ({ detail: viewing }) => {
    viewing.addEventListener('welcome', ({ detail }) => showTitle(detail.title));
    viewing.addEventListener('audience', ({ detail }) => showViewers(detail));
    viewing.addEventListener('pictures', ({ detail }) => (byId('sound-alone').hidden = detail));
    viewing.addEventListener('on-screen', ({ detail }) => companion.take(detail, viewing.untilShown(detail.at)));
    viewing.addEventListener('over', ({ detail }) => connection.over(detail));
    viewing.addEventListener('quality', ({ detail }) => qualityView.show(detail.grade, detail.sample));
    chat.use(viewing.chat);
    const accept = (track) => {
      lanes.track.accept(track);
      if (track.kind === 'audio') {
        player.restoreSound();
      }
    };
    viewing.peer.tracks.forEach(accept);
    viewing.peer.addEventListener('track', ({ detail }) => accept(detail));
  });
  connection.addEventListener('closed', () => {
    byId('sound-alone').hidden = true;
    player.hold();
    chat.use(null);
  });
  lanes.addEventListener('shown', () => {
    connection.pictureShown();
    player.restoreSound();
  });

  byId('notice-retry').addEventListener('click', () => connection.retryNow());
  addEventListener('online', () => connection.retryNow());
  addEventListener('pagehide', () => connection.stop());
  addEventListener('pageshow', (event) => event.persisted && connection.start());
  document.addEventListener('visibilitychange', () => {
    lanes.sightChanged(!document.hidden);
    if (!document.hidden) {
      connection.retryNow();
    }
  });
  connection.start();
}

/**
 * Makes the page whole.
 *
 * @param {import('./link.js').Link | null} link null if the page's address is none
 * @param {import('./peer.js').Peer | null} firstPeer one that has been opened already
 */
export function begin(link, firstPeer) {
  document.documentElement.dataset.page = 'whole';
  showTitle('');
  if (!link) {
    stateView.show({ state: State.INVALID });
  } else if (!globalThis.RTCPeerConnection) {
    stateView.show({ state: State.FAILED, reason: 'unsupported' });
  } else {
    watch(link, firstPeer);
  }
}
// Another link to this page in the same tab changes the fragment alone.
addEventListener('hashchange', () => location.reload());
