/**
 * Which layers of the scene in the preview are chosen, to be moved and arranged together. Locked ones never are.
 *
 * Event `change`: others are chosen than before.
 */
export class Selection extends EventTarget {
  #chosen = new Set();
  #last = '';
  #expected = '';
  #desk = null;
  #sceneId = '';

  /** @param {import('./desk.js').Desk} desk another scene begins with nothing chosen, and what is gone is chosen no more */
  show(desk) {
    const same = desk.state.previewId === this.#sceneId;
    this.#desk = desk;
    this.#sceneId = desk.state.previewId;
    this.choose(same ? [...this.#chosen] : []);
    if (same && this.#expected) {
      this.expect(this.#expected);
    } else {
      this.#expected = '';
    }
  }

  /** Chooses a layer alone as soon as it is there. */
  expect(layerId) {
    const there = this.#free.some(({ id }) => id === layerId);
    this.#expected = there ? '' : layerId;
    if (there) {
      this.only(layerId);
    }
  }

  /** Those that are chosen, the one behind first. */
  get layers() {
    return this.#free.filter(({ id }) => this.#chosen.has(id));
  }

  has(layerId) {
    return this.#chosen.has(layerId);
  }

  choose(layerIds) {
    const free = this.#free.map(({ id }) => id);
    const chosen = new Set(layerIds.filter((id) => free.includes(id)));
    if (chosen.symmetricDifference(this.#chosen).size > 0) {
      this.#chosen = chosen;
      this.dispatchEvent(new Event('change'));
    }
  }

  /** One alone. */
  only(layerId) {
    this.#last = layerId;
    this.choose([layerId]);
  }

  /** One more, or one less. */
  toggle(layerId) {
    this.#last = layerId;
    const others = [...this.#chosen].filter((id) => id !== layerId);
    this.choose(this.has(layerId) ? others : [...others, layerId]);
  }

  /** All from the one that was chosen last to this one. */
  reach(layerId) {
    const ids = (this.#desk?.preview?.layers ?? []).map(({ id }) => id);
    const [from, to] = [ids.indexOf(this.#last), ids.indexOf(layerId)].sort((one, other) => one - other);
    if (from < 0) {
      this.only(layerId);
    } else {
      this.choose([...this.#chosen, ...ids.slice(from, to + 1)]);
    }
  }

  /** Every layer that is shown. */
  all() {
    this.choose(this.#free.filter(({ shown }) => shown).map(({ id }) => id));
  }

  get #free() {
    return (this.#desk?.preview?.layers ?? []).filter(({ locked }) => !locked);
  }
}
