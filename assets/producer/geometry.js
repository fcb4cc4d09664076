/**
 * Boxes as `[x, y, width, height]` in fractions of the picture, and what becomes of them under the hand.
 *
 * @typedef {number[]} Box
 */

const SMALLEST_PULLED = 0.02;
/** What the studio takes at most and at least. */
const FAR = 3;
const SMALLEST = 0.005;
const LEAST_TO_SPREAD = 3;
/** Edges and middle of the picture. */
const LINES = [0, 0.5, 1];
const PICTURE = [0, 0, 1, 1];

/** How boxes are brought into line: one with the picture, several with each other. */
export const ARRANGEMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom', 'spread-across', 'spread-down'];

/** Whether an arrangement can do anything with so many boxes. */
export const suits = (arrangement, count) => count >= (arrangement.startsWith('spread') ? LEAST_TO_SPREAD : 1);

/** The smallest box around all of them. */
export function around(boxes) {
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height));
  return [left, top, right - left, bottom - top];
}

/** Where a box comes to lie when the frame `before` becomes `after` and it goes along. */
export function carried([x, y, width, height], before, after) {
  const across = after[2] / before[2];
  const down = after[3] / before[3];
  return possible([
    after[0] + (x - before[0]) * across,
    after[1] + (y - before[1]) * down,
    width * across,
    height * down,
  ]);
}

export function moved([x, y, width, height], [right, down], snap) {
  const [left, top] = [x + right, y + down];
  return [
    left + pull([left, left + width / 2, left + width], snap),
    top + pull([top, top + height / 2, top + height], snap),
    width,
    height,
  ];
}

/** The corner that is pulled moves, the opposite one stays. */
export function pulled([x, y, width, height], corner, [right, down], snap) {
  const [left, across] = side(x, width, corner.includes('w'), right, snap);
  const [top, up] = side(y, height, corner.includes('n'), down, snap);
  return [left, top, across, up];
}

/**
 * @param {string} arrangement one of ARRANGEMENTS
 * @param {Box[]} boxes
 * @returns {Box[]} in the same order
 */
export function arranged(arrangement, boxes) {
  const frame = boxes.length === 1 ? PICTURE : around(boxes);
  const axis = ['left', 'centre', 'right', 'spread-across'].includes(arrangement) ? 0 : 1;
  if (arrangement.startsWith('spread')) {
    return spread(boxes, frame, axis);
  }
  const share = { left: 0, top: 0, centre: 0.5, middle: 0.5, right: 1, bottom: 1 }[arrangement];
  return boxes.map((box) => possible(box.with(axis, frame[axis] + (frame[axis + 2] - box[axis + 2]) * share)));
}

/** Equal gaps between them along an axis. */
function spread(boxes, frame, axis) {
  const taken = boxes.reduce((sum, box) => sum + box[axis + 2], 0);
  const gap = (frame[axis + 2] - taken) / (boxes.length - 1);
  const places = new Map();
  let at = frame[axis];
  for (const box of [...boxes].sort((one, other) => one[axis] - other[axis])) {
    places.set(box, at);
    at += box[axis + 2] + gap;
  }
  return boxes.map((box) => possible(box.with(axis, places.get(box))));
}

/** How far a place is from the nearest line, if that is near enough; else 0. */
function pull(places, snap) {
  const ways = places.flatMap((place) => LINES.map((line) => line - place));
  const nearest = ways.reduce((best, way) => (Math.abs(way) < Math.abs(best) ? way : best), Infinity);
  return Math.abs(nearest) <= snap ? nearest : 0;
}

function side(from, length, atFront, by, snap) {
  const edge = (atFront ? from : from + length) + by;
  const snapped = edge + pull([edge], snap);
  if (atFront) {
    const front = Math.min(snapped, from + length - SMALLEST_PULLED);
    return [front, from + length - front];
  }
  return [from, Math.max(SMALLEST_PULLED, snapped - from)];
}

const possible = (box) => box.map((side, index) => Math.min(FAR, Math.max(index < 2 ? -FAR : SMALLEST, side)));
