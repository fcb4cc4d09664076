// Pictures on a link that becomes narrow, stands still for a moment, or is just wide enough.
import { Queueing } from '/viewer/shared/arrivals.js';
import { dice } from './made-up.js';

const DELAY_MS = 25;
const PICTURE_MS = 1000 / 30;

/**
 * Ten seconds of pictures of 10 kB, of which the hundredth is a keyframe.
 *
 * @param {{kbps: number, laterKbps: number, stalledMs: number}} link from the fifth second on: what it carries, and for how long nothing passes
 * @param {number} lostFrom every third picture is lost from that one on, and never comes
 * @param {boolean} onAnotherRung from the third second on, whose sequence numbers are lower
 * @param {number} lookMs how often the page has time to look at its clock from the fifth second on
 * @returns {{told: [number, number][]}} when it was noticed, and at how many kbit/s
 */
export function queueing({ kbps, laterKbps = kbps, stalledMs = 0, lookMs = 5, lostFrom = Infinity, onAnotherRung = false }) {
  const queueing = new Queueing();
  const roll = dice(9);
  const told = [];
  let freeMs = 0;
  let lookedMs = 0;
  for (let number = 0; number < 300; number += 1) {
    const sentMs = number * PICTURE_MS + roll() * 6;
    const later = sentMs >= 5000;
    const keyframe = number === 100;
    const bytes = keyframe ? 40_000 : 10_000;
    const passesMs = later && sentMs < 5000 + stalledMs ? 5000 + stalledMs : sentMs;
    freeMs = Math.max(freeMs, passesMs) + (bytes * 8) / (later ? laterKbps : kbps);
    const cameMs = freeMs + DELAY_MS;
    for (; lookedMs <= cameMs; lookedMs += cameMs > 5000 ? lookMs : 5) {
      queueing.look(lookedMs);
    }
    if (number >= lostFrom && number % 3 === 0) {
      continue;
    }
    queueing.arrived(bytes, cameMs);
    const stream = onAnotherRung && number >= 100 ? { ssrc: 8, sequence: number - 100 } : { ssrc: 7, sequence: number };
    const now = queueing.picture({ ...stream, keyframe }, freeMs - number * PICTURE_MS, cameMs);
    if (Number.isFinite(now)) {
      told.push([cameMs, now]);
    }
  }
  return { told };
}
