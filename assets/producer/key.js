import { passing } from '/viewer/memory.js';

const KEPT = 'liveroom.producer.key';
const KEY = /^[A-Za-z0-9_-]{16,128}$/;

/**
 * The producer's key: from the address `/producer#KEY`, from which it is taken away at once, else from what this tab was
 * opened with before. It is kept until the tab is closed, and sent in a header alone.
 *
 * @returns {string} empty if there is none
 */
export function readKey() {
  const shown = location.hash.slice(1);
  if (shown) {
    passing.write(KEPT, KEY.test(shown) ? shown : '');
    history.replaceState(null, '', location.pathname);
  }
  return KEY.test(shown) ? shown : passing.read(KEPT);
}

/** It is not valid any more. */
export function forgetKey() {
  passing.write(KEPT, '');
}
