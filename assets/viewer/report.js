const WHOLE = new Set(['fps', 'kbps', 'width', 'height', 'droppedFrames', 'freezes', 'videoBufferMs', 'audioBufferMs',
  'lateFrames', 'overtaken']);
const TENTHS = new Set([
  'skewMs', 'latencyMs', 'arrivalMs', 'bufferMs', 'renderMs', 'rttMs', 'lossPercent', 'concealedPercent', 'queueMs', 'decodeMs',
  'playoutMs', 'driftPpm',
]);

/** The members of a report to the studio: those that are known, rounded. */
export function report(sample) {
  const members = {};
  for (const [name, value] of Object.entries(sample)) {
    if (!Number.isFinite(value)) {
      continue;
    }
    if (WHOLE.has(name)) {
      members[name] = Math.round(value);
    } else if (TENTHS.has(name)) {
      members[name] = Math.round(value * 10) / 10;
    }
  }
  if (sample.lane === 'shared') {
    members.lane = 'shared';
    members.rtp = sample.rtp ?? [];
  }
  return members;
}
