/** What the browser keeps for us, where it lets us. Never throws. */
const guarded = (storage) => ({
  read(key) {
    try {
      return globalThis[storage].getItem(key) ?? '';
    } catch {
      return '';
    }
  },
  write(key, value) {
    try {
      globalThis[storage].setItem(key, value);
    } catch {
      // Private windows and strict settings refuse: then it is asked again the next time.
    }
  },
});

/** Kept for good. */
export const lasting = guarded('localStorage');
/** Kept until the tab is closed. */
export const passing = guarded('sessionStorage');

const VIEWER = 'liveroom.viewer';
const TOKEN = /^[A-Za-z0-9_-]{22}$/;
/** Where the token is kept as long as the page lives, by all scripts of the page that contain this. */
const HERE = Symbol.for(VIEWER);

/** What this browser calls itself to studios, so that one whom the host has removed is known again: random, and nothing else. */
export function viewerToken() {
  let token = globalThis[HERE] ?? lasting.read(VIEWER);
  if (!TOKEN.test(token)) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    token = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').slice(0, 22);
    lasting.write(VIEWER, token);
  }
  globalThis[HERE] = token;
  return token;
}
