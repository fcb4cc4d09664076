let pointed = false;
addEventListener('pointerdown', () => (pointed = true), true);
addEventListener('keydown', () => (pointed = false), true);

/** Gives the focus to where somebody goes on by keyboard; who points would only press it by accident. */
export function focusForKeyboard(element) {
  if (!pointed) {
    element.focus();
  }
}

/**
 * One key, one action. Keys do nothing while somebody writes, or a dialog or a menu is open, nor together with Alt; space bar and
 * Enter stay with whatever the keyboard has brought the focus to.
 *
 * @param {Record<string, () => void>} actions by `KeyboardEvent.key` in lower case, with `ctrl+` before it for Ctrl or Meta
 */
export function watchKeys(actions) {
  // A press of the mouse leaves the focus where it is: else the space bar would press the same thing again.
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest?.('button') && !event.target.closest('dialog')) {
      event.preventDefault();
    }
  });
  document.addEventListener('keydown', (event) => {
    const control = event.ctrlKey || event.metaKey ? 'ctrl+' : '';
    const shift = control && event.shiftKey ? 'shift+' : '';
    const key = event.key.toLowerCase();
    const action = actions[control + shift + key];
    const busy =
      event.altKey || event.repeat || event.isComposing || document.querySelector('dialog[open], :popover-open');
    if (!action || busy || event.target.closest?.('input, textarea, select')) {
      return;
    }
    if ((key === ' ' || key === 'enter') && event.target.closest?.('button, a, summary, [tabindex="0"]')) {
      return;
    }
    event.preventDefault();
    action();
  });
}
