// Looks at a small part of every picture that a video element or a canvas shows. Evaluated in the page under test.
selector => {
  const shown = document.querySelector(selector);
  const side = 32;
  const pixels = new Uint8Array(side * side * 4);
  let flashes = [];
  let dark = false;
  let lastPresented = 0;
  let presented = 0;

  // The middle of the flash, taken from the decoded picture itself: nothing is converted or scaled, so that looking costs
  // next to nothing and disturbs nothing. The first plane is the luma.
  const brightness = async () => {
    const frame = new VideoFrame(shown);
    try {
      const {width, height} = frame.visibleRect;
      const x = 2 * Math.round((0.175 * width - side / 2) / 2);
      const y = 2 * Math.round((0.775 * height - side / 2) / 2);
      const [{offset, stride}] = await frame.copyTo(pixels, {rect: {x, y, width: side, height: side}});
      let sum = 0;
      for (let row = 0; row < side; row++) {
        sum += pixels[offset + row * stride + side / 2];
      }
      return sum / side;
    } finally {
      frame.close();
    }
  };

  const judge = (level, metadata) => {
    presented = metadata.presentedFrames;
    if (level > 150 && dark) {
      dark = false;
      const unseen = metadata.presentedFrames - lastPresented - 1;
      flashes.push({at: metadata.expectedDisplayTime, unseen, ...metadata});
    } else if (level < 100) {
      dark = true;
      lastPresented = metadata.presentedFrames;
    }
  };

  let queue = Promise.resolve();
  const watchVideo = (_, metadata) => {
    shown.requestVideoFrameCallback(watchVideo);
    const level = brightness();
    queue = queue.then(() => level).then(value => judge(value, metadata)).catch(() => {});
  };

  // A worker that draws on a canvas tells what it draws: see canvas-tap.js. It is seen at the next refresh.
  const REFRESH_MS = 1000 / 60;
  let drawn = 0;
  const watchCanvas = ({ data }) => {
    drawn += 1;
    judge(data.level, { presentedFrames: drawn, expectedDisplayTime: data.atUnixMs - performance.timeOrigin + REFRESH_MS });
  };

  if (shown.requestVideoFrameCallback) {
    shown.requestVideoFrameCallback(watchVideo);
  } else {
    new BroadcastChannel('liveroom-drawn').onmessage = watchCanvas;
  }

  window.liveroomFlash = {
    presented: () => presented,
    take() {
      const taken = flashes;
      flashes = [];
      return taken;
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
}
