const IDLE_MS = 3000;

/**
 * Lets the controls go when nobody needs them: the root carries `data-idle="yes"` after a while without pointer or key. A
 * touch on the picture brings them, another sends them away.
 *
 * @param {HTMLElement} stage
 * @param {() => boolean} wanted whether the controls must stay
 */
export function watchIdleness(stage, wanted) {
  const root = document.documentElement;
  let timer = 0;
  const sleep = () => {
    if (wanted() || stage.querySelector(':focus-visible')) {
      wake();
    } else {
      root.dataset.idle = 'yes';
    }
  };
  const wake = () => {
    root.dataset.idle = 'no';
    clearTimeout(timer);
    timer = setTimeout(sleep, IDLE_MS);
  };
  stage.addEventListener('pointermove', (event) => event.pointerType === 'mouse' && wake());
  stage.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && sleep());
  stage.addEventListener('pointerdown', (event) => {
    const onPicture = !event.target.closest('button, input, [role="dialog"]');
    if (event.pointerType !== 'mouse' && onPicture && root.dataset.idle === 'no') {
      clearTimeout(timer);
      sleep();
    } else {
      wake();
    }
  });
  stage.addEventListener('focusin', wake);
  document.addEventListener('keydown', wake);
  wake();
}
