// Loudspeakers that fall behind, and what is sent to them.
import { LatencyWatch } from '/viewer/shared/latency.js';
import { Looks } from '/viewer/shared/looks.js';
import { Loudspeaker } from '/viewer/shared/loudspeaker.js';
import { Output } from '/viewer/shared/output.js';
import { Outputs } from '/viewer/shared/outputs.js';
import { Sounds } from '/viewer/shared/sounds.js';
import { dice } from './made-up.js';

/** A loudspeaker's latency, second by second; renewed whenever that is asked for, which helps or does not. */
export function latency({ steps, helps }) {
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
}

/** A noisy clock, with one look that is far off, and a step later on. */
export function looks() {
  const looks = new Looks();
  const roll = dice(6);
  const at = [];
  for (let i = 0; i < 60; i += 1) {
    const step = i >= 40 ? 300 : 0;
    at.push(looks.add(step + roll() * 30 + (i === 20 ? 500 : 0)));
  }
  return { most: Math.max(...at.slice(0, 40)), third: at[42], last: at[59] };
}

/** A loudspeaker among made-up speakers, the first of which falls behind. */
export async function loudspeakerBehind({ allowed = true, closedMeanwhile = false }) {
  let now = 0;
  let tick = () => {};
  const done = [];
  const behind = (name) => name === 1 && now > 10_000;
  const make = () => {
    const name = (make.count = (make.count ?? 0) + 1);
    const note = (what) => done.push(`${name} ${what}`);
    return {
      running: true,
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
}

/** One whose first speaker is stopped by the system after 10 s. It may go on when it is asked, or after 30 s, or another may play. */
export async function loudspeakerStopped({ atOnce = false, others = false }) {
  let now = 0;
  let tick = () => {};
  const done = [];
  const heard = [];
  let count = 0;
  const make = () => {
    count += 1;
    const name = count;
    const note = (what) => done.push(`${name} ${what}`);
    let running = true;
    return {
      get running() {
        running = name > 1 || (now === 10_000 ? false : running || now > 30_000);
        return running;
      },
      resume: () => (running ||= atOnce),
      start: async () => (note('start'), name === 1 || others),
      stop: async () => note('stop'),
      end: async () => note('end'),
      fadeTo: () => note('fade'),
      look: () => 50,
    };
  };
  const every = (_, work) => (tick = work, 1);
  const loudspeaker = new Loudspeaker(() => {}, { make, every, stop() {}, now: () => now });
  loudspeaker.addEventListener('sound', ({ detail }) => heard.push([detail, Math.round(now / 1000)]));
  await loudspeaker.open();
  for (; now < 40_000; now += 200) {
    tick();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { done, heard };
}

/** The script of the first speaker does not come. */
export async function loudspeakerWithoutScript() {
  const done = [];
  let count = 0;
  const make = () => {
    count += 1;
    const name = count;
    return {
      start: async () => {
        if (name === 1) {
          throw new DOMException('no script', 'AbortError');
        }
        return true;
      },
      end: () => done.push(`${name} end`),
      fadeTo: () => done.push(`${name} fade`),
    };
  };
  const loudspeaker = new Loudspeaker(() => {}, { make, every: () => 1, stop() {}, now: () => 0 });
  return { allowed: [await loudspeaker.open(), await loudspeaker.open()], done };
}

/** A loudspeaker that is closed while the browser takes its time to allow it. */
export async function loudspeakerClosedAtOnce() {
  const done = [];
  const note = (what) => done.push(what);
  let allow;
  const make = () => ({
    start: () => (note('start'), new Promise((resolve) => (allow = resolve))),
    stop: async () => note('stop'),
    fadeTo: () => note('fade'),
  });
  const loudspeaker = new Loudspeaker(() => {}, { make, every: () => (note('look'), 1), stop() {}, now: () => 0 });
  const opened = loudspeaker.open();
  await loudspeaker.close();
  allow(true);
  await opened;
  return { done };
}

/** What is played goes to both speakers, and both are told where to be in it; the elder leads until it has gone. */
export function outputs() {
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
}

/** Sound that is 5 ms late is to be heard 30 ms sooner, and then 80 ms sooner still, before the speaker tells how far it is. */
export function outputAims() {
  const port = { postMessage() {} };
  const output = new Output(port, { place: () => 0, played() {}, opened() {}, settled() {} });
  output.begin(performance.timeOrigin + performance.now());
  output.aim(200);
  port.onmessage({ data: { played: 4800, madeUp: 0, lags: [], error: 5 * 48, driftPpm: 0 } });
  const lateMs = [output.lateMs];
  [170, 90].forEach((delayMs) => {
    output.aim(delayMs);
    lateMs.push(output.lateMs);
  });
  return { lateMs };
}

/** A click that the browser itself encodes and decodes, behind a gap of twenty packets. */
export async function soundsBehindGap() {
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
}
