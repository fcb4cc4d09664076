import { canShare } from './can-share.js';
import { readLink } from './link.js';
import { Peer } from './peer.js';
import { fetchPoster, paintPoster } from './poster.js';

/**
 * What a page begins with: it connects, and shows the picture, and until then, if that takes long, a poster. All the rest is
 * loaded when that is done, for it would keep the browser busy meanwhile. The studio puts this script, and what it imports, into
 * the page itself: see docs/architecture.md.
 */

/** Whatever becomes of the picture, the rest comes by then. */
const PATIENCE_MS = 1500;
/** Who has the picture sooner needs no poster, and the browser and the studio have that to do alone. */
const POSTER_MS = 400;
/** A script that did not come is asked for again after so long, then half as long again each time, up to the longest. */
const AGAIN_MS = 500;
const LONGEST_AGAIN_MS = 8000;

/** What the address of this page says. */
const link = readLink(location);

/** The connection that has been begun; null if the link is none, or the browser cannot. */
let firstPeer = link && makePeer();

/** The page's elements are there. */
const parsed = new Promise((resolve) => {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', resolve, { once: true });
  } else {
    resolve();
  }
});
const shown = new Promise((resolve) => {
  firstPeer?.addEventListener('track', async ({ detail: track }) => {
    if (track.kind === 'video') {
      await parsed;
      const video = document.getElementById('program');
      video.srcObject = new MediaStream([track]);
      (video.requestVideoFrameCallback ?? ((then) => video.addEventListener('loadeddata', then))).call(video, resolve);
      video.play().catch(() => {}); // the rest of the page knows what to do
    }
  });
});
const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
/** No picture comes before the rest of the page is there. */
const inVain = new Promise((resolve) => {
  firstPeer?.addEventListener('asleep', resolve);
  (firstPeer?.open(link) ?? Promise.reject()).catch(resolve);
});
let pictureShown = false;
if (firstPeer) {
  setTimeout(showPoster, POSTER_MS);
}
// Who leaves at once is not to be thought a viewer for half a minute.
addEventListener('pagehide', giveUp);
// The rest of the page makes another, once it is there.
firstPeer?.addEventListener('lost', giveUp);

shown.then(() => {
  const { dataset } = document.documentElement;
  pictureShown = true;
  document.getElementById('still').hidden = true;
  dataset.page = dataset.page === 'whole' ? 'whole' : 'picture';
});
Promise.race([shown, patience, inVain]).then(async () => {
  const main = import('./main.js').catch(fetchAgain);
  await parsed;
  document.querySelectorAll('link[data-later]').forEach((later) => {
    later.rel = later.dataset.later;
  });
  const { begin } = await main;
  firstPeer?.removeEventListener('lost', giveUp);
  begin(link, firstPeer);
});

function giveUp() {
  firstPeer?.close();
  firstPeer = null;
}

/** A browser may remember that a script did not come: each time it is asked for by another address. */
async function fetchAgain() {
  for (let tries = 1; ; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(AGAIN_MS * 1.5 ** (tries - 1), LONGEST_AGAIN_MS)));
    try {
      return await import(`/viewer/main.js?try=${tries}`);
    } catch {
      // The network may be down for a while.
    }
  }
}

async function showPoster() {
  const isWanted = () => !pictureShown && document.documentElement.dataset.state === 'connecting';
  const poster = isWanted() ? await fetchPoster(link) : null;
  await parsed;
  if (poster && isWanted()) {
    paintPoster(poster, document.getElementById('still'));
  }
}

function makePeer() {
  try {
    return new Peer([], canShare());
  } catch {
    return null; // the page tries once more, and says what is wrong
  }
}
