/** Every string of the page, one table a language. A string with parameters is a function. */

const english = {
  'page.title': (title) => (title ? `${title} · Liveroom` : 'Liveroom'),
  'page.skip': 'Skip to chat',
  'show.label': 'Show',
  'show.picture': 'Live picture',
  'show.untitled': 'Live room',
  'show.live': 'Live',
  'show.viewers': (count) => (count === 1 ? '1 viewer' : `${count.toLocaleString('en')} viewers`),

  'controls.label': 'Player controls',
  'sound.turnOn': 'Turn on sound',
  'sound.blocked': 'Sound is blocked. Press to hear',
  'sound.mute': 'Mute',
  'sound.unmute': 'Unmute',
  'sound.on': 'Sound on',
  'sound.off': 'Sound off',
  'volume.label': 'Volume',
  'fullscreen.enter': 'Full screen',
  'fullscreen.leave': 'Leave full screen',
  'pip.enter': 'Picture in picture',
  'pip.leave': 'Leave picture in picture',
  'chat.show': 'Show chat',
  'chat.hide': 'Hide chat',
  'chat.unreadBadge': (count) => `Show chat, ${count} unread`,

  'state.connecting.heading': 'Connecting',
  'state.connecting.text': 'The show is about to appear.',
  'state.connecting.unreachable': 'The studio does not answer yet. Trying again…',
  'state.connecting.busy': 'The studio is busy. Trying again in a moment…',
  'state.live.heading': 'Live',
  'state.live.text': '',
  'state.waiting.heading': 'Not live yet',
  'state.waiting.text': 'Stay here: the show starts by itself.',
  'state.reconnecting.heading': 'Reconnecting',
  'state.reconnecting.text': 'The connection was interrupted. We keep trying.',
  'state.reconnecting.unreachable': 'The studio cannot be reached right now. We keep trying.',
  'state.ended.heading': 'The show has ended',
  'state.ended.text': 'Thank you for watching.',
  'state.full.heading': 'The room is full',
  'state.full.text': 'You will come in as soon as a place is free.',
  'state.invalid.heading': 'This link does not work',
  'state.invalid.text': 'Please ask the host for a new one. It may have been cut off when it was copied.',
  'state.removed.heading': 'You were removed from this room',
  'state.removed.text': 'The host has ended your visit.',
  'state.failed.heading': 'The show cannot be played',
  'state.failed.text': 'The studio did not accept this browser’s offer.',
  'state.failed.unsupported': 'This browser cannot receive live video. A current Chrome, Edge, Firefox or Safari can.',
  'state.retry': 'Try again now',

  'quality.label': 'Connection',
  'quality.excellent': 'Excellent',
  'quality.good': 'Good',
  'quality.fair': 'Fair',
  'quality.poor': 'Poor',
  'quality.none': 'No connection',
  'quality.button': (grade) => `Connection: ${grade}. Show details`,
  'quality.close': 'Close details',
  'quality.lane': 'Delivery',
  'quality.lane.shared': 'Shared',
  'quality.lane.track': 'Own encoder',
  'quality.rung': (lane, height, kbps) => `${lane}, ${height}p at ${kilobits(kbps)}`,
  'quality.latency': 'Latency',
  'quality.sync': 'Lip sync',
  'quality.bitrate': 'Bitrate',
  'quality.picture': 'Picture',
  'quality.loss': 'Lost packets',
  'quality.roundTrip': 'Round trip',
  'quality.unknown': '–',
  'quality.ms': (value) => `${Math.round(value)} ms`,
  'quality.inSync': (value) => `${Math.round(Math.abs(value))} ms, in sync`,
  'quality.soundLate': (value) => `Sound ${Math.round(value)} ms late`,
  'quality.soundEarly': (value) => `Sound ${Math.round(-value)} ms early`,
  'quality.kbps': kilobits,
  'quality.percent': (value) => `${value.toFixed(1)} %`,
  'quality.size': (width, height, fps) => `${width} × ${height}, ${Math.round(fps)} fps`,
  'quality.keys': 'Keys',
  'quality.keysText': 'M sound · F full screen · P picture in picture · C chat · I this panel',

  'chat.label': 'Chat',
  'chat.messages': 'Messages',
  'chat.empty': 'No messages yet. Say hello!',
  'chat.name': 'Your name',
  'chat.nameHint': 'Everyone sees it',
  'chat.join': 'Join chat',
  'chat.as': 'Chatting as',
  'chat.changeName': 'Change name',
  'chat.message': 'Message',
  'chat.placeholder': 'Say something…',
  'chat.send': 'Send',
  'chat.left': (count) => `${count} left`,
  'chat.host': 'Host',
  'chat.you': 'You',
  'chat.unread': (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  'chat.closed': 'Not connected',
  'chat.emptyClosed': 'The chat opens with the show.',
  'chat.muted': 'The host has muted you. You can still read along.',
  'chat.unmuted': 'You can write again.',
  'chat.slow': (seconds) => `A little slower, please. You can send again in ${seconds} s.`,
  'chat.long': 'That message is too long.',
  'chat.refused': 'That message was not sent.',
};

function kilobits(value) {
  return value >= 1000 ? `${(value / 1000).toFixed(1)} Mbit/s` : `${Math.round(value)} kbit/s`;
}

const tables = { en: english };

const language = (navigator.languages ?? [navigator.language])
  .map((tag) => tag.toLowerCase().split('-')[0])
  .find((tag) => tag in tables) ?? 'en';

/** The string of `key`. */
export function text(key, ...parameters) {
  const entry = tables[language][key] ?? english[key];
  if (entry === undefined) {
    throw new Error(`no message ${key}`);
  }
  return typeof entry === 'function' ? entry(...parameters) : entry;
}

/** Whether there is a string of `key`. */
export const has = (key) => key in english;

/** Writes the strings that the document names in `data-text` (its text), `data-label` (its name) and `data-hint` (its placeholder). */
export function translate(root) {
  document.documentElement.lang = language;
  root.querySelectorAll('[data-text]').forEach((element) => {
    element.textContent = text(element.dataset.text);
  });
  root.querySelectorAll('[data-label]').forEach((element) => label(element, text(element.dataset.label)));
  root.querySelectorAll('[data-hint]').forEach((element) => {
    element.placeholder = text(element.dataset.hint);
  });
}

/** Names an element for those who hear the page, and buttons for those who point at them too. */
export function label(element, name) {
  element.setAttribute('aria-label', name);
  if (element.tagName === 'BUTTON') {
    element.title = name;
  }
}
