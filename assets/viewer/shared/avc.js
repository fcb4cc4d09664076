/** Reads as much of H.264 (ITU-T H.264, annex B) as a decoder must be told. */

const SEQUENCE_PARAMETERS = 7;

/**
 * The codec string of a keyframe, from its sequence parameter set: RFC 6381, `avc1.` with profile, constraints and level.
 *
 * @param {Uint8Array} bytes an access unit
 * @returns {string | null} null if it holds none
 */
export function codecOf(bytes) {
  for (let at = 0; at + 6 < bytes.length; at += 1) {
    if (bytes[at] === 0 && bytes[at + 1] === 0 && bytes[at + 2] === 1) {
      if ((bytes[at + 3] & 0x1f) === SEQUENCE_PARAMETERS) {
        const hex = (value) => value.toString(16).padStart(2, '0');
        return `avc1.${hex(bytes[at + 4])}${hex(bytes[at + 5])}${hex(bytes[at + 6])}`;
      }
      at += 3;
    }
  }
  return null;
}
