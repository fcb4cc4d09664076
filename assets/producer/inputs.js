import { make } from '/viewer/dom.js';
import { duration, seconds } from './desk.js';
import { cut } from './fresh.js';
import { text } from './messages.js';

const PAINTS = [
  'primary',
  'on-primary',
  'accent',
  'on-accent',
  'surface',
  'on-surface',
  'background',
  'on-background',
];
const OWN = 'own';

/**
 * What one field of a form is written in.
 *
 * @typedef {Object} Input
 * @property {HTMLElement} element goes into the form
 * @property {HTMLElement} control has the field's label
 * @property {() => string} typed what stands in it
 */

/**
 * @param {import('./fields.js').Field} field
 * @param {unknown} value of the layer's member
 * @param {string[]} sources that may be chosen
 * @returns {Input}
 */
export function inputOf(field, value, sources) {
  switch (field.type) {
    case 'choice':
      return select(field.choices.map((choice) => [choice, text(`choice.${choice}`)]), value);
    case 'source':
      return select([...new Set([value, ...sources])].map((source) => [source, sourceName(source)]), value);
    case 'paint':
      return paint(value);
    case 'colour':
      return colour(value);
    default:
      return written(field, value);
  }
}

function select(options, value) {
  const control = make('select', 'field');
  control.append(...options.map(([option, name]) => new Option(name, option)));
  control.value = value;
  return { element: control, control, typed: () => control.value };
}

const sourceName = (source) => (['main', 'test', 'none'].includes(source) ? text(`source.${source}`) : source);

function colour(value) {
  const control = make('input', 'field field-colour');
  control.type = 'color';
  control.value = value.slice(0, 7);
  const begun = control.value;
  return { element: control, control, typed: () => (control.value === begun ? value : control.value) };
}

/** One of the brand's colours, which follow the kit, or one of the show's own. */
function paint(value) {
  const own = value.startsWith('#');
  const roles = select([...PAINTS.map((role) => [role, text(`paint.${role}`)]), [OWN, text('paint.own')]], own ? OWN : value);
  const mixed = colour(own ? value : '#ffffff');
  mixed.control.setAttribute('aria-label', text('paint.own'));
  mixed.control.hidden = !own;
  roles.control.addEventListener('change', () => (mixed.control.hidden = roles.typed() !== OWN));
  const element = make('span', 'editor-paint');
  element.append(roles.element, mixed.element);
  return { element, control: roles.control, typed: () => (roles.typed() === OWN ? mixed.typed() : roles.typed()) };
}

function written(field, value) {
  const long = field.type === 'lines' || field.type === 'items';
  const control = make(long ? 'textarea' : 'input', 'field');
  control.dir = 'auto';
  if (long) {
    control.rows = 3;
  } else {
    control.type = field.type === 'link' ? 'url' : 'text';
    control.inputMode = { number: 'decimal', percent: 'decimal', link: 'url' }[field.type] ?? 'text';
  }
  if (field.max && field.type !== 'items') {
    control.maxLength = field.max;
  }
  control.value = shown(field, value);
  return { element: control, control, typed: () => control.value };
}

/** A member as it is typed. */
function shown({ type }, value) {
  switch (type) {
    case 'items':
      return (value ?? []).join('\n');
    case 'duration':
      return duration(value ?? 0);
    case 'percent':
      return String(Math.round(value * 10_000) / 100);
    default:
      return String(value ?? '');
  }
}

/**
 * What has been typed, as the member that it means.
 *
 * @returns {{value: unknown} | {complaint: string}}
 */
export function read({ type, max, range }, typed) {
  switch (type) {
    case 'items':
      return { value: typed.split('\n').map((item) => cut(item.trim(), max)).filter(Boolean) };
    case 'duration':
      return Number.isNaN(seconds(typed)) ? { complaint: text('edit.duration') } : { value: seconds(typed) };
    case 'number':
    case 'percent': {
      const value = Number(typed.replace(',', '.'));
      if (typed.trim() === '' || !(value >= range[0] && value <= range[1])) {
        return { complaint: text('edit.number', range[0], range[1]) };
      }
      return { value: type === 'percent' ? Math.round(value * 10_000) / 1_000_000 : value };
    }
    case 'link':
      return /^(https?:\/\/.+)?$/.test(typed.trim()) ? { value: typed.trim() } : { complaint: text('edit.link') };
    default:
      return { value: typed };
  }
}
