import { make } from '/viewer/dom.js';

const GAP_PX = 4;
let made = 0;

/**
 * One line of a menu; `null` is a rule between two groups.
 *
 * @typedef {Object} Entry
 * @property {string} name
 * @property {() => void} act
 * @property {boolean} [disabled]
 */

/**
 * Has a button open a menu (WAI-ARIA Authoring Practices, menu button).
 *
 * @param {HTMLButtonElement} button
 * @param {() => (Entry | null)[]} entries asked whenever it opens
 * @returns {HTMLElement} the menu, to be put beside the button
 */
export function menuOf(button, entries) {
  const menu = make('div', 'menu');
  made += 1;
  menu.id = `menu-${made}`;
  menu.popover = 'auto';
  menu.setAttribute('role', 'menu');
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', menu.id);
  button.popoverTargetElement = menu;
  menu.addEventListener('beforetoggle', ({ newState }) => {
    if (newState === 'open') {
      menu.setAttribute('aria-label', button.getAttribute('aria-label') ?? button.textContent);
      menu.replaceChildren(...entries().map((entry) => (entry ? item(menu, entry) : rule())));
    }
  });
  menu.addEventListener('toggle', ({ newState }) => {
    button.setAttribute('aria-expanded', String(newState === 'open'));
    if (newState === 'open') {
      place(menu, button.getBoundingClientRect());
      step(menu, 1);
    } else if (menu.contains(document.activeElement)) {
      document.activeElement.blur(); // whoever points had the focus nowhere
    }
  });
  menu.addEventListener('keydown', (event) => menu.matches(':popover-open') && press(menu, event));
  return menu;
}

function item(menu, { name, act, disabled }) {
  const button = make('button', 'menu-item', name);
  button.type = 'button';
  button.setAttribute('role', 'menuitem');
  button.tabIndex = -1;
  button.dir = 'auto';
  button.disabled = Boolean(disabled);
  button.addEventListener('click', () => {
    menu.hidePopover();
    act();
  });
  return button;
}

function rule() {
  const line = make('hr', 'menu-rule');
  line.setAttribute('role', 'separator');
  return line;
}

/** Below the button, or above it where there is more room. */
function place(menu, button) {
  const { width, height } = menu.getBoundingClientRect();
  const below = button.bottom + GAP_PX;
  const fits = below + height <= innerHeight;
  menu.style.left = `${Math.max(GAP_PX, Math.min(button.right - width, innerWidth - width - GAP_PX))}px`;
  menu.style.top = `${fits ? below : Math.max(GAP_PX, button.top - GAP_PX - height)}px`;
}

/** The keys of a menu are the menu's alone. Escape is the browser's. */
function press(menu, event) {
  event.stopPropagation();
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key === 'Tab') {
    menu.hidePopover();
  } else if (steps[event.key]) {
    event.preventDefault();
    step(menu, steps[event.key]);
  } else if (event.key === 'Home' || event.key === 'End') {
    event.preventDefault();
    items(menu).at(event.key === 'Home' ? 0 : -1)?.focus();
  }
}

const items = (menu) => [...menu.querySelectorAll('.menu-item:enabled')];

function step(menu, by) {
  const all = items(menu);
  const now = all.indexOf(document.activeElement);
  const next = now < 0 && by < 0 ? all.length - 1 : (now + by + all.length) % all.length;
  all[next]?.focus();
}
