/**
 * What the address of this page says: `/watch/ROOM#KEY`. The key stands in the fragment, so that browsers send it to nobody.
 *
 * @typedef {Object} Link
 * @property {string} room
 * @property {string} key
 * @property {string} [endpoint] where to offer, if not at the room's own address
 */

const ROOM = /^\/watch\/([a-z0-9]{1,64})\/?$/;
const KEY = /^[A-Za-z0-9_-]{16,128}$/;

/**
 * @param {Location} location
 * @returns {Link | null} null if it is no link to a room
 */
export function readLink(location) {
  const room = ROOM.exec(location.pathname);
  const key = location.hash.slice(1);
  return room && KEY.test(key) ? { room: room[1], key } : null;
}
