/** The element with an id; a page without it is a mistake. */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`no element ${id}`);
  }
  return element;
}

/** An element with classes and a text, never markup. */
export function make(tag, classes, content = '') {
  const element = document.createElement(tag);
  element.className = classes;
  element.textContent = content;
  return element;
}

/** Shows another symbol of the sprite in an icon. */
export function setIcon(owner, name) {
  owner.querySelector('use').setAttribute('href', `#icon-${name}`);
}

/** Writes only what is new, so that nothing is read out twice. */
export function setText(element, content) {
  if (element.textContent !== content) {
    element.textContent = content;
  }
}
