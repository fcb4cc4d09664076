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
addEventListener('pagehide', () => {
  firstPeer?.close();
  firstPeer = null;
});

shown.then(() => {
  const { dataset } = document.documentElement;
  pictureShown = true;
  document.getElementById('still').hidden = true;
  dataset.page = dataset.page === 'whole' ? 'whole' : 'picture';
});
Promise.race([shown, patience, inVain]).then(async () => {
  const main = import('./main.js');
  await parsed;
  document.querySelectorAll('link[data-later]').forEach((later) => {
    later.rel = later.dataset.later;
  });
  const { begin } = await main;
  begin(link, firstPeer);
});

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
