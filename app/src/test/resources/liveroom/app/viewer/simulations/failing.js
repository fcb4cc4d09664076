// A shared lane that does not work here, and what is asked of the studio then.
import { SoundCheck } from '/viewer/shared/sound-check.js';
import { Wishes } from '/viewer/wishes.js';

/** Seconds of made-up sound: how many packets came in each, and how late the pictures were. */
export function soundThatIsNotHeard({ seconds, packets, queueMs = NaN }) {
  const check = new SoundCheck();
  const failedAt = [];
  for (let second = 1; second <= seconds; second += 1) {
    for (let packet = 0; packet < packets; packet += 1) {
      check.arrived();
    }
    if (check.fails({ concealedPercent: 100, queueMs })) {
      failedAt.push(second);
    }
  }
  return { failedAt };
}

/** An hour in which the lane fails so long after each time that it was wished for again: what is wished for, and when. */
export function wishes({ reasons, afterMs = 5000 }) {
  const wished = [];
  const due = [];
  let now = 0;
  const browser = {
    now: () => now,
    after: (ms, work) => due.push({ atMs: now + ms, work }),
    cancel: (timer) => timer && (due[timer - 1].work = () => {}),
  };
  const failAt = (atMs) => due.push({ atMs, work: () => reasons.length > 0 && wishes.failed(reasons.shift()) });
  const wishes = new Wishes((lane, reason) => {
    wished.push([now / 1000, lane, reason ?? '']);
    if (lane === 'shared') {
      failAt(now + afterMs);
    }
  }, browser);
  failAt(0);
  failAt(1000);
  for (; now <= 3_600_000; now += 1000) {
    due.filter(({ atMs }) => atMs === now).forEach(({ work }) => work());
  }
  return { wished };
}
