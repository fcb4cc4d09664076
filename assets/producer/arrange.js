import { byId, make } from '/viewer/dom.js';
import { ARRANGEMENTS, arranged, suits } from './geometry.js';
import { icon } from './icon.js';
import { label, text } from './messages.js';

/**
 * Buttons that bring the chosen layers into line.
 *
 * @param {import('./selection.js').Selection} selection
 * @param {import('./handles.js').Handles} handles
 */
export function arrangeBar(selection, handles) {
  const buttons = ARRANGEMENTS.map((arrangement) => {
    const button = make('button', 'tool tool-small');
    button.type = 'button';
    button.append(icon(arrangement));
    label(button, text(`arrange.${arrangement}`));
    button.addEventListener('click', () => handles.arrange((boxes) => arranged(arrangement, boxes)));
    return { arrangement, button };
  });
  const show = () => {
    const { length } = selection.layers;
    buttons.forEach(({ arrangement, button }) => (button.disabled = !suits(arrangement, length)));
  };
  byId('arrange').append(...buttons.map(({ button }) => button));
  selection.addEventListener('change', show);
  show();
}
