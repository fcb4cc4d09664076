/**
 * Shows one element for each item, in their order, and keeps those that are there: what somebody types in one survives.
 *
 * @template T
 */
export class KeyedList {
  #container;
  #make;
  #elements = new Map();

  /**
   * @param {HTMLElement} container
   * @param {(item: T) => {element: HTMLElement, show: (item: T) => void}} make
   */
  constructor(container, make) {
    this.#container = container;
    this.#make = make;
  }

  /**
   * @param {T[]} items
   * @param {(item: T) => string} key unique
   */
  show(items, key) {
    const wanted = new Set(items.map(key));
    for (const [known, { element }] of this.#elements) {
      if (!wanted.has(known)) {
        element.remove();
        this.#elements.delete(known);
      }
    }
    const focused = document.activeElement;
    items.forEach((item, index) => {
      let entry = this.#elements.get(key(item));
      if (!entry) {
        entry = this.#make(item);
        this.#elements.set(key(item), entry);
      }
      const present = this.#container.children[index];
      if (present !== entry.element) {
        this.#container.insertBefore(entry.element, present ?? null);
      }
      entry.show(item);
    });
    // What is moved loses the focus.
    if (focused !== document.activeElement && this.#container.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
  }
}
