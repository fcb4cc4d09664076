// A tone through a Playout: what is heard of it.
import { Playout } from '/viewer/shared/playout.js';
import { arrivals, dice, percentile } from './made-up.js';

const PERIOD = 48_000 / 440;
const HEIGHT = 0.5;
/** Eleven periods: after so many samples the tone is the same again. */
const REPEATS = 1200;
const TONE = Float32Array.from({ length: REPEATS + 480 }, (_, i) => HEIGHT * Math.sin((2 * Math.PI * i) / PERIOD));

/** Ten minutes of sound with another crystal than the loudspeaker's. */
export function playoutDrift({ ppm }) {
  return play({ seconds: 600, ppm, lost: () => false, jitterMs: 5 });
}

/** A tone with a packet missing every half second: nothing may click. */
export function playoutLoss() {
  return play({ seconds: 30, ppm: 0, lost: (number) => number > 50 && number % 50 === 0, jitterMs: 5 });
}

/** The aim moves by 20 ms: it is followed without a jump. */
export function playoutMoved() {
  return play({ seconds: 30, ppm: 0, lost: () => false, jitterMs: 5, move: { atSeconds: 10, ms: 20 } });
}

/** Half a second of the tone and half a second of faint noise, in turns; the aim moves by 25 ms in 0.3 s, within the one or the other. */
export function playoutMovedWithin({ tone }) {
  const AHEAD = 1920;
  const TURN = 24_000;
  const began = (tone ? 20 : 21) * TURN + 2400;
  const playout = new Playout();
  const roll = dice(6);
  const out = [new Float32Array(128), new Float32Array(128)];
  let jumps = 0;
  for (let frame = 0, next = 0; frame < began + 16_800; frame += 128) {
    const moved = Math.min(1, Math.max(0, (frame - began) / 14_400));
    playout.aim(AHEAD + moved * 1200);
    for (; next * 480 <= frame; next += 1) {
      const first = next * 480 + 4800;
      const faint = Math.floor((first - AHEAD) / TURN) % 2 === 1;
      const samples = faint ? Float32Array.from({ length: 480 }, () => (roll() - 0.5) * 0.01) : toneFrom(first);
      playout.write(first, [samples, samples], frame);
    }
    playout.read(out, frame);
    jumps += frame > TURN ? playout.takeFigures(frame).jumps : 0;
  }
  return { behindMs: playout.takeFigures(began + 16_800).error / 48, jumps };
}

/** The aim moves by half a second: it jumps, once, and does not click. */
export function playoutJump() {
  return play({ seconds: 30, ppm: 0, lost: () => false, jitterMs: 5, move: { atSeconds: 10, ms: 500 } });
}

/** Nothing comes for two seconds. */
export function playoutCut() {
  return play({ seconds: 20, ppm: 0, lost: (number) => number > 500 && number < 700, jitterMs: 5 });
}

/** A second player begins in the middle, in blocks of its own, and is faded over to. */
export function playoutTakenOver() {
  const FADE = 1440;
  const LATER = 96_037;
  const players = [new Playout(), new Playout()];
  const out = [new Float32Array(128), new Float32Array(128)];
  const heard = [new Float32Array(240_000), new Float32Array(240_000)];
  players.forEach((player, i) => {
    const began = i * LATER;
    let next = Math.ceil(began / 480);
    for (let frame = 0; began + frame + 128 <= 240_000; frame += 128) {
      player.aim(began - 1920 + 4800);
      for (; next * 480 <= began + frame; next += 1) {
        const first = next * 480 + 4800;
        const samples = Float32Array.from({ length: 480 }, (_, n) => Math.sin((2 * Math.PI * (first + n)) / PERIOD));
        player.write(first, [samples, samples], frame);
      }
      player.read(out, frame);
      heard[i].set(out[0], began + frame);
    }
  });
  let steepest = 0;
  let loudest = 0;
  for (let at = LATER + 60_000, before = NaN; at < 230_000; at += 1) {
    const over = Math.min(1, Math.max(0, (at - LATER - 80_000) / FADE));
    const now = heard[0][at] * (1 - over) + heard[1][at] * over;
    steepest = Math.max(steepest, Math.abs(now - before) || 0);
    loudest = Math.max(loudest, Math.abs(now));
    before = now;
  }
  return { steepness: steepest / (2 * Math.sin(Math.PI / PERIOD)), loudest };
}

export function playoutGarbage() {
  const playout = new Playout();
  playout.aim(100);
  const out = [new Float32Array(128), new Float32Array(128)];
  [NaN, -1, 0.5, 2 ** 60, 119, 120].forEach((first) => playout.write(first, [new Float32Array(480).fill(1)], 0));
  playout.write(240, [], 0);
  playout.write(240, [new Float32Array(1e6)], 0);
  for (let frame = 0; frame < 48_000; frame += 128) {
    playout.read(out, frame);
  }
  return { finite: out.every((channel) => channel.every(Number.isFinite)) };
}

/** Plays a tone through a Playout, block by block, and looks at what comes out. */
function play({ seconds, ppm, lost, jitterMs, move }) {
  const playout = new Playout();
  const roll = dice(5);
  const drift = 1 + ppm * 1e-6;
  const delay = 48 * 40;
  const out = [new Float32Array(128), new Float32Array(128)];
  const blocks = arrivals(seconds * 100, 10, () => roll() * jitterMs).filter(({ number }) => !lost(number));
  const ear = new Ear();
  const errors = [];
  let next = 0;
  let jumps = 0;
  let madeUp = 0;
  let figures = null;
  for (let frame = 0; frame < seconds * 48_000; frame += 128) {
    const moved = move && frame > move.atSeconds * 48_000 ? move.ms * 48 : 0;
    // The sender's clock runs at `drift` of ours; sample 0 was made at frame 0.
    playout.aim(frame * drift - frame - delay - moved + 4800);
    for (; next < blocks.length && blocks[next].atMs * 48 <= frame * drift; next += 1) {
      const first = blocks[next].number * 480 + 4800;
      const samples = toneFrom(first);
      playout.write(first, [samples, samples], frame);
    }
    playout.read(out, frame);
    if (frame > 24_000) {
      ear.hear(out[0]);
    }
    if (frame % 12_800 === 0) {
      figures = playout.takeFigures(frame + 128);
      if (frame > 24_000) {
        jumps += figures.jumps;
        madeUp += figures.madeUp;
      }
      if (frame > seconds * 24_000) {
        errors.push(Math.abs(figures.error) / 48);
      }
    }
  }
  return {
    steepness: ear.steepness,
    silent: ear.silent,
    jumps,
    madeUp,
    errorMsP95: percentile(errors, 0.95),
    driftPpm: figures.driftPpm,
  };
}

/** How steep what is heard is, and how often there is nothing. */
class Ear {
  silent = 0;
  #steepest = 0;
  #previous = NaN;

  hear(samples) {
    let loudest = -1;
    for (const sample of samples) {
      const step = Math.abs(sample - this.#previous);
      this.#steepest = step > this.#steepest ? step : this.#steepest;
      loudest = sample > loudest ? sample : loudest;
      this.#previous = sample;
    }
    this.silent += loudest < 0.01 ? 1 : 0;
  }

  /** As a multiple of the steepest that the tone itself is, between two samples. */
  get steepness() {
    return this.#steepest / (2 * HEIGHT * Math.sin(Math.PI / PERIOD));
  }
}

/** The packet of the tone that begins with that sample. */
function toneFrom(first) {
  const begin = first % REPEATS;
  return TONE.subarray(begin, begin + 480);
}
