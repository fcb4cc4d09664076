// Clocks, and how long what was captured waits until it is due.
import { StudioClock } from '/viewer/clock.js';
import { Need, PlayoutDelay } from '/viewer/shared/delay.js';
import { Spread } from '/viewer/shared/spread.js';
import { Timeline } from '/viewer/shared/timeline.js';
import { dice, percentile } from './made-up.js';

export function timeline() {
  const timeline = new Timeline(90_000);
  const beganMs = 1_764_000_000_000;
  const ticks = timeline.take(4_294_900_000, beganMs + 7); // one capture, 7 ms off
  const before = timeline.studioMs(ticks) - beganMs;
  timeline.report({ timestamp: 4_294_900_000, ntpMs: beganMs });
  const wrapped = timeline.take((4_294_900_000 + 90_000) % 2 ** 32, NaN);
  return { before, after: timeline.studioMs(ticks) - beganMs, second: timeline.studioMs(wrapped) - beganMs };
}

/** The clock: an asymmetric, jittery network, and a viewer whose crystal is 40 ppm off. */
export function clock() {
  const clock = new StudioClock();
  const roll = dice(3);
  const errors = [];
  for (let t0 = 0; t0 < 3_600_000; t0 += 4000) {
    const offset = 5000 + t0 * 40e-6;
    const out = 20 + -Math.log(roll()) * 8;
    const back = 20 + -Math.log(roll()) * 8;
    const t1 = t0 + out + offset;
    clock.take({ t0, t1, t2: t1 + 0.3, t3: t0 + out + 0.3 + back });
    if (t0 > 60_000) {
      errors.push(Math.abs(clock.offsetMs - (5000 + (t0 + out + back) * 40e-6)));
    }
  }
  return { p95: percentile(errors, 0.95) };
}

export function clockLied() {
  const clock = new StudioClock();
  clock.take({ t0: 10, t1: 100, t2: 200, t3: 20 });
  return { offset: String(clock.offsetMs) };
}

/** The common delay over a network that gets worse for a while. */
export function delay() {
  const roll = dice(4);
  const sound = new Need(0.99);
  const picture = new Need(0.95, 1000);
  const delay = new PlayoutDelay();
  const track = [];
  let steepest = 0;
  for (let nowMs = 0; nowMs < 120_000; nowMs += 10) {
    const rough = nowMs > 30_000 && nowMs < 50_000;
    const need = 30 + roll() * (rough ? 60 : 8);
    sound.add(need, nowMs);
    if (nowMs % 30 === 0) {
      picture.add(nowMs < 300 ? 1500 - nowMs * 4 : need + 10, nowMs);
    }
    if (need > delay.ms) {
      delay.starve();
    }
    if (nowMs % 50 === 0) {
      const before = delay.ms;
      delay.update(picture, sound, nowMs);
      steepest = Math.max(steepest, nowMs > 70_000 ? Math.abs(delay.ms - before) / 0.05 : 0);
      track.push({ nowMs, ms: delay.ms });
    }
  }
  const at = (ms) => track.find(({ nowMs }) => nowMs >= ms).ms;
  return { calm: at(25_000), rough: at(49_000), after: at(119_000), steepest };
}

/** Three seconds of a page that is being loaded, then quiet. */
export function delayAfterBadBeginning() {
  const need = new Need(0.95, 1000);
  const at = {};
  for (let nowMs = 0; nowMs <= 6000; nowMs += 33) {
    need.add(nowMs < 3000 ? 300 : 40, nowMs);
    at[Math.ceil(nowMs / 1000)] = need.targetMs(nowMs);
  }
  return { loading: at[3], quiet: at[6] };
}

/** A page that is busy for three seconds, with sound; it is told to give up what it does not need in the fifth, and once more when it needs more. */
export function delayThatRelents() {
  const picture = new Need(0.95, 1000);
  const sound = new Need(0.99);
  const delay = new PlayoutDelay();
  const at = {};
  for (let nowMs = 0; nowMs <= 8000; nowMs += 25) {
    const need = nowMs < 3000 ? 300 : nowMs < 7000 ? 80 : 120;
    picture.add(need, nowMs);
    sound.add(60, nowMs);
    if (nowMs === 5000 || nowMs === 7500) {
      delay.relent();
    }
    delay.update(picture, sound, nowMs);
    at[nowMs] = delay.ms;
  }
  return { busy: at[3000], before: at[4975], after: at[5000], more: at[8000] };
}

/** A page that has long been watched is busy for two seconds, in which pictures take much longer. */
export function delayAfterAStall() {
  const picture = new Need(0.95, 1000);
  const sound = new Need(0.99);
  const delay = new PlayoutDelay();
  const at = {};
  for (let nowMs = 0; nowMs <= 60_000; nowMs += 25) {
    picture.add(nowMs > 30_000 && nowMs <= 32_000 ? 200 : 60, nowMs);
    sound.add(50, nowMs);
    delay.update(picture, sound, nowMs);
    at[nowMs] = delay.ms;
  }
  return { before: at[30_000], during: at[32_000], later: at[38_000], after: at[60_000] };
}

/** Parts begin to come at the first second, and again at the fifth: what is news at which time. */
export function spread() {
  const spread = new Spread();
  const news = [];
  for (let nowMs = 0; nowMs <= 9000; nowMs += 25) {
    if ((nowMs >= 1000 && nowMs < 3500) || nowMs >= 5000) {
      spread.heard(nowMs);
    }
    const sinceMs = spread.news(nowMs);
    if (Number.isFinite(sinceMs)) {
      news.push([nowMs, sinceMs]);
    }
  }
  return { news };
}

/** Five seconds of loss, then a path that loses nothing, of which the need is told a second later. */
export function delayAfterAnotherPath() {
  const need = new Need(0.95, 1000);
  const at = {};
  for (let nowMs = 0; nowMs <= 8000; nowMs += 25) {
    need.add(nowMs < 5000 ? 300 : 60, nowMs);
    if (nowMs === 6000) {
      at.before = need.targetMs(nowMs);
      need.changed(5000, nowMs);
      at.told = need.targetMs(nowMs);
    }
  }
  return { ...at, after: need.targetMs(8000) };
}

/** A stall of a fifth of a second, where the sound pauses for half a second of every two or never does: by how much, and how long, the delay is longer. */
export function delayAfterAShortStall({ pauses }) {
  const sound = new Need(0.99);
  const picture = new Need(0.95, 1000);
  const delay = new PlayoutDelay();
  let before = NaN;
  let longest = 0;
  let untilMs = NaN;
  for (let nowMs = 0; nowMs < 120_000; nowMs += 10) {
    const stalled = Math.max(0, 200 - (nowMs - 60_000)) * (nowMs >= 60_000 ? 1 : 0);
    sound.add(40 + stalled, nowMs);
    picture.add(40 + stalled, nowMs);
    if (40 + stalled > delay.ms + 20) {
      delay.starve();
    }
    if (nowMs % 50 === 0) {
      delay.update(picture, sound, nowMs, pauses && nowMs % 2000 < 500);
      before = nowMs === 59_000 ? delay.ms : before;
      longest = Math.max(longest, nowMs > 60_000 ? delay.ms : 0);
      untilMs = nowMs > 61_000 && delay.ms > before + 5 ? nowMs - 60_000 : untilMs;
    }
  }
  return { longer: longest - before, untilMs };
}
