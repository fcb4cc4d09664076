import { Lanes } from './lanes/lanes.js';
import { readLink } from './link.js';
import { Peer } from './peer.js';
import { Viewing } from './viewing.js';

/** What the address of this page says. */
export const link = readLink(location);

const element = (id) => document.getElementById(id);

/** What shows the program, however it comes. */
export const lanes = new Lanes({
  picture: element('program'),
  sound: element('sound'),
  canvas: element('shared'),
  window: element('pip'),
});

/**
 * The first viewing, offered to the studio while the rest of the page is still on its way: a browser takes some tenths of a
 * second to make its first offer. Null if the link is none, or the browser cannot.
 */
export const firstViewing = link && begin();

function begin() {
  try {
    const viewing = new Viewing(new Peer([], lanes.canShare), lanes);
    viewing.peer.offer(link);
    return viewing;
  } catch {
    return null; // the page tries once more, and says what is wrong
  }
}
