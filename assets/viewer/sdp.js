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

/**
 * Takes data out of the bundle, so that they have a transport of their own: the studio is spared what libwebrtc does for each packet on a
 * transport that tracks share.
 *
 * @param {string} sdp an offer
 */
export function dataApart(sdp) {
  const data = sections(sdp).find(({ media }) => media.startsWith('m=application '))?.mid;
  const without = (group) => group.split(' ').filter((mid) => mid !== data);
  return join(lines(sdp).map((line) => (line.startsWith('a=group:BUNDLE ') ? without(line).join(' ') : line)));
}

/**
 * The mids of the sections that speak for a transport: the first of each bundle, and those in none (RFC 9143, section 7).
 *
 * @param {string} sdp an answer
 */
export function transports(sdp) {
  const bundles = lines(sdp).filter((line) => line.startsWith('a=group:BUNDLE '));
  const followers = new Set(bundles.flatMap((group) => group.split(' ').slice(2)));
  return sections(sdp)
    .map(({ mid }) => mid)
    .filter((mid) => !followers.has(mid));
}

/**
 * The body of a PATCH.
 *
 * @param {string} sdp the local description
 * @param {string[]} mids of the sections that speak for a transport
 * @param {RTCIceCandidate[]} candidates all of one generation
 * @param {boolean} complete whether no more will come
 */
export function fragment(sdp, mids, candidates, complete) {
  const found = (mid) => candidates.filter(({ sdpMid, candidate }) => sdpMid === mid && candidate !== '');
  return join(
    sections(sdp)
      .filter(({ mid }) => mids.includes(mid))
      .flatMap(({ media, mid, ufrag, pwd }) => [
        media,
        `a=mid:${mid}`,
        `a=ice-ufrag:${ufrag}`,
        `a=ice-pwd:${pwd}`,
        ...found(mid).map(({ candidate }) => `a=${candidate}`),
        ...(complete ? ['a=end-of-candidates'] : []),
      ]),
  );
}

/**
 * The remote description after an ICE restart: as before, with the credentials and candidates of the studio's fragment.
 *
 * @param {string} answer the description that stands
 * @param {string} renewed the studio's fragment
 */
export function restarted(answer, renewed) {
  const told = sections(renewed);
  const [head, ...standing] = split(answer);
  return join([
    ...head,
    ...standing.flatMap((section) => {
      const { mid } = described(section);
      const own = told.find((each) => each.mid === mid);
      const { ufrag, pwd } = own ?? told[0];
      return [
        ...section
          .filter((line) => !/^a=(candidate:|end-of-candidates)/.test(line))
          .map((line) => line.replace(/^a=ice-ufrag:.*/, `a=ice-ufrag:${ufrag}`).replace(/^a=ice-pwd:.*/, `a=ice-pwd:${pwd}`)),
        ...(own?.candidates ?? []),
      ];
    }),
  ]);
}

/** The lines before the first section, and those of each. */
function split(sdp) {
  const parts = [[]];
  lines(sdp).forEach((line) => (line.startsWith('m=') ? parts.push([line]) : parts.at(-1).push(line)));
  return parts;
}

function sections(sdp) {
  return split(sdp).slice(1).map(described);
}

function described(section) {
  const value = (name) => section.find((line) => line.startsWith(`a=${name}:`))?.slice(name.length + 3) ?? '';
  const candidates = section.filter((line) => line.startsWith('a=candidate:'));
  return { media: section[0], mid: value('mid'), ufrag: value('ice-ufrag'), pwd: value('ice-pwd'), candidates };
}
