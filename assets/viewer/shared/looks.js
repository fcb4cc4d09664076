/** How many are believed together. */
const LOOKS = 11;
/** So many on end that are so far off the others, to the same side, are no accident. */
const STEP_LOOKS = 3;
const STEP_MS = 40;

/** Looks at a clock that tells its time noisily: their median, until it has clearly stepped. */
export class Looks {
  #all = [];

  /** @returns {number} what is to be believed now that this has been seen */
  add(ms) {
    this.#all.push(ms);
    this.#all.splice(0, this.#all.length - LOOKS);
    const usual = middle(this.#all);
    const latest = this.#all.slice(-STEP_LOOKS);
    if (latest.every((look) => look > usual + STEP_MS) || latest.every((look) => look < usual - STEP_MS)) {
      this.#all = latest;
    }
    return middle(this.#all);
  }
}

function middle(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
