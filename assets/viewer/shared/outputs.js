/** Where decoded sound goes: one speaker, two while one takes over from the other. The elder leads: it is the one that is heard. */
export class Outputs {
  #all = new Map();

  /** @returns {import('./output.js').Output | null} */
  get lead() {
    return this.#all.values().next().value ?? null;
  }

  add(name, output) {
    this.remove(name);
    this.#all.set(name, output);
  }

  remove(name) {
    this.#all.get(name)?.close();
    this.#all.delete(name);
  }

  /** The speaker's beginning would have been heard then, viewer's clock. */
  heard(name, ms) {
    this.#all.get(name)?.heard(ms);
  }

  begin(nowMs) {
    this.#all.forEach((output) => output.begin(nowMs));
  }

  /** What is sent comes by another path since then. */
  changed(sinceMs, nowMs) {
    this.#all.forEach(({ need }) => need.changed(sinceMs, nowMs));
  }

  aim(delayMs, steady) {
    this.#all.forEach((output) => output.aim(delayMs, steady));
  }

  /** @param {Transferable[]} transfer goes to the last, the others get copies */
  send(message, transfer = []) {
    const outputs = [...this.#all.values()];
    outputs.forEach((output, i) => output.send(message, i === outputs.length - 1 ? transfer : []));
  }
}
