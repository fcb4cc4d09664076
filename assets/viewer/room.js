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
 * @param {number} [timeoutMs]
 * @returns {Promise<RoomState>}
 */
export async function readRoom(link, signal, timeoutMs) {
  const response = await request(`/api/rooms/${link.room}`, {
    timeoutMs,
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

const ASK_MS = 400;
/** A browser has six connections to one site at most: fewer than that may hang at a time. */
const ANSWER_MS = 2000;

/**
 * Resolves as soon as the studio answers, whatever it says. Asks again and again without waiting for answers: what was asked while
 * the network was cut comes late or never.
 *
 * @param {import('./link.js').Link} link
 * @param {AbortSignal} signal ends the asking; then it resolves too
 */
export function untilReached(link, signal) {
  const asking = new AbortController();
  return new Promise((resolve) => {
    const reached = () => {
      asking.abort();
      resolve();
    };
    const ask = () =>
      readRoom(link, asking.signal, ANSWER_MS).then(reached, ({ status }) => status > 0 && reached());
    const timer = setInterval(ask, ASK_MS);
    asking.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    signal.addEventListener('abort', reached, { once: true });
    ask();
  });
}
