/** Grades, best first. */
export const GRADES = Object.freeze(['excellent', 'good', 'fair', 'poor', 'none']);

/**
 * What the receiving end can tell of the last second. Members that are not known are NaN.
 *
 * @typedef {Object} Sample
 * @property {number} fps
 * @property {number} kbps picture and sound
 * @property {number} width
 * @property {number} height
 * @property {number} rttMs
 * @property {number} lossPercent of packets, picture and sound
 * @property {number} droppedFrames since the beginning
 * @property {number} freezes since the beginning
 * @property {number} videoBufferMs
 * @property {number} audioBufferMs
 * @property {number} concealedPercent of the sound
 */

/** Makes samples of the statistics of one peer connection (W3C webrtc-stats). */
export class QualityMeter {
  #connection;
  #before = null;

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  /** @returns {Promise<Sample>} */
  async sample() {
    const now = pick(await this.#connection.getStats());
    const before = this.#before ?? {};
    this.#before = now;
    const since = (kind, name) => (now[kind]?.[name] ?? NaN) - (before[kind]?.[name] ?? NaN);
    const seconds = (now.video?.timestamp - before.video?.timestamp) / 1000;
    const both = (name) => since('video', name) + zero(since('audio', name));
    const lost = both('packetsLost');
    const total = lost + both('packetsReceived');
    const buffered = (kind) => (since(kind, 'jitterBufferDelay') / since(kind, 'jitterBufferEmittedCount')) * 1000;
    return {
      fps: since('video', 'framesDecoded') / seconds,
      kbps: (both('bytesReceived') * 8) / 1000 / seconds,
      width: now.video?.frameWidth ?? NaN,
      height: now.video?.frameHeight ?? NaN,
      rttMs: (now.pair?.currentRoundTripTime ?? NaN) * 1000,
      lossPercent: total > 0 ? Math.max(0, (lost / total) * 100) : NaN,
      droppedFrames: now.video?.framesDropped ?? NaN,
      freezes: now.video?.freezeCount ?? NaN,
      newFreezes: since('video', 'freezeCount'),
      videoBufferMs: buffered('video'),
      audioBufferMs: buffered('audio'),
      concealedPercent: concealed(since),
    };
  }
}

/** @param {Sample} sample */
export function grade(sample) {
  if (!(sample.kbps > 0)) {
    return 'none';
  }
  const worse = (excellent, good, fair) => (value) => (value > fair ? 3 : value > good ? 2 : value > excellent ? 1 : 0);
  const marks = [
    worse(0.5, 2, 5)(zero(sample.lossPercent)),
    worse(120, 250, 500)(zero(sample.rttMs)),
    worse(1, 5, 15)(zero(sample.concealedPercent)),
    zero(sample.newFreezes) > 0 ? 2 : 0,
    sample.fps < 5 ? 3 : sample.fps < 12 ? 2 : 0,
  ];
  return GRADES[Math.max(...marks)];
}

const zero = (value) => (Number.isFinite(value) ? value : 0);

function pick(stats) {
  const found = {};
  stats.forEach((entry) => {
    if (entry.type === 'inbound-rtp') {
      found[entry.kind] = entry;
    } else if (entry.type === 'transport' && entry.selectedCandidatePairId) {
      found.pair = stats.get(entry.selectedCandidatePairId);
    } else if (entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded') {
      found.pair ??= entry;
    }
  });
  return found;
}

/** Sound that was made up because none had come; silence that nobody hears is not counted. */
function concealed(since) {
  const heard = since('audio', 'concealedSamples') - zero(since('audio', 'silentConcealedSamples'));
  return Math.max(0, (heard / since('audio', 'totalSamplesReceived')) * 100);
}
