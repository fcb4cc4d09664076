// Reads the time code of the test source (see TimeCode) in every picture that the page shows, whatever shows it: the
// element that carries data-program. Evaluated before the page's own scripts.
(() => {
  const CELLS = 14;
  const watched = new WeakSet();
  const delays = [];
  let luma = new Uint8Array(0);
  let shown = [];
  let last = -1;
  let firstMs = 0;
  let displayAfterMs = 0;

  // The cells are a white one, a black one, and the code. What is not so is no time code.
  const note = (levels, at) => {
    const bits = levels.map((level) => (level > 128 ? 1 : 0));
    if (bits[0] !== 1 || bits[1] !== 0) {
      return;
    }
    const code = bits.slice(2).reduce((sum, bit) => 2 * sum + bit, 0);
    if (code !== last) {
      last = code;
      firstMs ||= at;
      shown.push({ code, at });
    }
  };

  // What a worker draws on its canvas in a refresh, as it tells itself (see canvas-tap.js), is seen when a video's picture of
  // this refresh is seen.
  new BroadcastChannel('liveroom-drawn').onmessage = ({ data }) =>
    note(data.cells, data.atUnixMs - performance.timeOrigin + displayAfterMs);

  // The rows of the strip's middle from the decoded picture itself: nothing is converted or scaled.
  const lookAtVideo = async (video, at) => {
    const frame = new VideoFrame(video);
    try {
      const { width, height } = frame.visibleRect;
      const rect = { x: 0, y: 2 * Math.round((0.98 * height) / 2), width, height: 2 };
      const bytes = frame.allocationSize({ rect });
      luma = luma.length < bytes ? new Uint8Array(bytes) : luma;
      const [{ offset }] = await frame.copyTo(luma, { rect });
      note(
        Array.from({ length: CELLS }, (_, cell) => luma[offset + Math.round((0.05 + (0.9 * (cell + 0.5)) / CELLS) * width)]),
        at,
      );
    } finally {
      frame.close();
    }
  };

  let queue = Promise.resolve();
  const watchVideo = (video) => {
    watched.add(video);
    const look = (now, { expectedDisplayTime }) => {
      video.requestVideoFrameCallback(look);
      delays.push(expectedDisplayTime - now);
      if ('program' in video.dataset) {
        queue = queue.then(() => lookAtVideo(video, expectedDisplayTime)).catch(() => {});
      }
    };
    video.requestVideoFrameCallback(look);
  };

  const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

  const refreshes = [];
  let refreshedMs = NaN;
  const refresh = (at) => {
    requestAnimationFrame(refresh);
    if (refreshes.length < 300 && at > refreshedMs) {
      refreshes.push(at - refreshedMs);
    }
    refreshedMs = at;
    for (const video of document.querySelectorAll('video')) {
      if (!watched.has(video)) {
        watchVideo(video);
      }
    }
  };
  requestAnimationFrame(refresh);

  window.liveroomPixels = {
    take() {
      const taken = shown;
      shown = [];
      return taken;
    },
    firstMs: () => firstMs,
    // How long after the refresh in which a video's picture is handed over it is expected to be seen. Some browsers hand it over in
    // the refresh in which it is seen; what is drawn in one is never seen before the next.
    displayAfterMs: () => Math.max(middle(delays), middle(refreshes)),
    setDisplayAfterMs(ms) {
      displayAfterMs = ms;
    },
    // What to add to performance.now() for Unix time, from the edges of the coarser of the two clocks.
    unixOffset() {
      let best = -Infinity;
      for (let i = 0; i < 20; i++) {
        const before = Date.now();
        while (Date.now() === before);
        best = Math.max(best, Date.now() - performance.now());
      }
      return best;
    },
  };
})();
