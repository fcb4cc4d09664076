// Which picture is shown when.
import { Figures } from '/viewer/shared/figures.js';
import { PICTURE } from '/viewer/shared/rtp.js';
import { Schedule } from '/viewer/shared/schedule.js';

export function schedule() {
  const closed = [];
  const schedule = new Schedule();
  const add = (studioMs, readyMs) => {
    schedule.expect(studioMs);
    schedule.add({ frame: { close: () => closed.push(studioMs) }, studioMs, readyMs });
  };
  // Joining: a second of old pictures, then the present.
  schedule.catchUp(0);
  [0, 33, 66, 1000].forEach((ms) => schedule.expect(ms));
  add(0, 1);
  const old = schedule.pick(2, NaN);
  add(33, 3);
  add(66, 4);
  add(1000, 5);
  const first = schedule.pick(6, NaN)?.studioMs;
  // In time, early, and overtaken.
  add(1033, 30);
  add(1066, 31);
  const early = schedule.pick(32, 1020);
  const due = schedule.pick(33, 1040)?.studioMs;
  add(1100, 70);
  const newest = schedule.pick(71, 1110)?.studioMs;
  return { old, first, early, due, newest, closed, dropped: schedule.dropped, shown: schedule.shown };
}

/** Two seconds without a picture; in sight, and out of it. */
export function freezes() {
  const count = (between) => {
    const figures = new Figures();
    figures.shown(1000, 50, 0, 10);
    between(figures);
    figures.shown(3000, 50, 0, 10);
    return figures.take(4000).newFreezes;
  };
  return { inSight: count(() => {}), outOfSight: count((figures) => figures.unseen()) };
}

/** Pictures that arrive 9, 11 and 500 ms after their capture, by a clock that is 1000 ms behind the studio's, and are seen after 60. */
export function latencyParts() {
  const figures = new Figures();
  const second = (offsetMs, renderMs) => {
    [9, 11, 500].forEach((ms, at) => {
      figures.arrived(PICTURE, 100, ms - 1000, 5, at);
      figures.shown(at + 60, 60, 0, 10);
    });
    return figures.take(1000, offsetMs, renderMs);
  };
  const { latencyMs, arrivalMs, bufferMs, renderMs } = second(1000, 21);
  const blind = second(NaN, 21);
  return {
    latencyMs,
    parts: [arrivalMs, bufferMs, renderMs],
    leastBufferMs: second(1000, 200).bufferMs,
    known: [blind.arrivalMs, blind.bufferMs].map(Number.isFinite),
  };
}

/** Two pictures of which one was late before it was sent, then two of which one was late on the way. */
export function queues() {
  const figures = new Figures();
  const second = (...times) => {
    times.forEach(([transitMs, underWayMs], at) => figures.arrived(PICTURE, 100, transitMs, underWayMs, at));
    return figures.take(1000, 0, 0).queueMs;
  };
  return { inStudioMs: second([15, 5], [115, 5]), onTheWayMs: second([15, 5], [115, 105]) };
}

export function scheduleOverrun() {
  let open = 0;
  const schedule = new Schedule();
  for (let i = 0; i < 1000; i += 1) {
    open += 1;
    schedule.add({ frame: { close: () => (open -= 1) }, studioMs: i * 33, readyMs: i });
  }
  const most = open;
  schedule.clear();
  return { most, open };
}

/** Pictures at so many a second, each to be shown so long after it is there, on a screen with sixty refreshes a second. */
export function scheduleOfManyPictures({ fps, waitMs }) {
  const schedule = new Schedule();
  const shown = [];
  let added = 0;
  for (let nowMs = 0; nowMs < 3000; nowMs += 1) {
    if (nowMs >= (added * 1000) / fps) {
      schedule.add({ frame: { close() {} }, studioMs: (added * 1000) / fps, readyMs: nowMs });
      added += 1;
    }
    const picture = nowMs % 16 === 0 ? schedule.pick(nowMs, nowMs - waitMs) : null;
    if (picture) {
      shown.push(nowMs - picture.studioMs);
    }
  }
  return { shown: shown.length, shortestMs: Math.min(...shown), longestMs: Math.max(...shown) };
}
