import { MOST_RESENDS } from './peer.js';

const MOST = 3;
const GATHER_MS = 1000;
/** The studio reads no longer message than 4 KiB. */
const LONGEST_SDP = 3500;

/**
 * The connections beside the first, over which the studio spreads its messages where packets are lost. The studio asks for each
 * by a number; each has the channel `media` and nothing else.
 *
 * @typedef {Object} StripesTold
 * @property {() => RTCIceServer[]} iceServers those that the studio named
 * @property {(channel: RTCDataChannel) => void} opened gets each channel in the task that made it
 * @property {(id: number, sdp: string) => void} offer
 * @property {(id: number) => void} over it cannot be made, or is no more
 */
export class Stripes {
  #told;
  #connections = new Map();

  /** @param {StripesTold} told */
  constructor(told) {
    this.#told = told;
  }

  /** How many there are. */
  get count() {
    return this.#connections.size;
  }

  /** The studio wants one. */
  async want(id) {
    if (this.#connections.has(id)) {
      return;
    }
    if (this.#connections.size >= MOST) {
      this.#told.over(id);
      return;
    }
    try {
      const connection = new RTCPeerConnection({ iceServers: this.#told.iceServers() });
      this.#connections.set(id, connection);
      connection.addEventListener('connectionstatechange', () => {
        if (['failed', 'closed'].includes(connection.connectionState)) {
          this.#lost(id, connection);
        }
      });
      this.#told.opened(connection.createDataChannel('media', { ordered: false, maxRetransmits: MOST_RESENDS }));
      await connection.setLocalDescription(await connection.createOffer());
      await gathered(connection);
      if (this.#connections.get(id) === connection) {
        this.#told.offer(id, shortened(connection.localDescription.sdp));
      }
    } catch {
      this.#lost(id, this.#connections.get(id));
    }
  }

  /** The studio has answered. */
  async answered(id, sdp) {
    const connection = this.#connections.get(id);
    try {
      if (connection?.signalingState === 'have-local-offer') {
        await connection.setRemoteDescription({ type: 'answer', sdp });
      }
    } catch {
      this.#lost(id, connection);
    }
  }

  /** The studio needs it no more. */
  over(id) {
    this.#connections.get(id)?.close();
    this.#connections.delete(id);
  }

  close() {
    [...this.#connections.keys()].forEach((id) => this.over(id));
  }

  #lost(id, connection) {
    if (connection === undefined || this.#connections.get(id) === connection) {
      this.over(id);
      this.#told.over(id);
    }
  }
}

/** Resolves when all candidates are known, or when that takes too long. */
function gathered(connection) {
  return new Promise((resolve) => {
    const look = () => connection.iceGatheringState === 'complete' && resolve();
    connection.addEventListener('icegatheringstatechange', look);
    setTimeout(resolve, GATHER_MS);
    look();
  });
}

/** Leaves out candidates by name, of which the studio makes no use, and those that there is no room for. */
function shortened(sdp) {
  let room = LONGEST_SDP;
  const lines = sdp.split('\r\n').filter((line) => {
    const kept = !line.startsWith('a=candidate:') || (!line.includes('.local') && line.length + 4 < room);
    room -= kept ? line.length + 4 : 0;
    return kept;
  });
  return lines.join('\r\n');
}
