/** Session descriptions (RFC 8866) and the fragments of them that WHEP trickles (RFC 8840). Pure functions over text. */

const EOL = '\r\n';
const lines = (sdp) => sdp.split(/\r?\n/).filter((line) => line !== '');
const join = (list) => list.join(EOL) + EOL;

/**
 * Asks for stereo Opus in packets of 10 ms (RFC 7587, section 6.1).
 *
 * @param {string} sdp an offer
 */
export function preferStereo(sdp) {
  const all = lines(sdp);
  const opus = all.map((line) => /^a=rtpmap:(\d+) opus\/48000\/2$/i.exec(line)).find(Boolean)?.[1];
  if (!opus) {
    return sdp;
  }
  const format = `a=fmtp:${opus} `;
  const wanted = { minptime: '10', useinbandfec: '1', stereo: '1' };
  const present = all.find((line) => line.startsWith(format))?.slice(format.length) ?? '';
  const parameters = new Map(
    present
      .split(';')
      .map((pair) => pair.trim().split('='))
      .filter(([name]) => name),
  );
  Object.entries(wanted).forEach(([name, value]) => parameters.set(name, value));
  const written = format + [...parameters].map(([name, value]) => `${name}=${value}`).join(';');
  const map = `a=rtpmap:${opus} `;
  return join(
    all
      .filter((line) => !line.startsWith(format) && !line.startsWith('a=ptime:'))
      .flatMap((line) => (line.toLowerCase().startsWith(map) ? [line, written, 'a=ptime:10'] : [line])),
  );
}

/** The ICE user fragment and password of a description. */
export function credentials(sdp) {
  const value = (name) => new RegExp(`^a=${name}:(.+)$`, 'm').exec(sdp)?.[1].trim() ?? '';
  return { ufrag: value('ice-ufrag'), pwd: value('ice-pwd') };
}

/**
 * The body of a PATCH.
 *
 * @param {{ufrag: string, pwd: string}} ice of the local description
 * @param {RTCIceCandidate[]} candidates all of one generation
 * @param {boolean} complete whether no more will come
 */
export function fragment(ice, candidates, complete) {
  const bundle = candidates.filter((candidate) => candidate.candidate !== '');
  const mid = bundle[0]?.sdpMid ?? '0';
  return join([
    `a=ice-ufrag:${ice.ufrag}`,
    `a=ice-pwd:${ice.pwd}`,
    'm=video 9 UDP/TLS/RTP/SAVPF 0',
    `a=mid:${mid}`,
    ...bundle.map((candidate) => `a=${candidate.candidate}`),
    ...(complete ? ['a=end-of-candidates'] : []),
  ]);
}

/**
 * The remote description after an ICE restart: as before, with the credentials and candidates of the studio's fragment.
 *
 * @param {string} answer the description that stands
 * @param {string} renewed the studio's fragment
 */
export function restarted(answer, renewed) {
  const ice = credentials(renewed);
  const candidates = lines(renewed).filter((line) => line.startsWith('a=candidate:'));
  const kept = lines(answer).filter((line) => !/^a=(candidate:|end-of-candidates)/.test(line));
  const firstMedia = kept.findIndex((line) => line.startsWith('m='));
  const nextMedia = kept.findIndex((line, index) => index > firstMedia && line.startsWith('m='));
  kept.splice(nextMedia < 0 ? kept.length : nextMedia, 0, ...candidates);
  return join(
    kept.map((line) =>
      line.startsWith('a=ice-ufrag:')
        ? `a=ice-ufrag:${ice.ufrag}`
        : line.startsWith('a=ice-pwd:')
          ? `a=ice-pwd:${ice.pwd}`
          : line,
    ),
  );
}
