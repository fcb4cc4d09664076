// What networks are made up of.

/** The same numbers every time, from 0 to 1 (mulberry32). */
export function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))];
export const bytesOf = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));

/** A stream's packets, each late by `transit(number)`; null: lost. In the order of arrival. */
export function arrivals(count, everyMs, transit) {
  const all = [];
  for (let number = 0; number < count; number += 1) {
    const late = transit(number);
    if (late !== null) {
      all.push({ number, atMs: number * everyMs + late });
    }
  }
  return all.sort((a, b) => a.atMs - b.atMs);
}
