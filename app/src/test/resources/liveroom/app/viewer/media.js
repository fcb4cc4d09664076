// The sending end of the shared lane, as docs/protocol.md says: a picture and a tone, encoded by the browser, in RTP over data
// channels. What a test wants to go wrong, it puts into `meddle`.
const NTP_TO_UNIX_S = 2_208_988_800;
const PICTURE_MS = 1000 / 30;
const SOUND_MS = 10;
const HEADER = 32;
const now = () => performance.timeOrigin + performance.now();

function ntp(view, at, unixMs) {
  view.setUint32(at, Math.floor(unixMs / 1000) + NTP_TO_UNIX_S);
  view.setUint32(at + 4, Math.floor(((unixMs % 1000) / 1000) * 2 ** 32));
}

/** One SSRC. */
class Stream {
  constructor(type, rate) {
    Object.assign(this, { type, rate, ssrc: random(), offset: random(), sequence: random() & 0xffff, packets: 0, octets: 0 });
  }

  timestamp(unixMs) {
    return (Math.round((unixMs * this.rate) / 1000) + this.offset) % 2 ** 32;
  }

  packet(unixMs, keyframe, payload) {
    const bytes = new Uint8Array(HEADER + payload.byteLength);
    const view = new DataView(bytes.buffer);
    view.setUint8(0, 0x90);
    view.setUint8(1, 0x80 | this.type);
    view.setUint16(2, this.sequence);
    view.setUint32(4, this.timestamp(unixMs));
    view.setUint32(8, this.ssrc);
    view.setUint16(12, 0xbede);
    view.setUint16(14, 4);
    view.setUint8(16, 0x17);
    ntp(view, 17, unixMs);
    view.setUint8(25, 0x32);
    const sendTime = Math.floor((now() % 64_000) * (2 ** 18 / 1000));
    view.setUint8(26, sendTime >> 16);
    view.setUint16(27, sendTime & 0xffff);
    view.setUint8(29, 0x20);
    view.setUint8(30, keyframe ? 0xe0 : 0xc0);
    bytes.set(payload, HEADER);
    this.sequence = (this.sequence + 1) & 0xffff;
    this.packets += 1;
    this.octets += payload.byteLength;
    return bytes;
  }

  senderReport(unixMs) {
    const bytes = new Uint8Array(28);
    const view = new DataView(bytes.buffer);
    view.setUint8(0, 0x80);
    view.setUint8(1, 200);
    view.setUint16(2, 6);
    view.setUint32(4, this.ssrc);
    ntp(view, 8, unixMs);
    view.setUint32(16, this.timestamp(unixMs));
    view.setUint32(20, this.packets);
    view.setUint32(24, this.octets);
    return bytes;
  }
}

/** The parts of a packet and their parity. */
function parts(bytes, count) {
  const length = Math.ceil(bytes.length / count);
  const parity = new Uint8Array(length);
  const cut = Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length));
  cut.forEach((part) => part.forEach((byte, at) => (parity[at] ^= byte)));
  return [...cut, parity].map((part, index) => {
    const message = new Uint8Array(20 + part.length);
    message.set(bytes.subarray(0, 12));
    message.set([0x80, 0x80 | 97]);
    message.set([index, count], 12);
    new DataView(message.buffer).setUint32(16, bytes.length);
    message.set(part, 20);
    return message;
  });
}

/** A packet of sound with the one before it. */
function redundant(before, bytes) {
  const length = before.length - HEADER;
  const offset = new DataView(bytes.buffer).getUint32(4) - new DataView(before.buffer).getUint32(4);
  const message = new Uint8Array(bytes.length + 5 + length);
  message.set(bytes.subarray(0, HEADER));
  message[1] = 0x80 | 112;
  message.set([0x80 | 111, (offset >> 6) & 0xff, ((offset << 2) | (length >> 8)) & 0xff, length & 0xff, 111], HEADER);
  message.set(before.subarray(HEADER), HEADER + 5);
  message.set(bytes.subarray(HEADER), HEADER + 5 + length);
  return message;
}

const random = () => Math.floor(Math.random() * 2 ** 31);

/** Encodes once, for all channels. */
export class Media {
  channels = new Set();
  /** Over these and the first of the channels everything is spread, if there are any. */
  further = [];
  sent = 0;
  rungs = [];
  /** Called with each message and its stream; returns the messages to send. */
  meddle = (bytes) => [bytes];

  /** @param {(context: CanvasRenderingContext2D, count: number) => void} draw */
  constructor(draw, sizes) {
    this.rungs = sizes.map(([width, height]) => this.#rung(draw, width, height));
    this.current = this.rungs[0];
    this.sound = new Stream(111, 48_000);
    this.#hear();
    setInterval(() => this.#report(), 500);
  }

  add(channel) {
    channel.binaryType = 'arraybuffer';
    this.channels.add(channel);
    channel.addEventListener('close', () => this.channels.delete(channel));
    this.keyframe();
    this.#report();
  }

  keyframe() {
    this.current.wantsKeyframe = true;
  }

  /** Another rung from its next keyframe on. */
  switchTo(index) {
    this.current = this.rungs[index];
    this.keyframe();
    this.#report();
  }

  #rung(draw, width, height) {
    const stream = new Stream(96, 90_000);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const rung = { stream, wantsKeyframe: true };
    const captured = new Map();
    const encoder = new VideoEncoder({
      output: (chunk) => {
        const payload = new Uint8Array(chunk.byteLength);
        chunk.copyTo(payload);
        const unixMs = captured.get(chunk.timestamp);
        captured.delete(chunk.timestamp);
        const keyframe = chunk.type === 'key';
        if (rung === this.current) {
          this.#send(stream.packet(unixMs, keyframe, payload), stream, keyframe);
        }
      },
      error: (error) => console.error(error),
    });
    encoder.configure({
      codec: 'avc1.42e01f', width, height, bitrate: 1_000_000, framerate: 30, latencyMode: 'realtime', avc: { format: 'annexb' },
    });
    let count = 0;
    const beganMs = now();
    const next = () => {
      if (rung === this.current && encoder.encodeQueueSize < 3) {
        const unixMs = now();
        const timestamp = Math.round(performance.now() * 1000);
        captured.set(timestamp, unixMs);
        draw(context, width, height, unixMs);
        const frame = new VideoFrame(canvas, { timestamp });
        encoder.encode(frame, { keyFrame: rung.wantsKeyframe });
        rung.wantsKeyframe = false;
        frame.close();
      }
      count += 1;
      setTimeout(next, Math.max(0, beganMs + count * PICTURE_MS - now()));
    };
    next();
    return rung;
  }

  #hear() {
    const beganMs = now();
    const frames = (48_000 * SOUND_MS) / 1000;
    let sent = 0;
    let made = 0;
    const encoder = new AudioEncoder({
      output: (chunk) => {
        const payload = new Uint8Array(chunk.byteLength);
        chunk.copyTo(payload);
        this.#send(this.sound.packet(beganMs + sent * SOUND_MS, true, payload), this.sound, true);
        sent += 1;
      },
      error: (error) => console.error(error),
    });
    encoder.configure({
      codec: 'opus', sampleRate: 48_000, numberOfChannels: 2, bitrate: 96_000, opus: { frameDuration: SOUND_MS * 1000 },
    });
    setInterval(() => {
      for (; beganMs + (made + 1) * SOUND_MS <= now(); made += 1) {
        const samples = new Float32Array(frames * 2);
        for (let i = 0; i < frames; i += 1) {
          samples[i] = samples[frames + i] = 0.1 * Math.sin((2 * Math.PI * 440 * (made * frames + i)) / 48_000);
        }
        const timestamp = made * SOUND_MS * 1000;
        const data = new AudioData({
          format: 'f32-planar', sampleRate: 48_000, numberOfFrames: frames, numberOfChannels: 2, timestamp, data: samples,
        });
        encoder.encode(data);
        data.close();
      }
    }, 5);
  }

  #report() {
    [this.current.stream, this.sound].forEach((stream) => this.#out(stream.senderReport(now())));
  }

  #send(bytes, stream, keyframe) {
    this.meddle(bytes, stream, keyframe).forEach((message) => (this.further.length > 0 ? this.#spread(message, stream) : this.#out(message)));
    stream.before = bytes;
  }

  /** As docs/protocol.md says under "Further connections". */
  #spread(bytes, stream) {
    const over = [[...this.channels].at(-1), ...this.further];
    const turn = (bytes[2] << 8) | bytes[3];
    const messages = stream === this.sound ? [redundant(stream.before, bytes)] : parts(bytes, over.length - 1);
    messages.forEach((message, index) => {
      const channel = over[(turn + index) % over.length];
      if (channel.readyState === 'open' && !channel.silent) {
        channel.send(message);
      }
    });
    this.sent += 1;
  }

  #out(bytes) {
    this.channels.forEach((channel) => channel.readyState === 'open' && channel.send(bytes));
    this.sent += 1;
  }
}
