// Looks at a small part of every picture that a video element shows. Evaluated in the page under test.
selector => {
  const video = document.querySelector(selector);
  const size = 8;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d', {willReadFrequently: true});
  let flashes = [];
  let dark = false;
  let lastPresented = 0;

  const brightness = () => {
    const {videoWidth: width, videoHeight: height} = video;
    context.drawImage(video, 0.05 * width, 0.6 * height, 0.25 * width, 0.35 * height, 0, 0, size, size);
    const {data} = context.getImageData(0, 0, size, size);
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) {
      sum += data[i + 1];
    }
    return sum / (size * size);
  };

  const look = (now, metadata) => {
    video.requestVideoFrameCallback(look);
    const level = brightness();
    if (level > 150 && dark) {
      dark = false;
      const unseen = metadata.presentedFrames - lastPresented - 1;
      flashes.push({at: metadata.expectedDisplayTime, unseen, now, ...metadata});
    } else if (level < 100) {
      dark = true;
      lastPresented = metadata.presentedFrames;
    }
  };
  video.requestVideoFrameCallback(look);

  window.liveroomFlash = {
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
