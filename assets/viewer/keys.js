/**
 * One key, one action. Keys do nothing while somebody writes, nor together with Ctrl, Alt or Meta; the space bar stays with
 * a button that has the focus, or a list that it scrolls.
 *
 * @param {Record<string, () => void>} actions by `KeyboardEvent.key` in lower case
 */
export function watchKeys(actions) {
  document.addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    const action = actions[key];
    if (!action || event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
      return;
    }
    const writing = event.target.closest?.('input:not([type="range"]), textarea');
    const pressing = key === ' ' && event.target.closest?.('button, input, [tabindex="0"]');
    if (key === 'escape' ? event.isComposing : writing || pressing) {
      return;
    }
    if (key !== 'escape') {
      event.preventDefault();
    }
    action();
  });
}
