/**
 * Whether this browser can use the shared lane: it decodes by itself, which browsers allow on secure pages alone.
 */
export const canShare = () =>
  Boolean(
    globalThis.isSecureContext &&
      globalThis.VideoDecoder &&
      globalThis.AudioDecoder &&
      globalThis.AudioWorkletNode &&
      globalThis.requestAnimationFrame,
  );
