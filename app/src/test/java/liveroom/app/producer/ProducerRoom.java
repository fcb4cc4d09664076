package liveroom.app.producer;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import liveroom.app.page.PageFiles;
import liveroom.capture.media.FanOut;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.FrameTap;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Layer;
import liveroom.capture.show.LiveShowDesk;
import liveroom.capture.show.ShowKeeping;
import liveroom.transport.Room;
import liveroom.transport.RoomSettings;
import liveroom.transport.TransportException;
import liveroom.transport.control.ProducerDesk;

/// A real room with a real desk, live, whose program is a bar that wanders over grey.
final class ProducerRoom implements AutoCloseable {
    static final String KEY = "pppppppppppppppppppppp";
    static final String VIEWERS_KEY = "vvvvvvvvvvvvvvvvvvvvvv";
    private static final VideoFormat FORMAT = new VideoFormat(640, 360);

    final LiveShowDesk desk =
            new LiveShowDesk(Evening.SHOW, StudioClock.SYSTEM, InstantSource.system(), ShowKeeping.NONE);
    /// The scene that comes next, as stills show it.
    private final CountedTap previews = new CountedTap();
    private final FramePool pool = new FramePool(FORMAT.bytes(), 8);
    private final Thread program = Thread.ofPlatform().name("program").daemon().unstarted(this::run);
    private Room room;
    private volatile boolean closed;

    ProducerRoom() throws TransportException {
        room = opened(0);
        program.start();
    }

    private Room opened(int port) throws TransportException {
        Room opened = new Room(
                new RoomSettings(
                        "ana",
                        VIEWERS_KEY,
                        "Ana's live room",
                        InetAddress.getLoopbackAddress(),
                        port,
                        8,
                        8,
                        List.of(),
                        800,
                        30,
                        FORMAT,
                        PageFiles.ofViewers()),
                StudioClock.SYSTEM);
        opened.seatProducers(
                new ProducerDesk(
                        desk, new PaintedDesk(desk), previews, () -> List.of(Evening.KIT, "midnight", "paper")),
                PageFiles.ofProducers(),
                KEY);
        opened.open();
        opened.goLive();
        return opened;
    }

    /// A layer of the show, as it is now.
    Layer layer(String sceneId, String layerId) {
        return desk.state().show().scene(sceneId).orElseThrow().layer(layerId).orElseThrow();
    }

    boolean previewIsWatched() {
        return previews.sinks.get() > 0;
    }

    Room room() {
        return room;
    }

    String origin() {
        return "http://127.0.0.1:" + room.port();
    }

    String link() {
        return origin() + "/producer#" + KEY;
    }

    String viewersLink() {
        return origin() + "/watch/ana#" + VIEWERS_KEY;
    }

    private void run() {
        for (int n = 0; !closed; n++) {
            FrameBuffer buffer = pool.tryLend();
            if (buffer != null) {
                buffer.memory().fill((byte) 128);
                for (int y = 0; y < FORMAT.height(); y++) {
                    long at = (long) y * FORMAT.width();
                    buffer.memory().asSlice(at, FORMAT.width()).fill((byte) (40 + y / 4));
                    buffer.memory()
                            .asSlice(at + n * 4 % (FORMAT.width() - 40), 40)
                            .fill((byte) 200);
                }
                try (VideoFrame frame = new VideoFrame(FORMAT, System.nanoTime(), buffer)) {
                    room.videoSink().offer(frame);
                }
            }
            if (n % 2 == 0 && previewIsWatched()) {
                offerPreview();
            }
            LockSupport.parkNanos(33_000_000);
        }
    }

    private static final class CountedTap implements FrameTap<VideoFrame> {
        private final FanOut<VideoFrame> frames = new FanOut<>();
        private final AtomicInteger sinks = new AtomicInteger();

        @Override
        public void add(FrameSink<VideoFrame> sink) {
            frames.add(sink);
            sinks.incrementAndGet();
        }

        @Override
        public void remove(FrameSink<VideoFrame> sink) {
            frames.remove(sink);
            sinks.decrementAndGet();
        }
    }

    private void offerPreview() {
        FrameBuffer buffer = pool.tryLend();
        if (buffer != null) {
            PaintedFrame.write(PaintedDesk.painted(desk.state().preview()), FORMAT, buffer.memory());
            try (VideoFrame frame = new VideoFrame(FORMAT, System.nanoTime(), buffer)) {
                previews.frames.offer(frame);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            program.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        room.close();
        desk.close();
    }
}
