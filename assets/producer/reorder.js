const THRESHOLD_PX = 6;
const KEYS = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/**
 * Lets the items of a list be moved: dragged with a pointer, or by Alt and the arrow keys.
 *
 * @param {HTMLElement} list its children are the items
 * @param {Object} how
 * @param {string} how.grip what of an item can be taken hold of
 * @param {'column' | 'grid'} how.shape
 * @param {(from: number, to: number) => void} how.move both places as counted before the move, the item left out of the second
 */
export function reorderable(list, { grip, shape, move }) {
  const itemOf = (target) => [...list.children].find((item) => item.contains(target));

  list.addEventListener('keydown', (event) => {
    const item = itemOf(event.target);
    if (!event.altKey || !KEYS[event.key] || !item || event.target.closest('input, textarea, select')) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const from = [...list.children].indexOf(item);
    const to = Math.min(Math.max(from + KEYS[event.key], 0), list.children.length - 1);
    if (to !== from) {
      move(from, to);
    }
  });

  list.addEventListener('pointerdown', (event) => {
    const item = itemOf(event.target);
    if (event.button === 0 && item && event.target.closest(grip)) {
      follow(list, item, event, { shape, move });
    }
  });
}

/** From the press of a pointer to its release. */
function follow(list, item, { pointerId, clientX, clientY }, { shape, move }) {
  const ending = new AbortController();
  const { signal } = ending;
  let before = null;
  let dragged = false;

  const end = () => {
    ending.abort();
    delete item.dataset.dragged;
    mark(list, null);
  };
  const listen = (type, then) =>
    addEventListener(type, (event) => event.pointerId === pointerId && then(event), { signal });

  listen('pointermove', (event) => {
    dragged ||= Math.hypot(event.clientX - clientX, event.clientY - clientY) > THRESHOLD_PX;
    if (dragged) {
      item.dataset.dragged = 'yes';
      before = placeAt(list, event, shape);
      mark(list, before);
    }
  });
  listen('pointercancel', end);
  listen('pointerup', () => {
    end();
    if (!dragged) {
      return;
    }
    // What was dragged has not been pressed.
    const press = new AbortController();
    addEventListener('click', (event) => event.stopPropagation(), { capture: true, signal: press.signal });
    setTimeout(() => press.abort(), 0);
    const from = [...list.children].indexOf(item);
    const to = before > from ? before - 1 : before;
    if (from >= 0 && to !== from) {
      move(from, to);
    }
  });
  addEventListener('keydown', (event) => event.key === 'Escape' && end(), { signal });
}

/** The place before which the item would come to lie: up to the number of items. */
function placeAt(list, { clientX, clientY }, shape) {
  const items = [...list.children];
  const place = items.findIndex((item) => {
    const { left, width, top, bottom, height } = item.getBoundingClientRect();
    return shape === 'column'
      ? clientY < top + height / 2
      : clientY < top || (clientY <= bottom && clientX < left + width / 2);
  });
  return place < 0 ? items.length : place;
}

function mark(list, place) {
  [...list.children].forEach((item, index) => {
    const last = place === list.children.length && index === place - 1;
    item.dataset.drop = place === index ? 'before' : last ? 'after' : '';
  });
}
