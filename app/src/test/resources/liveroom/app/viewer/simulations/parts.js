// Packets that come in parts over several connections, and sound that comes twice.
import { Doubles, Overtaken } from '/viewer/shared/arrivals.js';
import { Parts, isParity } from '/viewer/shared/parts.js';
import { parseRtp, split } from '/viewer/shared/rtp.js';
import { bytesOf, dice } from './made-up.js';

/** A packet of 15 bytes in two parts and their parity: whichever two come. */
export function parts() {
  const head = '80e1123401020304deadbeef';
  const messages = [
    `${head}000200000000000f90e0123401020304`,
    `${head}010200000000000fdeadbeef0a0b0c`,
    `${head}020200000000000f4e4dacdb0b090f04`,
  ].map(bytesOf);
  const hex = (bytes) => bytes && [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const orders = [[0, 1, 2], [0, 2, 1], [2, 1, 0], [1, 1, 0]].map((order) => {
    const joining = new Parts();
    return order.map((index) => hex(joining.take(messages[index])));
  });
  return { orders };
}

/** The same packet in two pieces of one part each, the second of which is there as parity alone. */
export function pieces() {
  const head = '80e1123401020304deadbeef';
  const messages = [
    `${head}010101010000000fdeadbeef0a0b0c`,
    `${head}000100010000000f90e0123401020304`,
    `${head}010100010000000f90e0123401020304`,
  ].map(bytesOf);
  const hex = (bytes) => bytes && [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const joining = new Parts();
  return { whole: messages.map((message) => hex(joining.take(message))), parity: messages.map(isParity) };
}

/** What nobody cuts so, and packets that never become whole: nothing comes out, nothing is thrown. */
export function partsGarbage() {
  const roll = dice(9);
  const joining = new Parts();
  let taken = 0;
  for (let i = 0; i < 20_000; i += 1) {
    const bytes = Uint8Array.from({ length: Math.floor(roll() * 60) }, () => roll() * 256);
    bytes.set([0x80, 0xe1].slice(0, bytes.length));
    if (bytes.length > 20) {
      bytes.set([i % 5, i % 4, i % 3, i % 7, 0, 0, 0, roll() * 120], 12);
    }
    const packet = joining.take(bytes);
    taken += packet ? 1 : 0;
    if (packet && (packet.length < 12 || packet.length > 120)) {
      return { error: `a packet of ${packet.length} bytes` };
    }
  }
  return { taken };
}

export function redundant() {
  const packet = parseRtp(bytesOf('80f0000100000064deadbeef' + 'ef' + '078003' + '6f' + '010203' + '0405'));
  const halves = split(packet).map(({ type, sequence, timestamp, payload }) => ({ type, sequence, timestamp, payload: [...payload] }));
  const broken = ['ef07800c6f0102030405', 'ef0780006f0102', '6f0780036f010203', 'ef078003ef01020304', 'ef0780'];
  const payloads = broken.map((hex) => split({ ...packet, payload: bytesOf(hex) }).length);
  return { halves, payloads };
}

export function arrivals() {
  const doubles = new Doubles();
  const overtaken = new Overtaken();
  const news = [65_534, 65_535, 65_534, 0, 65_535, 1].map((sequence) => doubles.isNew(sequence));
  [[1, 5, 65_534], [1, 5, 0], [1, 5, 65_535], [2, 5, 65_534], [2, 5, 3], [1, 6, 9], [1, 5, 2], [1, 5, 1], [1, 5, 30_000], [1, 5, 4], [1, 5, 5]].forEach(
    ([connection, ssrc, sequence]) => overtaken.note(connection, ssrc, sequence),
  );
  const sudden = [overtaken.sudden];
  const counts = [overtaken.take(), overtaken.take()];
  for (const [count, late] of [[1, 1], [2, 2], [3, 2], [4, 0], [5, 2]]) {
    overtaken.note(1, 7, 100 * count);
    Array.from({ length: late }, (_, i) => overtaken.note(1, 7, 100 * count - 50 + i, 20));
    overtaken.note(1, 7, 100 * count - 1, 200);
    sudden.push(overtaken.sudden);
    overtaken.take();
  }
  return { news, counts, sudden };
}
