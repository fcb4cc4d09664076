// The shared lane's pure parts, run through made-up networks and clocks: no time passes. Each simulation returns figures; the
// tests judge them.
import { StudioClock } from '/viewer/clock.js';
import { Doubles, Overtaken } from '/viewer/shared/arrivals.js';
import { Need, PlayoutDelay } from '/viewer/shared/delay.js';
import { LatencyWatch } from '/viewer/shared/latency.js';
import { Looks } from '/viewer/shared/looks.js';
import { Loudspeaker } from '/viewer/shared/loudspeaker.js';
import { Order } from '/viewer/shared/order.js';
import { Outputs } from '/viewer/shared/outputs.js';
import { Parts } from '/viewer/shared/parts.js';
import { Playout } from '/viewer/shared/playout.js';
import { Reception } from '/viewer/shared/reception.js';
import { Unwrapper, isRtcp, parseRtp, parseSenderReports, split } from '/viewer/shared/rtp.js';
import { Schedule } from '/viewer/shared/schedule.js';
import { Sounds } from '/viewer/shared/sounds.js';
import { Timeline } from '/viewer/shared/timeline.js';
import { codecOf } from '/viewer/shared/avc.js';

/** The same numbers every time, from 0 to 1 (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))];
const from = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));

/** An hour of a stream from packets in a row, each late by `transit(number)`; null: lost. In the order of arrival. */
function arrivals(count, everyMs, transit) {
  const all = [];
  for (let number = 0; number < count; number += 1) {
    const late = transit(number);
    if (late !== null) {
      all.push({ number, sentMs: number * everyMs, atMs: number * everyMs + late });
    }
  }
  return all.sort((a, b) => a.atMs - b.atMs);
}

export const simulations = {
  rtpPacket() {
    // V=2, X, marker, PT 96, sequence 0x1234, timestamp 0x01020304, SSRC 0xdeadbeef; capture time and frame marking; three bytes.
    const bytes = from('90e0123401020304deadbeefbede000317e7ae2f1080000000' + '20e0' + '00' + '0a0b0c');
    const { type, sequence, timestamp, ssrc, captureMs, keyframe, payload } = parseRtp(bytes);
    return { type, sequence, timestamp, ssrc, captureMs, keyframe, payload: [...payload] };
  },

  rtpWithEverything() {
    // Padding of 4, two CSRCs, an extension of another profile.
    const packet = parseRtp(from('b2600001000000020000000300000004000000051000000100000000' + 'aabb' + '00000004'));
    return { payload: [...packet.payload], keyframe: packet.keyframe, captureMs: String(packet.captureMs) };
  },

  senderReports() {
    // Two sender reports with a description between them.
    const report = (ssrc) => `80c80006${ssrc}e7ae2f1080000000000003e8000000010000000a`;
    const bytes = from(report('00000007') + '81ca0003' + '000000070104616e6100' + '0000' + report('00000008'));
    return { rtcp: isRtcp(bytes), reports: parseSenderReports(bytes) };
  },

  garbage() {
    const roll = dice(7);
    let taken = 0;
    const valid = from('90e0123401020304deadbeefbede000317e7ae2f108000000020e0000a0b0c');
    for (let i = 0; i < 20_000; i += 1) {
      const bytes =
        i % 2
          ? Uint8Array.from({ length: Math.floor(roll() * 80) }, () => roll() * 256)
          : valid.map((byte) => (roll() < 0.1 ? roll() * 256 : byte)).subarray(0, Math.ceil(roll() * valid.length));
      const packet = parseRtp(bytes);
      taken += packet ? 1 : 0;
      if (packet && packet.payload.length === 0) {
        return { error: 'an empty packet' };
      }
      parseSenderReports(bytes);
      codecOf(bytes);
    }
    return { taken };
  },

  /** A packet of 15 bytes in two parts and their parity: whichever two come. */
  parts() {
    const head = '80e1123401020304deadbeef';
    const messages = [
      `${head}000200000000000f90e0123401020304`,
      `${head}010200000000000fdeadbeef0a0b0c`,
      `${head}020200000000000f4e4dacdb0b090f04`,
    ].map(from);
    const hex = (bytes) => bytes && [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const orders = [[0, 1, 2], [0, 2, 1], [2, 1, 0], [1, 1, 0]].map((order) => {
      const parts = new Parts();
      return order.map((index) => hex(parts.take(messages[index])));
    });
    return { orders };
  },

  /** What nobody cuts so, and packets that never become whole: nothing comes out, nothing is thrown. */
  partsGarbage() {
    const roll = dice(9);
    const parts = new Parts();
    let taken = 0;
    for (let i = 0; i < 20_000; i += 1) {
      const bytes = Uint8Array.from({ length: Math.floor(roll() * 60) }, () => roll() * 256);
      bytes.set([0x80, 0xe1].slice(0, bytes.length));
      if (bytes.length > 20) {
        bytes.set([i % 5, i % 4, 0, 0, 0, 0, 0, roll() * 120], 12);
      }
      const packet = parts.take(bytes);
      taken += packet ? 1 : 0;
      if (packet && (packet.length < 12 || packet.length > 120)) {
        return { error: `a packet of ${packet.length} bytes` };
      }
    }
    return { taken };
  },

  redundant() {
    const packet = parseRtp(from('80f0000100000064deadbeef' + 'ef' + '078003' + '6f' + '010203' + '0405'));
    const halves = split(packet).map(({ type, sequence, timestamp, payload }) => ({ type, sequence, timestamp, payload: [...payload] }));
    const broken = ['ef07800c6f0102030405', 'ef0780006f0102', '6f0780036f010203', 'ef078003ef01020304', 'ef0780'];
    const payloads = broken.map((hex) => split({ ...packet, payload: from(hex) }).length);
    return { halves, payloads };
  },

  arrivals() {
    const doubles = new Doubles();
    const overtaken = new Overtaken();
    const news = [65_534, 65_535, 65_534, 0, 65_535, 1].map((sequence) => doubles.isNew(sequence));
    [[1, 5, 65_534], [1, 5, 0], [1, 5, 65_535], [2, 5, 65_534], [2, 5, 3], [1, 6, 9], [1, 5, 2], [1, 5, 1]].forEach(
      ([connection, ssrc, sequence]) => overtaken.note(connection, ssrc, sequence),
    );
    return { news, counts: [overtaken.take(), overtaken.take()] };
  },

  unwrapping() {
    const sequences = new Unwrapper(16);
    const base = sequences.take(65_533);
    return [65_534, 0, 65_535, 2, 1].map((sequence) => sequences.take(sequence) - base);
  },

  /** RFC 3550, appendix A.3 and A.8. */
  receptionReport() {
    const reception = new Reception(5, 90_000);
    for (let number = 0; number < 100; number += 1) {
      if (number % 10 !== 3) {
        reception.take((65_500 + number) & 0xffff, number * 3000, number * (1000 / 30) + (number % 2) * 10);
      }
    }
    reception.heardReport({ middle: 0x12345678 }, 1000);
    return { first: reception.block(1500), silent: reception.block(2000) };
  },

  codec() {
    return [codecOf(from('000000010910' + '00000001' + '6742c01fda')), codecOf(from('0000000141e0'))];
  },

  orderReordered() {
    const order = new Order();
    const roll = dice(1);
    const out = [];
    for (const packet of arrivals(2000, 10, () => 20 + roll() * 25)) {
      out.push(...order.poll(packet.atMs), ...order.push(packet, packet.atMs));
    }
    const inOrder = out.every(({ number }, i) => i === 0 || number > out[i - 1].number);
    return { inOrder, delivered: out.length, patienceMs: order.patienceMs };
  },

  /** Reordering ends: patience goes back, so that a loss costs little. */
  orderCalmAgain() {
    const order = new Order();
    const roll = dice(2);
    for (const packet of arrivals(3000, 10, (number) => (number < 1000 ? 20 + roll() * 60 : number % 50 === 1 ? null : 20))) {
      order.poll(packet.atMs);
      order.push(packet, packet.atMs);
    }
    return { patienceMs: order.patienceMs };
  },

  /** Lost pictures: nothing comes out between a gap and the next keyframe. */
  orderGap() {
    const order = new Order((packet) => packet.keyframe);
    const out = [];
    let atMs = 0;
    const push = (number, keyframe = false) => {
      atMs += 33;
      out.push(...order.poll(atMs), ...order.push({ number, keyframe }, atMs));
    };
    push(4);
    push(5, true);
    push(6);
    push(8);
    push(9);
    const broken = [];
    push(10);
    broken.push(order.broken);
    push(12, true);
    push(13);
    broken.push(order.broken);
    return { out: out.map(({ number }) => number), broken };
  },

  orderFlooded() {
    const order = new Order(() => false);
    for (let number = 0; number < 10_000; number += 1) {
      order.push({ number: number * 7 }, number);
    }
    return { delivered: order.poll(20_000).length, broken: order.broken };
  },

  timeline() {
    const timeline = new Timeline(90_000);
    const beganMs = 1_764_000_000_000;
    const ticks = timeline.take(4_294_900_000, beganMs + 7); // one capture, 7 ms off
    const before = timeline.studioMs(ticks) - beganMs;
    timeline.report({ timestamp: 4_294_900_000, ntpMs: beganMs });
    const wrapped = timeline.take((4_294_900_000 + 90_000) % 2 ** 32, NaN);
    return { before, after: timeline.studioMs(ticks) - beganMs, second: timeline.studioMs(wrapped) - beganMs };
  },

  /** The clock: an asymmetric, jittery network, and a viewer whose crystal is 40 ppm off. */
  clock() {
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
    return { p95: percentile(errors, 0.95), worst: Math.max(...errors) };
  },

  clockLied() {
    const clock = new StudioClock();
    clock.take({ t0: 10, t1: 100, t2: 200, t3: 20 });
    return { offset: String(clock.offsetMs) };
  },

  /** The common delay over a network that gets worse for a while. */
  delay() {
    const roll = dice(4);
    const sound = new Need(0.99);
    const picture = new Need(0.95, 1000);
    const delay = new PlayoutDelay();
    const track = [];
    let late = 0;
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
        late += nowMs > 35_000 && rough ? 1 : 0;
      }
      if (nowMs % 50 === 0) {
        const before = delay.ms;
        delay.update(picture, sound, nowMs);
        steepest = Math.max(steepest, nowMs > 70_000 ? Math.abs(delay.ms - before) / 0.05 : 0);
        track.push({ nowMs, ms: delay.ms });
      }
    }
    const at = (ms) => track.find(({ nowMs }) => nowMs >= ms).ms;
    return { calm: at(25_000), rough: at(49_000), after: at(119_000), late, steepest };
  },

  /** Three seconds of a page that is being loaded, then quiet. */
  delayAfterBadBeginning() {
    const need = new Need(0.95, 1000);
    const at = {};
    for (let nowMs = 0; nowMs <= 6000; nowMs += 33) {
      need.add(nowMs < 3000 ? 300 : 40, nowMs);
      at[Math.ceil(nowMs / 1000)] = need.targetMs(nowMs);
    }
    return { loading: at[3], quiet: at[6] };
  },

  /** A loudspeaker's latency, second by second; renewed whenever that is asked for, which helps or does not. */
  latency({ steps, helps }) {
    const watch = new LatencyWatch();
    const renewedAt = [];
    let latencyMs = 0;
    watch.opened(0);
    for (let nowMs = 0; nowMs < 600_000; nowMs += 200) {
      latencyMs = steps.find(([atMs]) => atMs === nowMs)?.[1] ?? latencyMs;
      if (watch.look(latencyMs, nowMs)) {
        renewedAt.push(nowMs / 1000);
        watch.renewed(nowMs);
        latencyMs = helps ? 50 : latencyMs;
      }
    }
    return { renewedAt };
  },

  /** A noisy clock, with one look that is far off, and a step later on. */
  looks() {
    const looks = new Looks();
    const roll = dice(6);
    const at = [];
    for (let i = 0; i < 60; i += 1) {
      const step = i >= 40 ? 300 : 0;
      at.push(looks.add(step + roll() * 30 + (i === 20 ? 500 : 0)));
    }
    return { most: Math.max(...at.slice(0, 40)), third: at[42], last: at[59] };
  },

  /** A loudspeaker among made-up speakers, the first of which falls behind. */
  async loudspeakerBehind({ allowed = true, closedMeanwhile = false }) {
    let now = 0;
    let tick = () => {};
    const done = [];
    const behind = (name) => name === 1 && now > 10_000;
    const make = () => {
      const name = (make.count = (make.count ?? 0) + 1);
      const note = (what) => done.push(`${name} ${what}`);
      return {
        start: async () => (note('start'), name === 1 || allowed),
        stop: async () => note('stop'),
        end: async () => note('end'),
        fadeTo: (volume) => note(`fade ${volume}`),
        look: () => (behind(name) ? 200 : 50),
      };
    };
    const every = (_, work) => (tick = work, 1);
    const loudspeaker = new Loudspeaker(() => {}, { make, every, stop: () => (tick = () => {}), now: () => now });
    loudspeaker.volume = 0.5;
    await loudspeaker.open();
    for (; now < 25_000; now += 200) {
      tick();
      if (closedMeanwhile && make.count === 2) {
        await loudspeaker.close();
      }
      await Promise.resolve();
      await Promise.resolve();
    }
    return { done };
  },

  /** What is played goes to both speakers, and both are told where to be in it; the elder leads until it has gone. */
  outputs() {
    const sent = [];
    const output = (name) => ({
      name,
      send: (message, transfer) => sent.push([name, transfer.length]),
      close: () => sent.push([name, 'closed']),
    });
    const outputs = new Outputs();
    const leads = [outputs.lead];
    outputs.add(1, output('elder'));
    outputs.add(2, output('younger'));
    leads.push(outputs.lead.name);
    outputs.send({}, ['samples']);
    outputs.remove(1);
    leads.push(outputs.lead.name);
    return { leads, sent };
  },

  /** A click that the browser itself encodes and decodes, behind a gap of twenty packets. */
  async soundsBehindGap() {
    const CLICK = 90 * 480 + 240;
    const encoded = [];
    const encoder = new AudioEncoder({ output: (chunk) => encoded.push(chunk), error: (error) => { throw error; } });
    encoder.configure({ codec: 'opus', sampleRate: 48_000, numberOfChannels: 2, opus: { frameDuration: 10_000 } });
    for (let number = 0; number < 120; number += 1) {
      const samples = new Float32Array(960);
      if (number === 90) {
        samples.fill(0.9, 240, 260);
        samples.fill(0.9, 720, 740);
      }
      const data = new AudioData({
        format: 'f32-planar', sampleRate: 48_000, numberOfFrames: 480, numberOfChannels: 2, timestamp: number * 10_000, data: samples,
      });
      encoder.encode(data);
      data.close();
    }
    await encoder.flush();
    const blocks = [];
    const wrong = [];
    const sounds = new Sounds({ send: (block) => block.channels && blocks.push(block) }, () => wrong.push('failed'));
    let taken = 0;
    for (const [number, chunk] of encoded.entries()) {
      const payload = new Uint8Array(chunk.byteLength);
      chunk.copyTo(payload);
      if (number < 40 || number >= 60) {
        taken += 1;
        sounds.take({ ssrc: 1, number, ticks: number * 480, payload, timeline: null }, number * 10);
        sounds.poll(number * 10, 0);
      }
      while (blocks.length < taken - 10 && wrong.length === 0) {
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    while (blocks.length < taken && wrong.length === 0) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    const { base } = sounds.stream;
    sounds.close();
    const loudest = blocks
      .flatMap(({ first, channels: [left] }) => Array.from(left, (value, i) => ({ at: first + i + base, level: Math.abs(value) })))
      .reduce((most, sample) => (sample.level > most.level ? sample : most));
    return { wrong, lateMs: (loudest.at - CLICK) / 48 };
  },

  schedule() {
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
  },

  scheduleOverrun() {
    let open = 0;
    const schedule = new Schedule();
    for (let i = 0; i < 1000; i += 1) {
      open += 1;
      schedule.add({ frame: { close: () => (open -= 1) }, studioMs: i * 33, readyMs: i });
    }
    const most = open;
    schedule.clear();
    return { most, open };
  },

  /** Ten minutes of sound with another crystal than the loudspeaker's. */
  playoutDrift({ ppm }) {
    return play({ seconds: 600, ppm, lost: () => false, jitterMs: 5 });
  },

  /** A tone with a packet missing every half second: nothing may click. */
  playoutLoss() {
    return play({ seconds: 30, ppm: 0, lost: (number) => number > 50 && number % 50 === 0, jitterMs: 5 });
  },

  /** The aim moves by 20 ms: it is followed without a jump. */
  playoutMoved() {
    return play({ seconds: 30, ppm: 0, lost: () => false, jitterMs: 5, move: { atSeconds: 10, ms: 20 } });
  },

  /** The aim moves by half a second: it jumps, once, and does not click. */
  playoutJump() {
    return play({ seconds: 30, ppm: 0, lost: () => false, jitterMs: 5, move: { atSeconds: 10, ms: 500 } });
  },

  /** Nothing comes for two seconds. */
  playoutCut() {
    return play({ seconds: 20, ppm: 0, lost: (number) => number > 500 && number < 700, jitterMs: 5 });
  },

  /** A second player begins in the middle, in blocks of its own, and is faded over to. */
  playoutTakenOver() {
    const PERIOD = 48_000 / 440;
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
  },

  playoutGarbage() {
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
  },
};

/** Plays a tone through a Playout, block by block, and looks at what comes out. */
function play({ seconds, ppm, lost, jitterMs, move }) {
  const PERIOD = 48_000 / 440;
  const playout = new Playout();
  const roll = dice(5);
  const drift = 1 + ppm * 1e-6;
  const delay = 48 * 40;
  const out = [new Float32Array(128), new Float32Array(128)];
  const blocks = arrivals(seconds * 100, 10, () => roll() * jitterMs).filter(({ number }) => !lost(number));
  let next = 0;
  let previous = NaN;
  let steepest = 0;
  let jumps = 0;
  let madeUp = 0;
  let heard = 0;
  let silent = 0;
  let figures = null;
  const errors = [];
  for (let frame = 0; frame < seconds * 48_000; frame += 128) {
    const moved = move && frame > move.atSeconds * 48_000 ? move.ms * 48 : 0;
    // The sender's clock runs at `drift` of ours; sample 0 was made at frame 0.
    playout.aim(frame * drift - frame - delay - moved + 4800);
    for (; next < blocks.length && blocks[next].atMs * 48 <= frame * drift; next += 1) {
      const first = blocks[next].number * 480 + 4800;
      const samples = Float32Array.from({ length: 480 }, (_, i) => 0.5 * Math.sin((2 * Math.PI * (first + i)) / PERIOD));
      playout.write(first, [samples, samples], frame);
    }
    playout.read(out, frame);
    if (frame > 24_000) {
      for (const sample of out[0]) {
        steepest = Math.max(steepest, Math.abs(sample - previous) || 0);
        previous = sample;
      }
      heard += Math.max(...out[0]) > 0.4 ? 1 : 0;
      silent += Math.max(...out[0]) < 0.01 ? 1 : 0;
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
    // The steepest that the tone itself is, between two samples.
    steepness: steepest / (0.5 * 2 * Math.sin(Math.PI / PERIOD)),
    jumps,
    madeUp,
    heard,
    silent,
    errorMsP95: percentile(errors, 0.95),
    driftPpm: figures.driftPpm,
  };
}
