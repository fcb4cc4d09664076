/** The states of the page. The document's root carries the present one in `data-state`. */
export const State = Object.freeze({
  CONNECTING: 'connecting',
  LIVE: 'live',
  WAITING: 'waiting',
  RECONNECTING: 'reconnecting',
  ENDED: 'ended',
  FULL: 'full',
  INVALID: 'invalid',
  REMOVED: 'removed',
  FAILED: 'failed',
});

/** The last state left unaided: nothing that the page does by itself leads out of these. */
export const FINAL = Object.freeze(new Set([State.INVALID, State.REMOVED, State.FAILED]));
