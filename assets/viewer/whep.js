import { viewerToken } from './memory.js';

/** WHEP (draft-ietf-wish-whep): one viewing is one resource at the studio. */

const TIMEOUT_MS = 5000;
/** An offer given up too early leaves a connection behind at a studio that is slow. */
const OFFER_TIMEOUT_MS = 12_000;
const DEFAULT_RETRY_MS = 2000;
const FRAGMENT = 'application/trickle-ice-sdpfrag';

/** An answer other than the one hoped for. `status` is 0 if the studio could not be reached; `removed`: by the host. */
export class WhepError extends Error {
  constructor(status, sentence, retryMs, removed = false) {
    super(sentence || `status ${status}`);
    this.status = status;
    this.retryMs = retryMs;
    this.removed = removed;
  }
}

/** The studio's end of one peer connection. */
export class WhepResource {
  #url;
  #etag;

  /** @param {{url: URL, etag: string | null, answer: string, iceServers: RTCIceServer[], lane: string | null, tracks: string | null}} answered */
  constructor({ url, etag, answer, iceServers, lane, tracks }) {
    this.#url = url;
    this.#etag = etag;
    this.answer = answer;
    this.iceServers = iceServers;
    this.lane = lane;
    this.tracks = tracks;
  }

  /** Sends candidates of the present ICE generation. */
  async trickle(fragment, signal) {
    await request(this.#url, { method: 'PATCH', body: fragment, headers: this.#headers(), signal });
  }

  /** Starts a new ICE generation. Returns the studio's fragment. */
  async restart(fragment, signal) {
    const response = await request(this.#url, { method: 'PATCH', body: fragment, headers: this.#headers(), signal });
    this.#etag = response.headers.get('ETag') ?? this.#etag;
    return response.text();
  }

  /** Leaves. Outlives the page, and never fails. */
  async leave() {
    await fetch(this.#url, { method: 'DELETE', keepalive: true }).catch(() => {});
  }

  #headers() {
    return { 'Content-Type': FRAGMENT, ...(this.#etag ? { 'If-Match': this.#etag } : {}) };
  }
}

/**
 * Offers, and returns the resource with the answer in it.
 *
 * @param {string} endpoint
 * @param {string} key
 * @param {string} offer
 * @param {string} lane the best that the viewer can use
 * @param {AbortSignal} signal
 */
export async function openResource(endpoint, key, offer, lane, signal) {
  const response = await request(endpoint, {
    method: 'POST',
    timeoutMs: OFFER_TIMEOUT_MS,
    body: offer,
    headers: {
      'Content-Type': 'application/sdp',
      Accept: 'application/sdp',
      Authorization: `Bearer ${key}`,
      'Liveroom-Viewer': viewerToken(),
      'Liveroom-Lane': lane,
    },
    signal,
  });
  const location = response.headers.get('Location');
  if (response.status !== 201 || !location) {
    throw new WhepError(400, 'The studio gave an answer without an address.');
  }
  const url = new URL(location, response.url);
  return new WhepResource({
    url,
    etag: response.headers.get('ETag'),
    answer: await response.text(),
    iceServers: iceServers(response.headers.get('Link') ?? ''),
    lane: response.headers.get('Liveroom-Lane'),
    tracks: response.headers.get('Liveroom-Tracks'),
  });
}

/** Fetches with a time limit; throws a WhepError for anything but success. */
export async function request(url, { timeoutMs = TIMEOUT_MS, ...options }) {
  const limit = new AbortController();
  const abort = () => limit.abort();
  const timer = setTimeout(abort, timeoutMs);
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    const response = await fetch(url, { cache: 'no-store', ...options, signal: limit.signal });
    if (!response.ok) {
      const removed = response.headers.get('Liveroom-Refusal') === 'removed';
      throw new WhepError(response.status, (await response.text()).slice(0, 300), retryMs(response), removed);
    }
    return response;
  } catch (error) {
    throw error instanceof WhepError ? error : new WhepError(0, error.message, DEFAULT_RETRY_MS);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
  }
}

function retryMs(response) {
  const seconds = Number(response.headers.get('Retry-After'));
  return seconds > 0 ? Math.min(seconds, 60) * 1000 : DEFAULT_RETRY_MS;
}

/** Reads `<stun:host>; rel="ice-server"; username="…"; credential="…"` (RFC 8288), one a server. */
export function iceServers(link) {
  const servers = [];
  for (const [, url, rest] of link.matchAll(/<((?:stun|turn)s?:[^>]+)>([^<]*)/g)) {
    const attribute = (name) => new RegExp(`${name}="([^"]*)"`).exec(rest)?.[1];
    if (attribute('rel') !== 'ice-server') {
      continue;
    }
    const username = attribute('username');
    servers.push(username ? { urls: url, username, credential: attribute('credential') ?? '' } : { urls: url });
  }
  return servers;
}
