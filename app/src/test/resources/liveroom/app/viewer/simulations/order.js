// Packets that come out of order, or not at all.
import { Order } from '/viewer/shared/order.js';
import { Reception } from '/viewer/shared/reception.js';
import { arrivals, dice } from './made-up.js';

export function orderReordered() {
  const order = new Order();
  const roll = dice(1);
  const out = [];
  for (const packet of arrivals(2000, 10, () => 20 + roll() * 25)) {
    out.push(...order.poll(packet.atMs), ...order.push(packet, packet.atMs));
  }
  const inOrder = out.every(({ number }, i) => i === 0 || number > out[i - 1].number);
  return { inOrder, delivered: out.length, patienceMs: order.patienceMs };
}

/** Reordering ends: patience goes back, so that a loss costs little. */
export function orderCalmAgain() {
  const order = new Order();
  const roll = dice(2);
  for (const packet of arrivals(3000, 10, (number) => (number < 1000 ? 20 + roll() * 60 : number % 50 === 1 ? null : 20))) {
    order.poll(packet.atMs);
    order.push(packet, packet.atMs);
  }
  return { patienceMs: order.patienceMs };
}

/** Lost pictures: nothing comes out between a gap and the next keyframe. */
export function orderGap() {
  const order = new Order((packet) => packet.keyframe);
  const out = [];
  let atMs = 0;
  const push = (number, keyframe = false) => {
    atMs += 133;
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
}

/** A picture that has to be sent again over a far link comes late; five others are never sent, and a keyframe follows. */
export function orderRepaired() {
  const order = new Order((packet) => packet.keyframe);
  const out = [];
  const note = (packets, atMs) => out.push(...packets.map(({ number }) => [number, atMs]));
  const broken = [];
  for (let atMs = 0; atMs <= 2000; atMs += 5) {
    note(order.poll(atMs), atMs);
    if (atMs % 30 === 0 && atMs !== 300 && !(atMs >= 900 && atMs < 1050)) {
      note(order.push({ number: atMs / 30, keyframe: atMs === 0 || atMs === 1050 }, atMs), atMs);
    }
    if (atMs === 440) {
      note(order.push({ number: 10, keyframe: false }, atMs), atMs);
    }
    broken.push(order.broken);
  }
  const numbers = out.slice(28, 32).map(([number]) => number);
  return { numbers, tenthMs: out[10][1], eleventhMs: out[11][1], keyframeMs: out[30][1], broken: broken.includes(true) };
}

/** A gap that nothing fills, and no end of packets behind it: only so many are held. */
export function orderFlooded() {
  const order = new Order();
  order.push({ number: 0 }, 0);
  for (let number = 2; number < 10_000; number += 1) {
    order.push({ number }, 0);
  }
  return { held: order.poll(1000).length };
}

/** A stream that is not sent for a while after its numbers have wrapped around, and then goes on where the studio is by then. */
export function orderAfterAWhile({ pictures, missing }) {
  const reception = new Reception(5, 48_000);
  const order = new Order(pictures ? (packet) => packet.keyframe : null);
  const out = [];
  let atMs = 0;
  const send = (from, to) => {
    for (let sent = from; sent < to; sent += 1) {
      atMs += 10;
      const number = reception.take(sent & 0xffff, (sent * 480) % 2 ** 32, atMs);
      const packet = { number, sent, keyframe: sent % 100 === 0 };
      out.push(...order.poll(atMs), ...order.push(packet, atMs));
    }
  };
  const before = 150_000;
  send(60_000, before);
  const delivered = out.length;
  send(before + missing, before + missing + 100);
  return { before: delivered, after: out.slice(delivered).map(({ sent }) => sent - before - missing) };
}
