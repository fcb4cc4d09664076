// Looks at a small part of every picture that a worker puts on its canvas, and tells the page: asking the canvas itself at each
// refresh would keep the page's own thread busy all the time, and disturb what is measured. Evaluated in the worker.
() => {
  const CELLS = 14;
  const SIDE = 32;
  const channel = new BroadcastChannel('liveroom-drawn');
  let refresh = NaN;

  // The time code's cells (see pixels.js) and the middle of the flash (see flash.js), as bytes of green.
  const tell = ({ width, height, data }) => {
    const green = (x, y) => data[4 * (Math.round(y) * width + Math.round(x)) + 1];
    const cells = Array.from({ length: CELLS }, (_, cell) => green((0.05 + (0.9 * (cell + 0.5)) / CELLS) * width, 0.98 * height));
    let sum = 0;
    for (let row = 0; row < SIDE; row++) {
      sum += green(0.175 * width, 0.775 * height - SIDE / 2 + row);
    }
    channel.postMessage({ atUnixMs: performance.timeOrigin + refresh, cells, level: sum / SIDE });
  };

  const { requestAnimationFrame } = self;
  self.requestAnimationFrame = (then) =>
    requestAnimationFrame((at) => {
      refresh = at;
      then(at);
    });
  const { prototype } = OffscreenCanvasRenderingContext2D;
  const { putImageData } = prototype;
  prototype.putImageData = function (image, ...place) {
    putImageData.call(this, image, ...place);
    tell(image);
  };
}
