/**
 * The strings of a page in the viewer's language, English where there is no other.
 *
 * @param {{en: Record<string, string | function>}} tables one a language; a string with parameters is a function
 */
export function words(tables) {
  const language = (navigator.languages ?? [navigator.language])
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => tag in tables) ?? 'en';

  /** The string of `key`. */
  function text(key, ...parameters) {
    const entry = tables[language][key] ?? tables.en[key];
    if (entry === undefined) {
      throw new Error(`no message ${key}`);
    }
    return typeof entry === 'function' ? entry(...parameters) : entry;
  }

  /** Writes the strings that the document names in `data-text` (its text), `data-label` (its name) and `data-hint` (its placeholder). */
  function translate(root) {
    document.documentElement.lang = language;
    root.querySelectorAll('[data-text]').forEach((element) => {
      element.textContent = text(element.dataset.text);
    });
    root.querySelectorAll('[data-label]').forEach((element) => label(element, text(element.dataset.label)));
    root.querySelectorAll('[data-hint]').forEach((element) => {
      element.placeholder = text(element.dataset.hint);
    });
  }

  /** Whether there is a string of `key`. */
  const has = (key) => key in tables.en;

  return { text, has, translate };
}

/** Names an element for those who hear the page, and buttons for those who point at them too. */
export function label(element, name) {
  element.setAttribute('aria-label', name);
  if (element.tagName === 'BUTTON') {
    element.title = name;
  }
}
