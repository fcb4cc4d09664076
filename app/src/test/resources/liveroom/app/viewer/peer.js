// The other end of a viewer's connection: takes the offers that the made-up studio was sent, sends a picture and a tone,
// and does on the data channels what a test asks for.
import { Media } from '/peer/media.js';

const peers = new Map();
const stripes = new Map();
const received = [];
let history = [];
const DRAIN_MS = 500;
/** Where everybody is served, whoever comes too. */
let lane = 'shared';

function picture() {
  const canvas = document.getElementById('canvas');
  const context = canvas.getContext('2d');
  let count = 0;
  setInterval(() => {
    count += 1;
    const glow = context.createLinearGradient(0, 0, 640, 360);
    glow.addColorStop(0, '#28456b');
    glow.addColorStop(1, '#c06a45');
    context.fillStyle = glow;
    context.fillRect(0, 0, 640, 360);
    context.fillStyle = '#fff';
    context.font = '600 80px sans-serif';
    context.fillText(String(count).padStart(5, '0'), 200, 205);
    context.fillRect((count * 6) % 640, 320, 40, 10);
  }, 33);
  return canvas.captureStream(30);
}

async function movie() {
  const video = document.getElementById('movie');
  video.src = '/peer/movie';
  await video.play();
  return new MediaStream(video.captureStream().getVideoTracks());
}

function tone() {
  const audio = new AudioContext();
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  const out = audio.createMediaStreamDestination();
  gain.gain.value = 0.1;
  oscillator.connect(gain).connect(out);
  oscillator.start();
  return out.stream;
}

const withMovie = location.search === '?movie';
const both = location.search === '?both';
const shared = both || location.search === '?shared';
/** Small, since browsers encode them without help, several at once. */
const SIZES = [[640, 360], [320, 180]];
const media = shared && new Media(picturePart, SIZES);
const sources = Promise.all([withMovie ? movie() : picture(), tone()]);

/** The time in the picture, so that it can be told from any other; bright every second. */
function picturePart(context, width, height, unixMs) {
  context.fillStyle = '#28456b';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#fff';
  context.font = `600 ${height / 5}px sans-serif`;
  context.fillText(String(Math.floor(unixMs) % 100_000).padStart(5, '0'), width / 3, height / 2);
  for (let bit = 0; bit < 16; bit += 1) {
    context.fillStyle = (Math.floor(unixMs) >> bit) & 1 ? '#fff' : '#000';
    context.fillRect((bit * width) / 16, 0, width / 16, height / 12);
  }
}

async function answered(peer) {
  await peer.connection.setLocalDescription();
  if (peer.connection.iceGatheringState !== 'complete') {
    await new Promise((resolve) => {
      peer.connection.addEventListener('icegatheringstatechange', () =>
        peer.connection.iceGatheringState === 'complete' && resolve());
    });
  }
  return peer.connection.localDescription.sdp;
}

function take(peer, channel) {
  peer.channels[channel.label] = channel;
  if (channel.label === 'media') {
    if (media) {
      media.add(channel);
      const [width, height] = SIZES[0];
      send(peer, 'control', lane === 'shared' ? { type: 'lane', lane, kbps: 1000, width, height } : { type: 'lane', lane });
    }
    return;
  }
  channel.onmessage = (event) => {
    const message = JSON.parse(event.data);
    received.push({ channel: channel.label, message });
    if (message.type === 'keyframe') {
      media?.keyframe();
    }
    if (message.type === 'stripe-offer') {
      stripe(peer, message);
    }
    if (message.type === 'clock') {
      const now = performance.timeOrigin + performance.now();
      send(peer, 'control', { type: 'clock', t0: message.t0, t1: now, t2: now });
    }
  };
  const greet = () => {
    if (channel.label === 'control') {
      send(peer, 'control', { type: 'welcome', viewer: '7f3a', title: studio.title, skewCalibrationMs: 0 });
      send(peer, 'control', { type: 'audience', viewers: studio.viewers });
    } else {
      send(peer, 'chat', { type: 'history', messages: history });
    }
  };
  if (channel.readyState === 'open') {
    greet();
  } else {
    channel.onopen = greet;
  }
}

/** Answers a viewer's offer of a further connection. */
async function stripe(peer, { id, sdp }) {
  const further = { connection: new RTCPeerConnection() };
  stripes.set(id, further);
  further.connection.ondatachannel = ({ channel }) => {
    channel.binaryType = 'arraybuffer';
    further.channel = channel;
    // What is spread over one that is not open yet is lost.
    const use = () => media.further.push(channel);
    if (channel.readyState === 'open') {
      use();
    } else {
      channel.onopen = use;
    }
  };
  await further.connection.setRemoteDescription({ type: 'offer', sdp });
  send(peer, 'control', { type: 'stripe-answer', id, sdp: await answered(further) });
}

function send(peer, label, message) {
  const channel = peer.channels[label];
  if (channel?.readyState === 'open') {
    channel.send(JSON.stringify({ v: 1, ...message }));
  }
}

/** Lets the tracks sleep, or wakes them. */
function awake(peer, active) {
  return Promise.all(
    peer.connection.getSenders().map((sender) => {
      const parameters = sender.getParameters();
      parameters.encodings.forEach((encoding) => (encoding.active = active));
      return sender.setParameters(parameters);
    }),
  );
}

const handlers = {
  async offer({ id, sdp }) {
    const [pictures, sounds] = await sources;
    const peer = { connection: new RTCPeerConnection(), channels: {} };
    peers.set(id, peer);
    peer.connection.ondatachannel = (event) => take(peer, event.channel);
    if (!shared || both) {
      peer.connection.addTrack(pictures.getVideoTracks()[0].clone(), pictures);
      peer.connection.addTrack(sounds.getAudioTracks()[0].clone(), sounds);
    }
    await peer.connection.setRemoteDescription({ type: 'offer', sdp });
    const answer = await answered(peer);
    if (both) {
      await awake(peer, lane === 'track');
    }
    return answer;
  },
  async patch({ id, sdp }) {
    const { connection } = peers.get(id);
    const value = (name) => new RegExp(`^a=${name}:(.+)$`, 'm').exec(sdp)[1].trim();
    const ufrag = value('ice-ufrag');
    if (connection.remoteDescription.sdp.includes(`a=ice-ufrag:${ufrag}`)) {
      for (const [, candidate] of sdp.matchAll(/^a=(candidate:.+)$/gm)) {
        await connection.addIceCandidate({ candidate: candidate.trim(), sdpMLineIndex: 0 });
      }
      return '';
    }
    const offer = connection.remoteDescription.sdp
      .replace(/^a=candidate:.+\r?\n/gm, '')
      .replace(/^a=ice-ufrag:.+$/gm, `a=ice-ufrag:${ufrag}`)
      .replace(/^a=ice-pwd:.+$/gm, `a=ice-pwd:${value('ice-pwd')}`);
    await connection.setRemoteDescription({ type: 'offer', sdp: offer });
    studio.restarts += 1;
    const answer = await answered(peers.get(id));
    return answer.split('\r\n').filter((line) => /^a=(ice-ufrag|ice-pwd|candidate|mid)|^m=/.test(line)).join('\r\n') + '\r\n';
  },
  async leave({ id }) {
    peers.get(id)?.connection.close();
    peers.delete(id);
    return '';
  },
};

globalThis.studio = {
  title: 'Ana’s live room',
  viewers: 12,
  restarts: 0,
  received,
  media,
  async lane(name) {
    lane = name;
    for (const peer of peers.values()) {
      await awake(peer, name === 'track');
      send(peer, 'control', { type: 'lane', lane: name });
    }
    media.meddle = (bytes) => (name === 'shared' ? [bytes] : []);
    media.keyframe();
  },
  /** Asks for so many further connections. */
  spread: (ids) => ids.forEach((id) => studio.control({ type: 'stripe', id })),
  /** Ends one, in order or without a word. */
  unspread(id, told) {
    const { connection, channel } = stripes.get(id);
    media.further = media.further.filter((other) => other !== channel);
    const end = () => connection.close();
    if (!told) {
      end();
      return;
    }
    // As the studio does: what has been sent on it may arrive.
    setTimeout(() => {
      studio.control({ type: 'stripe-over', id });
      end();
    }, DRAIN_MS);
  },
  channels: () => Object.keys([...peers.values()].at(-1)?.channels ?? {}).join(),
  count: () => peers.size,
  setHistory: (messages) => (history = messages),
  control: (message) => peers.forEach((peer) => send(peer, 'control', message)),
  chat: (message) => peers.forEach((peer) => send(peer, 'chat', message)),
  drop: () => peers.forEach((peer) => peer.connection.close()),
};

for (;;) {
  const response = await fetch('/peer/next');
  if (response.status !== 200) {
    continue;
  }
  const task = await response.json();
  handlers[task.kind](task)
    .catch((error) => `error: ${error}`)
    .then((body) => fetch(`/peer/done/${task.task}`, { method: 'POST', body }));
}
