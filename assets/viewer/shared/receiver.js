import { Doubles, Overtaken, Queueing } from './arrivals.js';
import { Offset, Need, PlayoutDelay } from './delay.js';
import { Figures } from './figures.js';
import { Output } from './output.js';
import { Outputs } from './outputs.js';
import { Parts, isParity } from './parts.js';
import { Pictures } from './pictures.js';
import { Reception } from './reception.js';
import { PART, PICTURE, REDUNDANT, SOUND, isRtcp, parseRtp, parseSenderReports, split } from './rtp.js';
import { Screen } from './screen.js';
import { Silence } from './silence.js';
import { SoundCheck } from './sound-check.js';
import { Sounds } from './sounds.js';
import { Spread } from './spread.js';
import { Timeline } from './timeline.js';

const LONGEST_MESSAGE = 2 * 1024 * 1024;
const MOST_STREAMS = 12;
/** Before a payload, as the studio sends it. */
const HEADERS = 32;
const POLL_MS = 5;
const STEER_MS = 50;
const REPORT_MS = 1000;
/** Sound that waits for what is missing keeps so much in hand. */
const IN_HAND_MS = 8;

const localNow = () => performance.timeOrigin + performance.now();

/**
 * The receiving end of the shared lane: messages in, pictures on a canvas and sound in a port out, on one clock. Runs in a
 * worker, or on the page where that is not possible.
 *
 * It is told `{canvas}` once; `{channel}`, and then `{further}` for each further one, or `{message, from}` (binary, and by which one,
 * if a channel could not be handed over) for each viewing;
 * `{offsetMs}` of the studio's clock; `{speaker, port}` and then `{speaker, heardMs}` while sound is wanted, `{speaker, silent}` when
 * it is not wanted there any more; `{writable}` for picture-in-picture; `{seen}` when the page is in sight and when it is not any more. It tells `{shown}`, `{keyframe}`, `{late}`, `{fail}`, `{figures}`, and
 * `{silent}` when nothing comes any more, and when something comes again.
 */
export class Receiver {
  #tell;
  #screen = null;
  #offset = new Offset();
  #delay = new PlayoutDelay();
  #pictureNeed = new Need(0.95, 1000);
  #streams = new Map();
  #early = [];
  #pictures = null;
  #sounds = null;
  #outputs = new Outputs();
  #channels = [];
  #numbered = 0;
  #parts = new Parts();
  #overtaken = new Overtaken();
  #queueing = new Queueing();
  #figures = new Figures();
  #watching = false;
  #preparing = Promise.resolve();
  #soundCheck = new SoundCheck();
  #spread = new Spread();
  #silence = new Silence((silent) => this.#tell({ silent }));
  #timers = [];

  /** @param {(message: object) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  take({ canvas, channel, further, message, from, offsetMs, speaker, port, heardMs, silent, writable, watch, seen, end }) {
    if (canvas) {
      this.#screen = new Screen(canvas, (now, seenMs, halfMs) => this.#due(now, seenMs, halfMs));
    } else if (channel !== undefined) {
      this.#begin(channel);
    } else if (further) {
      this.#hearChannel(further);
    } else if (message) {
      this.#receive(message, from);
    } else if (offsetMs !== undefined) {
      this.#offset.tell(offsetMs, localNow());
    } else if (port) {
      this.#listen(speaker, port);
    } else if (heardMs !== undefined) {
      this.#outputs.heard(speaker, heardMs);
    } else if (silent) {
      this.#unheard(speaker);
    } else if (writable !== undefined) {
      this.#screen.stream(writable);
    } else if (watch) {
      this.#watching = true;
    } else if (seen !== undefined) {
      this.#screen.seen = seen;
      this.#figures.unseen();
    } else if (end) {
      this.#end();
    }
  }

  #begin(channel) {
    this.#end();
    if (channel) {
      this.#hearChannel(channel);
    }
    this.#pictures = new Pictures({
      askKeyframe: (ssrc) => this.#tell({ keyframe: ssrc }),
      fail: (reason) => this.#tell({ fail: reason }),
      decoded: (picture) => this.#decoded(picture),
    });
    this.#decodeSound();
    this.#watching = true;
    this.#timers = [
      setInterval(() => this.#poll(), POLL_MS),
      setInterval(() => this.#steer(), STEER_MS),
      setInterval(() => this.#report(), REPORT_MS),
    ];
  }

  #hearChannel(channel) {
    this.#numbered += 1;
    const from = this.#numbered;
    this.#channels.push(channel);
    channel.binaryType = 'arraybuffer';
    channel.onmessage = ({ data }) => this.#receive(data, from);
    channel.onclose = () => {
      this.#channels = this.#channels.filter((other) => other !== channel);
    };
  }

  #end() {
    this.#timers.splice(0).forEach(clearInterval);
    this.#channels.splice(0).forEach((channel) => {
      channel.onmessage = null;
    });
    this.#parts = new Parts();
    this.#overtaken = new Overtaken();
    this.#queueing = new Queueing();
    this.#pictures?.close();
    this.#pictures = null;
    this.#sounds?.close();
    this.#sounds = null;
    this.#streams.clear();
    this.#early = [];
    this.#spread.forget();
    this.#silence.forget();
    this.#offset = new Offset();
    this.#delay.forget();
    this.#pictureNeed.forget();
    this.#outputs.begin(localNow());
    this.#figures = new Figures();
    this.#soundCheck = new SoundCheck();
  }

  /** Sound goes to that speaker too, from now on. */
  #listen(speaker, port) {
    const output = new Output(port, {
      place: (heardMs) => this.#place(heardMs),
      played: (of, figures) => of === this.#outputs.lead && this.#played(figures),
      opened: (of) => of === this.#outputs.lead && this.#delay.leap(),
      settled: (of) => of === this.#outputs.lead && this.#delay.relent(),
    });
    output.begin(localNow());
    this.#outputs.add(speaker, output);
    if (!this.#sounds) {
      this.#decodeSound();
    }
  }

  #unheard(speaker) {
    this.#outputs.remove(speaker);
    if (!this.#outputs.lead) {
      this.#decodeSound();
    }
  }

  /** Decodes sound from its beginning, if somebody hears it. */
  #decodeSound() {
    this.#sounds?.close();
    this.#outputs.begin(localNow());
    this.#sounds = this.#outputs.lead && new Sounds(this.#outputs, () => this.#tell({ fail: 'sound' }));
  }

  /** @param {number} from which connection it came by */
  #receive(data, from) {
    if (!(data instanceof ArrayBuffer) || data.byteLength > LONGEST_MESSAGE || !this.#pictures) {
      return;
    }
    const bytes = new Uint8Array(data);
    const now = localNow();
    this.#queueing.arrived(bytes.length, now);
    if (isRtcp(bytes)) {
      parseSenderReports(bytes).forEach((report) => this.#reported(report, now));
      return;
    }
    const packet = parseRtp(bytes);
    if (packet) {
      this.#overtaken.note(from, packet.ssrc, packet.sequence, this.#figures.lateMs);
      if (this.#overtaken.sudden) {
        this.#report();
      }
      this.#whole(packet, bytes).forEach((each) => this.#heard(each, HEADERS + each.payload.length, now));
    }
  }

  /** The packets that are whole now. */
  #whole(packet, bytes) {
    switch (packet.type) {
      case PICTURE:
      case SOUND:
        return [packet];
      case PART: {
        if (isParity(bytes)) {
          this.#spread.heard(localNow());
        }
        const joined = this.#parts.take(bytes);
        const picture = joined && parseRtp(joined);
        return picture?.type === PICTURE ? [picture] : [];
      }
      case REDUNDANT:
        return split(packet);
      default:
        return [];
    }
  }

  /** What comes may come by another way by now. */
  #lookAtWay(now) {
    const sinceMs = this.#spread.news(now);
    if (Number.isFinite(sinceMs)) {
      this.#pictureNeed.changed(sinceMs, now);
      this.#outputs.changed(sinceMs, now);
      this.#delay.leap();
    }
  }

  #heard(packet, length, now) {
    const stream = this.#streamOf(packet);
    if (!stream.doubles.isNew(packet.sequence)) {
      return;
    }
    const timed = {
      ...packet,
      timeline: stream.timeline,
      number: stream.reception.take(packet.sequence, packet.timestamp, now),
      ticks: stream.timeline.take(packet.timestamp, packet.captureMs),
    };
    const underWayMs = now - packet.sentMs;
    this.#silence.heard(underWayMs + this.#offset.ms, now);
    this.#figures.arrived(packet.type, length, now - stream.timeline.studioMs(timed.ticks), underWayMs, now);
    if (packet.type === PICTURE) {
      const kbps = this.#queueing.picture(packet, this.#figures.lateMs, now);
      if (Number.isFinite(kbps)) {
        this.#tell({ late: { ssrc: packet.ssrc, sequence: packet.sequence, kbps } });
      }
      this.#pictures.take(timed, now);
    } else {
      this.#soundCheck.arrived();
      this.#sounds?.take(timed, now);
    }
  }

  #streamOf({ ssrc, type }) {
    let stream = this.#streams.get(ssrc);
    if (!stream || stream.type !== type) {
      const rate = type === PICTURE ? Pictures.clockRate : Sounds.clockRate;
      stream = { type, timeline: new Timeline(rate), reception: new Reception(ssrc, rate), doubles: new Doubles() };
      this.#streams.set(ssrc, stream);
      this.#early.filter((report) => report.ssrc === ssrc).forEach((report) => stream.timeline.report(report));
      if (this.#streams.size > MOST_STREAMS) {
        const [oldest] = this.#streams.keys();
        this.#streams.delete(oldest);
        this.#pictures.forget(oldest);
      }
    }
    return stream;
  }

  #reported(report, now) {
    const stream = this.#streams.get(report.ssrc);
    if (stream) {
      stream.timeline.report(report);
      stream.reception.heardReport(report, now);
    } else {
      this.#early = [...this.#early.slice(1 - MOST_STREAMS), report];
    }
  }

  #poll() {
    const now = localNow();
    this.#silence.look(now);
    this.#queueing.look(now);
    this.#lookAtWay(now);
    this.#pictures.poll(now, this.#figures.lateMs);
    this.#sounds?.poll(now, Math.max(0, this.#delay.ms - this.#outputs.lead.need.targetMs(now) - IN_HAND_MS) || 0);
  }

  #decoded(picture) {
    const { schedule } = this.#pictures;
    this.#figures.decoded(picture.frame);
    if (schedule.old(picture, picture.readyMs)) {
      picture.frame.close();
      return;
    }
    this.#preparing = this.#preparing.then(async () => {
      await this.#screen.prepare(picture);
      this.#ready(schedule, picture);
    });
  }

  /** A picture could be shown from now on. */
  #ready(schedule, picture) {
    if (schedule !== this.#pictures?.schedule) {
      picture.frame.close();
      return;
    }
    picture.readyMs = localNow();
    const { readyMs, studioMs } = picture;
    const needMs = readyMs + this.#offset.ms - studioMs + this.#screen.leadMs + this.#screen.halfMs;
    this.#pictureNeed.add(needMs, readyMs);
    if (Number.isNaN(this.#delay.ms)) {
      this.#steer();
    }
    this.#screen.keep(picture, schedule);
  }

  /**
   * The delay of the pictures: that of the sound as it is heard, which takes its time to follow a change; without sound, what is to be.
   */
  get #shownDelayMs() {
    return this.#delay.ms + (this.#soundLateMs || 0);
  }

  get #soundLateMs() {
    return this.#outputs.lead?.lateMs ?? NaN;
  }

  /** What the screen asks at each refresh. */
  #due(now, seenMs, halfMs) {
    if (!this.#pictures) {
      return { picture: null, more: false };
    }
    const { schedule } = this.#pictures;
    const studioMs = seenMs + halfMs + this.#offset.ms - this.#shownDelayMs;
    const picture = schedule.pick(now, studioMs);
    if (picture) {
      const latencyMs = seenMs + this.#offset.ms - picture.studioMs;
      this.#figures.shown(seenMs, latencyMs, this.#delay.ms + this.#soundLateMs - latencyMs, seenMs - picture.readyMs);
      if (this.#watching) {
        this.#watching = false;
        this.#tell({ shown: true });
      }
    }
    return { picture, more: schedule.size > 0 };
  }

  /** Sets the common delay, and tells the loudspeaker where in the sound it is to be. */
  #steer() {
    const now = localNow();
    const { lead } = this.#outputs;
    this.#delay.update(this.#pictureNeed, lead?.need ?? null, now, lead?.pauses);
    this.#outputs.aim(this.#delay.ms, this.#delay.steady);
  }

  /** Which sample of the sound was captured when a speaker's beginning is heard. NaN without sound. */
  #place(heardMs) {
    const stream = this.#sounds?.stream;
    return stream ? stream.timeline.ticks(heardMs + this.#offset.ms) - stream.base : NaN;
  }

  /** The speaker that is heard tells how it got on. */
  #played({ played, madeUp, needsMs, driftPpm }) {
    if (madeUp > played / 8) {
      this.#delay.starve();
    }
    this.#figures.played({ played, madeUp, buffersMs: needsMs.map((needMs) => this.#delay.ms - needMs), driftPpm });
  }

  #report() {
    const now = localNow();
    const rtp = [...this.#streams.values()].map(({ reception }) => reception.block(now)).filter(Boolean);
    const { schedule } = this.#pictures;
    const decodeMs = this.#pictures.takeDecodeMs();
    const figures = this.#figures.take(now, this.#offset.ms, decodeMs + this.#screen.leadMs);
    if (this.#soundCheck.fails(figures)) {
      this.#tell({ fail: 'sound' });
    }
    this.#tell({
      figures: {
        ...figures,
        lossPercent: Math.max(0, ...rtp.map(({ fractionLost }) => fractionLost / 2.56)),
        decodeMs,
        playoutMs: this.#delay.ms,
        droppedFrames: schedule.dropped,
        lateFrames: schedule.late,
        overtaken: this.#overtaken.take(),
        rtp,
      },
    });
  }
}
