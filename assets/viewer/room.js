import { request } from './whep.js';

/**
 * What the studio says of the room.
 *
 * @typedef {Object} RoomState
 * @property {'waiting' | 'live' | 'full' | 'ended'} state
 * @property {string} title
 * @property {number} viewers
 */

/**
 * @param {import('./link.js').Link} link
 * @param {AbortSignal} signal
 * @returns {Promise<RoomState>}
 */
export async function readRoom(link, signal) {
  const response = await request(`/api/rooms/${link.room}`, {
    headers: { Accept: 'application/json', Authorization: `Bearer ${link.key}` },
    signal,
  });
  const room = await response.json();
  return {
    state: String(room.state),
    title: typeof room.title === 'string' ? room.title.slice(0, 200) : '',
    viewers: Number.isInteger(room.viewers) ? room.viewers : 0,
  };
}
