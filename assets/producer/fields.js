/**
 * What of a layer a producer edits: the members of a layer (see docs/control.md) and how each is written.
 *
 * @typedef {Object} Field
 * @property {string} path of the member, such as `content.text` or `placement.box.0`
 * @property {'line' | 'lines' | 'items' | 'link' | 'number' | 'percent' | 'duration' | 'choice' | 'paint' | 'colour' | 'source'} type
 * @property {number} [max] characters
 * @property {number[]} [range] of the number as it is typed
 * @property {string[]} [choices]
 */

const line = (path, max) => ({ path, type: 'line', max });
const lines = (path, max) => ({ path, type: 'lines', max });
const number = (path, low, high) => ({ path, type: 'number', range: [low, high] });
const percent = (path, low, high) => ({ path, type: 'percent', range: [low, high] });
const choice = (path, ...choices) => ({ path, type: 'choice', choices });
const paint = (path) => ({ path, type: 'paint' });

/** @type {Record<string, Field[]>} by the kind of content */
const CONTENT = {
  'source': [
    { path: 'content.source', type: 'source' },
    percent('content.key.tolerance', 0, 100),
    percent('content.key.softness', 0, 100),
    { path: 'content.key.rgb', type: 'colour' },
  ],
  'image': [line('content.path', 1000)],
  'text': [
    lines('content.text', 2000),
    choice('content.font', 'heading', 'body', 'numbers'),
    percent('content.size', 1, 100),
    choice('content.align', 'left', 'centre', 'right'),
    paint('content.paint'),
  ],
  'lower-third': [line('content.name', 200), line('content.title', 300)],
  'ticker': [{ path: 'content.items', type: 'items', max: 500 }, number('content.speed', 1, 60)],
  'clock': [
    line('content.label', 100),
    line('content.zone', 60),
    choice('content.style', 'hours-minutes', 'hours-minutes-seconds'),
  ],
  'countdown': [line('content.label', 100), { path: 'content.seconds', type: 'duration' }],
  'product': [
    line('content.name', 200),
    line('content.price', 40),
    line('content.oldPrice', 40),
    { path: 'content.link', type: 'link', max: 500 },
    line('content.picture', 1000),
  ],
  'comment': [line('content.author', 100), lines('content.text', 500)],
  'shape': [choice('content.outline', 'rectangle', 'ellipse'), paint('content.fill')],
  'background': [
    paint('content.from'),
    paint('content.to'),
    number('content.degrees', 0, 360),
    line('content.path', 1000),
  ],
  'slate': [
    choice('content.slate', 'starting-soon', 'be-right-back', 'thank-you'),
    line('content.headline', 200),
    lines('content.detail', 500),
  ],
};

const PLACE = [
  percent('placement.box.0', -400, 400),
  percent('placement.box.1', -400, 400),
  percent('placement.box.2', 0.5, 400),
  percent('placement.box.3', 0.5, 400),
  choice('placement.fit', 'cover', 'contain', 'stretch'),
  choice('placement.flip', 'none', 'horizontal', 'vertical', 'both'),
  percent('placement.crop.left', 0, 99),
  percent('placement.crop.right', 0, 99),
  percent('placement.crop.top', 0, 99),
  percent('placement.crop.bottom', 0, 99),
];

const LOOK = [
  percent('look.opacity', 0, 100),
  percent('look.cornerRadius', 0, 50),
  percent('look.border.width', 0, 10),
  paint('look.border.paint'),
  percent('look.shadow.opacity', 0, 100),
  percent('look.shadow.blur', 0, 10),
  percent('look.shadow.drop', 0, 10),
  choice('look.blend', 'normal', 'multiply', 'screen'),
];

const MOTION = ['enter', 'exit'].flatMap((way) => [
  choice(`${way}.kind`, 'cut', 'fade', 'slide', 'scale'),
  number(`${way}.millis`, 0, 10_000),
  choice(`${way}.edge`, 'left', 'right', 'top', 'bottom'),
  choice(`${way}.ease`, 'out', 'in', 'in-out', 'linear'),
]);

/** @returns {{name: string, fields: Field[]}[]} the pages of a layer's form */
export function pagesOf(layer) {
  return [
    { name: 'content', fields: CONTENT[layer.content.kind] ?? [] },
    { name: 'place', fields: PLACE },
    { name: 'look', fields: LOOK },
    { name: 'motion', fields: MOTION },
  ];
}

/** The member of a layer at a path. */
export const memberAt = (layer, path) => path.split('.').reduce((part, name) => part?.[name], layer);

/** The same layer with another member at a path. */
export function withMember(layer, path, value) {
  const [first, ...rest] = path.split('.');
  const copy = Array.isArray(layer) ? [...layer] : { ...layer };
  copy[first] = rest.length === 0 ? value : withMember(layer[first], rest.join('.'), value);
  return copy;
}
