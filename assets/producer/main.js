import { byId, make, setText } from '/viewer/dom.js';
import { arrangeBar } from './arrange.js';
import { Bar, keptName } from './bar.js';
import { Desk } from './desk.js';
import { Handles } from './handles.js';
import { forgetKey, readKey } from './key.js';
import { watchKeys } from './keys.js';
import { Layers } from './layers.js';
import { label, text, translate } from './messages.js';
import { Offer } from './offer.js';
import { Preview } from './preview.js';
import { Program } from './program.js';
import { Rundown } from './rundown.js';
import { Scenes } from './scenes.js';
import { Selection } from './selection.js';
import { Line, Studio } from './studio.js';
import { Talk } from './talk.js';
import { Thumbnails } from './thumbnails.js';
import { Timers } from './timers.js';

const REFUSAL_MS = 8000;
const KEYS = [
  ['Space', 'keys.cut'],
  ['Enter', 'keys.fade'],
  ['S', 'keys.stinger'],
  ['N', 'keys.next'],
  ['1 … 9', 'keys.scene'],
  ['Ctrl Z, Ctrl Y', 'keys.undo'],
  ['Alt ↑, Alt ↓', 'keys.move'],
  ['F2', 'keys.rename'],
  ['L', 'keys.lock'],
  ['Delete', 'keys.remove'],
  ['Shift, Ctrl', 'keys.several'],
  ['Ctrl A', 'keys.all'],
  ['← ↑ ↓ →', 'keys.nudge'],
  ['Esc', 'keys.escape'],
  ['?', 'keys.help'],
];

translate(document);
const key = readKey();
const studio = new Studio(key, keptName());
let refusalTimer = 0;

/** Gives a command. Resolves to the studio's complaint, empty if it was done. */
async function attempt(command) {
  try {
    await studio.perform(command);
    return '';
  } catch (refusal) {
    return refusal.message || text('refused.unreachable');
  }
}

/** Gives a command, and says so if it was not done. Resolves to the revision that it led to, or 0. */
async function perform(command) {
  try {
    return await studio.perform(command);
  } catch (refusal) {
    setText(byId('refusal'), refusal.message || text('refused.unreachable'));
    byId('refusal').hidden = false;
    clearTimeout(refusalTimer);
    refusalTimer = setTimeout(() => (byId('refusal').hidden = true), REFUSAL_MS);
    return 0;
  }
}

const take = (transition) => perform({ do: 'take', transition });
const bar = new Bar(perform, studio);
const offer = new Offer(() => perform({ do: 'undo' }));
const scenes = new Scenes(perform, offer, new Thumbnails(studio));
const rundown = new Rundown(perform, offer);
const selection = new Selection();
const handles = new Handles(perform, selection, () => studio.line === Line.LIVE);
const layers = new Layers({ perform, attempt }, offer, handles, selection);
const parts = [bar, offer, scenes, rundown, selection, layers, handles, new Timers(perform)];
const talk = new Talk(perform);
const program = new Program(studio);
const preview = new Preview(studio);

arrangeBar(selection, handles);
['cut', 'fade', 'stinger'].forEach((kind) => byId(`take-${kind}`).addEventListener('click', () => take(kind)));
byId('help-open').addEventListener('click', () => byId('help').showModal());
byId('key-list').append(
  ...KEYS.flatMap(([name, does]) => {
    const term = make('dt', 'key');
    term.append(make('kbd', '', name));
    return [term, make('dd', 'key-does', text(does))];
  }),
);

/** A key does something only where there is a desk. */
const atDesk = (action) => () => studio.line === Line.LIVE && action();
const digits = Array.from({ length: 9 }, (_, index) => [String(index + 1), atDesk(() => scenes.previewAt(index))]);
watchKeys({
  ' ': atDesk(() => take('cut')),
  'enter': atDesk(() => take('fade')),
  's': atDesk(() => take('stinger')),
  'n': atDesk(() => rundown.next()),
  'ctrl+z': atDesk(() => bar.undo()),
  'ctrl+y': atDesk(() => bar.redo()),
  'ctrl+shift+z': atDesk(() => bar.redo()),
  'delete': atDesk(() => layers.removeChosen()),
  '?': () => byId('help').showModal(),
  ...Object.fromEntries(digits),
});

let desk = null;
let onAir = false;

function showDesk() {
  desk.onAir = onAir;
  document.documentElement.dataset.onAir = String(onAir);
  setText(byId('program-heading'), text(onAir ? 'bus.program' : 'bus.offAir'));
  parts.forEach((part) => part.show(desk));
  for (const bus of ['preview', 'program']) {
    const name = desk[bus]?.name ?? '';
    setText(byId(`${bus}-scene`), name);
    const kind = bus === 'program' && !onAir ? 'offAir' : bus;
    document.querySelectorAll(`[data-bus="${bus}"] .bus-picture`).forEach((picture) =>
      label(picture, text(`bus.${kind}Picture`, name)),
    );
  }
}

function showLine(line) {
  document.documentElement.dataset.line = line;
  setText(byId('line'), text(`line.${line}`));
  const notice = byId('notice');
  notice.hidden = line === Line.LIVE;
  if (line !== Line.LIVE) {
    setText(byId('notice-heading'), text(`notice.${line}.heading`));
    setText(byId('notice-text'), text(`notice.${line}.text`));
  }
  if (line === Line.LIVE) {
    byId('desk').hidden = false;
    preview.start();
    program.start();
  } else if (line === Line.INVALID) {
    forgetKey();
    program.close();
    preview.close();
    // Nothing of the show stays in sight of whoever may not produce it any more.
    byId('desk').remove();
    ['title', 'last', 'producers'].forEach((id) => setText(byId(id), ''));
    document.title = text('page.title', '');
  }
}

studio.addEventListener('line', ({ detail }) => showLine(detail));
studio.addEventListener('state', ({ detail }) => {
  desk = new Desk(detail);
  showDesk();
});
studio.addEventListener('chat', ({ detail }) => talk.show(detail.messages));
studio.addEventListener('room', ({ detail }) => {
  onAir = detail.state === 'live' || detail.state === 'full';
  byId('program-note').hidden = onAir;
  if (desk) {
    showDesk();
  }
  bar.showProducers(detail.producers);
});
addEventListener('online', () => studio.retryNow());
document.addEventListener('visibilitychange', () => document.hidden || studio.retryNow());
addEventListener('pagehide', () => {
  program.close();
  preview.close();
  studio.stop();
});
addEventListener('pageshow', (event) => event.persisted && key && studio.start());
// Another link to this page in the same tab changes the fragment alone.
addEventListener('hashchange', () => location.hash && location.reload());
if (key) {
  studio.start();
} else {
  showLine(Line.INVALID);
}
