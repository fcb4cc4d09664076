/**
 * One key, one action. Keys do nothing while somebody writes, nor together with Ctrl, Alt or Meta; the space bar stays with
 * a button that has the focus, or a list that it scrolls. Escape acts even where shortcuts are not wanted.
 *
 * @param {Record<string, () => void>} actions by `KeyboardEvent.key` in lower case
 * @param {() => boolean} wanted whether there are to be shortcuts
 */
export function watchKeys(actions, wanted) {
  document.addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    const action = actions[key];
    if (!action || event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
      return;
    }
    const writing = event.target.closest?.('input:not([type="range"], [type="checkbox"]), textarea');
    const pressing = key === ' ' && event.target.closest?.('button, input, [tabindex="0"]');
    if (key === 'escape' ? event.isComposing : writing || pressing || !wanted()) {
      return;
    }
    if (key !== 'escape') {
      event.preventDefault();
    }
    action();
  });
}
