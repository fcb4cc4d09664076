import { byId, setText } from '/viewer/dom.js';

/**
 * Asks for a name.
 *
 * @param {string} heading
 * @param {string} name as it is
 * @returns {Promise<string>} empty if there is to be no other
 */
export function ask(heading, name) {
  const dialog = byId('ask');
  const input = byId('ask-input');
  setText(byId('ask-heading'), heading);
  input.value = name;
  dialog.returnValue = '';
  dialog.showModal();
  input.select();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        const wanted = input.value.trim();
        resolve(dialog.returnValue === 'yes' && wanted !== name ? wanted : '');
      },
      { once: true },
    );
  });
}
