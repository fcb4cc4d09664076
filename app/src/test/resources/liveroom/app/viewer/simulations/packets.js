// What is read from packets, and said of them.
import { codecOf } from '/viewer/shared/avc.js';
import { Reception } from '/viewer/shared/reception.js';
import { Unwrapper, isRtcp, parseRtp, parseSenderReports } from '/viewer/shared/rtp.js';
import { bytesOf, dice } from './made-up.js';

export function rtpPacket() {
  // V=2, X, marker, PT 96, sequence 0x1234, timestamp 0x01020304, SSRC 0xdeadbeef; capture time, send time 40 ms later and frame marking; three bytes.
  const bytes = bytesOf('90e0123401020304deadbeefbede000417e7ae2f1080000000' + '324228f5' + '20e0' + '00' + '0a0b0c');
  const { type, sequence, timestamp, ssrc, captureMs, sentMs, keyframe, payload } = parseRtp(bytes);
  return { type, sequence, timestamp, ssrc, captureMs, sentMs, keyframe, payload: [...payload] };
}

/** Captured some 4 ms before, and sent 36 ms after the time of sending counts anew. */
export function rtpAcrossTheWrap() {
  const { captureMs, sentMs } = parseRtp(bytesOf('90e0123401020304deadbeefbede000417e7ae2f3fff000000' + '320024f5' + '20e0' + '00' + '0a'));
  return { inStudioMs: sentMs - captureMs };
}

export function rtpWithEverything() {
  // Padding of 4, two CSRCs, an extension of another profile.
  const packet = parseRtp(bytesOf('b2600001000000020000000300000004000000051000000100000000' + 'aabb' + '00000004'));
  return { payload: [...packet.payload], keyframe: packet.keyframe, captureMs: String(packet.captureMs) };
}

export function senderReports() {
  // Two sender reports with a description between them.
  const report = (ssrc) => `80c80006${ssrc}e7ae2f1080000000000003e8000000010000000a`;
  const bytes = bytesOf(report('00000007') + '81ca0003' + '000000070104616e6100' + '0000' + report('00000008'));
  return { rtcp: isRtcp(bytes), reports: parseSenderReports(bytes) };
}

export function garbage() {
  const roll = dice(7);
  let taken = 0;
  const valid = bytesOf('90e0123401020304deadbeefbede000417e7ae2f1080000000324228f520e0000a0b0c');
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
}

export function unwrapping() {
  const sequences = new Unwrapper(16);
  const base = sequences.take(65_533);
  return { numbers: [65_534, 0, 65_535, 2, 1].map((sequence) => sequences.take(sequence) - base) };
}

/** RFC 3550, appendix A.3 and A.8. */
export function receptionReport() {
  const reception = new Reception(5, 90_000);
  for (let number = 0; number < 100; number += 1) {
    if (number % 10 !== 3) {
      reception.take((65_500 + number) & 0xffff, number * 3000, number * (1000 / 30) + (number % 2) * 10);
    }
  }
  reception.heardReport({ middle: 0x12345678 }, 1000);
  return { first: reception.block(1500), silent: reception.block(2000) };
}

export function codec() {
  return { codecs: [codecOf(bytesOf('000000010910' + '00000001' + '6742c01fda')), codecOf(bytesOf('0000000141e0'))] };
}
