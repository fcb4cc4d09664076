import { text } from './messages.js';

const LONGEST_NAME = 80;
const FADE = { kind: 'fade', millis: 300, ease: 'out', edge: 'bottom' };
const slide = (edge) => ({ kind: 'slide', millis: 450, ease: 'out', edge });

/** Where a new layer of each kind is, in fractions of the picture. */
const BOXES = {
  'source': [0.55, 0.12, 0.38, 0.38],
  'image': [0.06, 0.08, 0.2, 0.14],
  'text': [0.06, 0.08, 0.5, 0.12],
  'lower-third': [0.06, 0.75, 0.42, 0.15],
  'ticker': [0, 0.84, 1, 0.08],
  'clock': [0.8, 0.06, 0.14, 0.09],
  'countdown': [0.38, 0.4, 0.24, 0.2],
  'product': [0.62, 0.42, 0.32, 0.48],
  'comment': [0.06, 0.64, 0.5, 0.24],
  'shape': [0.3, 0.3, 0.4, 0.4],
  'background': [0, 0, 1, 1],
  'slate': [0, 0, 1, 1],
};

const EDGES = { 'lower-third': 'left', 'comment': 'left', 'ticker': 'bottom', 'product': 'right' };

/** The kinds of layer, as in the window's menu. */
export const KINDS = Object.keys(BOXES);

/** The ready layouts of a scene. */
export const LAYOUTS = ['solo', 'side-by-side', 'picture-in-picture', 'screen-with-speaker', 'interview', 'product'];

/** Cut to a number of UTF-16 units without halving a character. */
export const cut = (words, longest) => words.slice(0, longest).replace(/\p{Surrogate}$/u, '');

/** An identifier such as `text-2` that none of the items has. */
export function freshId(kind, items) {
  const taken = new Set(items.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${kind}-${number}`)) {
    number += 1;
  }
  return `${kind}-${number}`;
}

/** The name, with the first number that makes it another than the items'. */
export function freshName(wanted, items) {
  const taken = new Set(items.map(({ name }) => name));
  const base = cut(wanted, LONGEST_NAME - 4);
  let name = base;
  for (let number = 2; taken.has(name); number += 1) {
    name = `${base} ${number}`;
  }
  return name;
}

/** A layer of that kind that fits among others, as the window makes it. */
export function freshLayer(kind, others) {
  const motion = EDGES[kind] ? slide(EDGES[kind]) : FADE;
  const shadow = kind === 'product' ? { shadow: { blur: 0.025, drop: 0.008, opacity: 0.35 } } : {};
  return {
    id: freshId(kind, others),
    name: freshName(text(`kind.${kind}`), others),
    content: contentOf(kind),
    placement: { box: BOXES[kind], fit: kind === 'image' ? 'contain' : 'cover' },
    look: shadow,
    enter: motion,
    exit: motion,
  };
}

function contentOf(kind) {
  switch (kind) {
    case 'image':
      return { kind, path: 'kit:logo' };
    case 'text':
      return { kind, text: text('new.text'), font: 'heading', size: 0.08 };
    case 'lower-third':
      return { kind, name: text('new.name'), title: text('new.title') };
    case 'ticker':
      return { kind, items: [text('new.ticker')] };
    case 'countdown':
      return { kind, seconds: 300 };
    case 'product':
      return { kind, name: text('new.product'), price: text('new.price') };
    case 'comment':
      return { kind, author: text('new.author'), text: text('new.comment') };
    case 'background':
      return { kind, to: 'surface', degrees: 90 };
    case 'source':
      return { kind, source: 'main' };
    case 'slate':
      return { kind, slate: 'starting-soon' };
    default:
      return { kind };
  }
}
