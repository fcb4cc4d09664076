// Which lane is shown, and which is heard.
import { Lanes } from '/viewer/lanes/lanes.js';
import { Mix } from '/viewer/lanes/mix.js';

const LONGEST_MS = 8000;
const element = (name) => document.createElement(name);

/** As on a page that shows the shared lane, after a cut: no picture is seen unless the simulation says so. */
function afterACut() {
  const lanes = new Lanes({
    picture: element('video'),
    sound: element('audio'),
    canvas: element('canvas'),
    window: element('video'),
  });
  lanes.begin();
  lanes.shared.dispatchEvent(new Event('shown'));
  lanes.begin();
  lanes.track.nextPicture = lanes.shared.nextPicture = () => new Promise(() => {});
  const shown = [];
  lanes.addEventListener('shown', () => shown.push(lanes.name));
  return { lanes, shown };
}

async function untilTracks(lanes) {
  for (let waitedMs = 0; lanes.name !== 'track' && waitedMs < LONGEST_MS; waitedMs += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The studio goes on by tracks before the shared lane's first picture, while nobody looks. */
export async function lanesOutOfSight() {
  const { lanes, shown } = afterACut();
  const before = lanes.name;
  lanes.want('shared');
  lanes.want('track');
  await untilTracks(lanes);
  const unseen = [...shown];
  lanes.track.dispatchEvent(new Event('shown'));
  return { names: [before, lanes.name], unseen, shown };
}

/** The same while somebody looks: the tracks' first picture has come before they are announced. */
export async function lanesInSight() {
  const { lanes, shown } = afterACut();
  lanes.want('shared');
  lanes.track.dispatchEvent(new Event('shown'));
  lanes.track.nextPicture = () => Promise.resolve();
  lanes.want('track');
  await untilTracks(lanes);
  return { name: lanes.name, shown };
}

/** A lane that can be heard; `allows` is whether the browser lets it. */
function audible(allows) {
  const lane = { muted: true, volume: 1, allows, waiting: null };
  let wanted = true;
  lane.setMuted = async (muted) => {
    wanted = muted;
    await (muted ? null : lane.waiting);
    lane.muted = wanted || !lane.allows;
    return muted || lane.allows;
  };
  return lane;
}

function mixed(allows) {
  const told = [];
  const [track, shared] = [audible(true), audible(allows)];
  const mix = new Mix([track, shared], (allowed) => told.push(allowed));
  const heard = () => [track, shared].map(({ muted, volume }) => (muted ? 0 : volume));
  return { track, shared, mix, told, heard };
}

/** The other lane takes over, which the browser does not allow until somebody touches the page. */
export async function mixRefused() {
  const { shared, mix, told, heard } = mixed(false);
  await mix.setMuted(false);
  mix.prepare(shared);
  await mix.fadeTo(shared);
  const meanwhile = heard();
  shared.allows = true;
  const allowed = await mix.setMuted(false);
  return { told, meanwhile, allowed, after: heard() };
}

/** Muted while the other lane gets ready to take over, and heard again when it has. */
export async function mixMutedMeanwhile() {
  const { shared, mix, heard } = mixed(true);
  mix.volume = 0.5;
  await mix.setMuted(false);
  mix.prepare(shared);
  await mix.setMuted(true);
  const muted = heard();
  await mix.fadeTo(shared);
  const stillMuted = heard();
  await mix.setMuted(false);
  return { muted, stillMuted, after: heard() };
}

/** Muted while the other lane waits for the browser, after it has taken over. */
export async function mixMutedWhileTakingOver() {
  const { shared, mix, told, heard } = mixed(true);
  await mix.setMuted(false);
  let go;
  shared.waiting = new Promise((resolve) => (go = resolve));
  const over = mix.fadeTo(shared);
  const mute = mix.setMuted(true);
  go();
  await Promise.all([over, mute]);
  return { told, heard: heard() };
}

/** Faded over to the other lane and straight back. */
export async function mixThereAndBack() {
  const { track, shared, mix, heard } = mixed(true);
  await mix.setMuted(false);
  const there = mix.fadeTo(shared);
  await Promise.all([there, mix.fadeTo(track)]);
  return { heard: heard() };
}
