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
