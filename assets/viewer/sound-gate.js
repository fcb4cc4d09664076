/**
 * Runs in a worker, between the network and the browser's buffer of sound (W3C webrtc-encoded-transform). What waits in that
 * buffer is heard late, and the browser catches up by four hundredths of a second each second at best. So sound is not let
 * into it before the loudspeaker takes any (which the first frame alone finds out), and when too much of it waits, some is left out.
 */
const OPUS_FRAME_MS = 10;

addEventListener('rtctransform', ({ transformer }) => {
  const { readable, writable, options } = transformer;
  let open = false;
  let knocked = false;
  let skipMs = 0;
  options.port.onmessage = ({ data }) => {
    open ||= data.open === true;
    skipMs = Number.isFinite(data.skipMs) ? data.skipMs : skipMs;
  };
  const gate = new TransformStream({
    transform(frame, controller) {
      if (open ? skipMs < OPUS_FRAME_MS : !knocked) {
        knocked = true;
        controller.enqueue(frame);
      } else {
        skipMs = Math.max(0, skipMs - OPUS_FRAME_MS);
      }
    },
  });
  readable
    .pipeThrough(gate)
    .pipeTo(writable)
    .catch(() => {
      // The track has ended.
    });
});
