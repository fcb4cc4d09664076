/**
 * What of a layer is written, by the kind of its content: the members of the content that a producer edits.
 *
 * @typedef {Object} Field
 * @property {string} name of the member
 * @property {'line' | 'lines' | 'items' | 'link' | 'number' | 'duration' | 'choice'} type
 * @property {number} [max] characters
 * @property {number[]} [range]
 * @property {string[]} [choices]
 */

/** @type {Record<string, Field[]>} */
const FIELDS = {
  'image': [{ name: 'path', type: 'line', max: 1000 }],
  'text': [{ name: 'text', type: 'lines', max: 2000 }],
  'lower-third': [{ name: 'name', type: 'line', max: 200 }, { name: 'title', type: 'line', max: 300 }],
  'ticker': [{ name: 'items', type: 'items', max: 500 }, { name: 'speed', type: 'number', range: [1, 60] }],
  'clock': [{ name: 'label', type: 'line', max: 100 }, { name: 'zone', type: 'line', max: 60 }],
  'countdown': [{ name: 'label', type: 'line', max: 100 }, { name: 'seconds', type: 'duration' }],
  'product': [
    { name: 'name', type: 'line', max: 200 },
    { name: 'price', type: 'line', max: 40 },
    { name: 'oldPrice', type: 'line', max: 40 },
    { name: 'link', type: 'link', max: 500 },
    { name: 'picture', type: 'line', max: 1000 },
  ],
  'comment': [{ name: 'author', type: 'line', max: 100 }, { name: 'text', type: 'lines', max: 500 }],
  'slate': [
    { name: 'slate', type: 'choice', choices: ['starting-soon', 'be-right-back', 'thank-you'] },
    { name: 'headline', type: 'line', max: 200 },
    { name: 'detail', type: 'lines', max: 500 },
  ],
};

/** @returns {Field[]} none where there is nothing to write */
export const fieldsOf = (content) => FIELDS[content.kind] ?? [];
