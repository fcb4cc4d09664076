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
