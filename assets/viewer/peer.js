import { Channel } from './channel.js';
import { dataApart, fragment, preferStereo, restarted, transports } from './sdp.js';
import { SoundGate } from './sound.js';
import { openResource } from './whep.js';

const TRICKLE_MS = 40;
/** How long a connection may take; one that was never made is given up. */
const CONNECT_MS = 10_000;
/** With servers for ICE, which come with the answer: how long to try without them. */
const DIRECT_MS = 1500;
/** A silence shorter than this is not worth a word. */
const INTERRUPTED_MS = 2000;
/** What has been sent so often again is given up: what nobody waits for any more would keep a narrow link full. */
export const MOST_RESENDS = 1;

/**
 * One peer connection from its offer to its end, with the studio's resource and the two data channels. Not for use again.
 *
 * Events: `track` (detail: the MediaStreamTrack), `asleep` (the tracks bring nothing before `media` is open), `connected`,
 * `interrupted`, `lost` (there is no way back: close it and make another).
 */
export class Peer extends EventTarget {
  #resource = null;
  #bundlePolicy;
  #transports = [];
  #candidates = [];
  #complete = false;
  #trickleTimer = 0;
  #watchdog = 0;
  #interruption = 0;
  #restarting = false;
  #closing = new AbortController();
  #opened = null;
  /** What the studio has sent so far: a picture, a sound. */
  tracks = [];

  /**
   * @param {RTCIceServer[]} iceServers those that the studio named the last time
   * @param {boolean} [shares] whether this page can use the shared lane
   */
  constructor(iceServers, shares = false) {
    super();
    this.iceServers = iceServers;
    /** Whether `media` is to be opened; known when the answer is there. */
    this.shares = shares;
    /** Whether the tracks bring nothing before `media` is open; known when the answer is there. */
    this.asleep = false;
    this.#bundlePolicy = shares ? 'balanced' : 'max-bundle';
    this.connection = new RTCPeerConnection({ bundlePolicy: this.#bundlePolicy, iceServers });
    const connection = this.connection;
    preferH264(connection.addTransceiver('video', { direction: 'recvonly' }));
    connection.addTransceiver('audio', { direction: 'recvonly' });
    this.sound = new SoundGate(connection);
    this.control = new Channel(connection.createDataChannel('control'));
    this.chat = new Channel(connection.createDataChannel('chat'));
    connection.addEventListener('track', ({ track }) => {
      this.tracks.push(track);
      this.#tell('track', track);
    });
    connection.addEventListener('icecandidate', (event) => this.#candidate(event.candidate));
    connection.addEventListener('connectionstatechange', () => this.#stateChanged());
    // A studio that closes in order ends the channels first, long before ICE would notice.
    this.control.addEventListener('close', () => this.#tell('lost'));
  }

  /** The channel of the shared lane. To be handed over in the task that makes it, if at all: later on browsers refuse. */
  openMedia() {
    return this.connection.createDataChannel('media', { ordered: false, maxRetransmits: MOST_RESENDS });
  }

  /**
   * Offers, if that has not been done, and takes the answer. Throws a WhepError.
   *
   * @param {import('./link.js').Link} link
   */
  open(link) {
    this.#opened ??= this.#open(link);
    return this.#opened;
  }

  async #open(link) {
    const offer = await this.connection.createOffer();
    const sdp = this.#wished(offer);
    const lane = this.shares ? 'shared' : 'track';
    const endpoint = link.endpoint ?? `/whep/${link.room}`;
    // What is set is what is sent: neither waits for the other.
    const set = this.connection.setLocalDescription({ type: 'offer', sdp });
    set.catch(() => {}); // told below, when the studio's end has an owner
    const resource = await openResource(endpoint, link.key, sdp, lane, this.#closing.signal);
    if (this.#closing.signal.aborted) {
      resource.leave();
      return;
    }
    this.#resource = resource;
    this.#transports = transports(resource.answer);
    this.shares &&= resource.lane === 'shared';
    this.asleep = this.shares && resource.tracks === 'asleep';
    if (this.asleep) {
      this.sound.expect(false);
      this.#tell('asleep');
    }
    this.iceServers = resource.iceServers;
    await set;
    await this.connection.setRemoteDescription({ type: 'answer', sdp: resource.answer });
    this.#scheduleTrickle();
    this.#watchdog = setTimeout(() => this.#stillApart() && this.#tell('lost'), CONNECT_MS);
    if (resource.iceServers.length > 0) {
      this.connection.setConfiguration({ bundlePolicy: this.#bundlePolicy, iceServers: resource.iceServers });
      setTimeout(() => this.#stillApart() && this.restart().catch(() => {}), DIRECT_MS);
    }
  }

  /** Looks for a new path between the same two ends (RFC 8445, section 2.4). Throws a WhepError. */
  async restart() {
    if (this.#restarting || !this.#resource || this.#closing.signal.aborted) {
      return;
    }
    this.#restarting = true;
    try {
      this.#candidates = [];
      this.#complete = false;
      clearTimeout(this.#trickleTimer);
      if (this.connection.signalingState !== 'stable') {
        await this.connection.setLocalDescription({ type: 'rollback' });
      }
      const standing = this.connection.remoteDescription.sdp;
      const offer = await this.connection.createOffer({ iceRestart: true });
      await this.connection.setLocalDescription({ type: 'offer', sdp: this.#wished(offer) });
      const ours = fragment(this.connection.localDescription.sdp, this.#transports, [], false);
      const theirs = await this.#resource.restart(ours, this.#closing.signal);
      await this.connection.setRemoteDescription({ type: 'answer', sdp: restarted(standing, theirs) });
    } finally {
      this.#restarting = false;
    }
    this.#scheduleTrickle();
  }

  /** Ends it, and tells the studio. May be called twice. Resolves when the studio knows, or cannot be told. */
  async close() {
    if (this.#closing.signal.aborted) {
      return;
    }
    this.#closing.abort();
    [this.#trickleTimer, this.#watchdog, this.#interruption].forEach(clearTimeout);
    this.sound.close();
    this.connection.close();
    await this.#resource?.leave();
  }

  #wished({ sdp }) {
    return preferStereo(this.#bundlePolicy === 'balanced' ? dataApart(sdp) : sdp);
  }

  #tell(type, detail) {
    if (!this.#closing.signal.aborted) {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }
  }

  #stillApart() {
    return !['connected', 'closed'].includes(this.connection.connectionState);
  }

  #stateChanged() {
    const state = this.connection.connectionState;
    if (state === 'connected') {
      clearTimeout(this.#watchdog);
      clearTimeout(this.#interruption);
      this.#interruption = 0;
      this.#tell('connected');
    } else if (state === 'disconnected') {
      this.#interruption ||= setTimeout(() => this.#tell('interrupted'), INTERRUPTED_MS);
    } else if (state === 'failed') {
      this.#tell('lost');
    }
  }

  #candidate(candidate) {
    if (candidate) {
      this.#candidates.push(candidate);
    } else {
      this.#complete = true;
    }
    this.#scheduleTrickle();
  }

  /** Candidates go in bunches: the studio counts requests. */
  #scheduleTrickle() {
    clearTimeout(this.#trickleTimer);
    if (this.#resource && !this.#restarting && (this.#candidates.length > 0 || this.#complete)) {
      this.#trickleTimer = setTimeout(() => this.#trickle(), TRICKLE_MS);
    }
  }

  async #trickle() {
    const batch = this.#candidates.splice(0);
    const complete = this.#complete;
    this.#complete = false;
    const ours = fragment(this.connection.localDescription.sdp, this.#transports, batch, complete);
    try {
      await this.#resource.trickle(ours, this.#closing.signal);
    } catch {
      // The studio learns the address from the connectivity checks too; should that fail, ICE says so.
    }
  }
}

/** H.264 is what the studio sends best; everything else stays acceptable behind it. */
function preferH264(transceiver) {
  const codecs = globalThis.RTCRtpReceiver?.getCapabilities?.('video')?.codecs;
  if (codecs && transceiver.setCodecPreferences) {
    const isH264 = (codec) => codec.mimeType.toLowerCase() === 'video/h264';
    transceiver.setCodecPreferences([...codecs.filter(isH264), ...codecs.filter((codec) => !isH264(codec))]);
  }
}
