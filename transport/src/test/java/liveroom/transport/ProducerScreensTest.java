package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicInteger;
import liveroom.capture.media.FanOut;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.FrameTap;
import liveroom.capture.media.VideoFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;

/// Producers watch, and are no viewers.
@Timeout(120)
final class ProducerScreensTest extends RoomTest {
    private static final String PRODUCERS_KEY = "pppppppppppppppppppppp";
    private static final String PREVIEW = "/control/whep/preview";
    private static final String PROGRAM = "/control/whep/program";

    private final Tap tap = new Tap();
    private ProgramFeed preview;

    /// Counts who takes its pictures.
    private static final class Tap implements FrameTap<VideoFrame> {
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

    @BeforeEach
    void seatProducers() {
        test.room.seatProducers(new FakeDesk().seat(tap), StaticFiles.NONE, PRODUCERS_KEY);
        preview = new ProgramFeed(tap.frames, _ -> true);
    }

    @AfterEach
    void closePreview() {
        preview.close();
    }

    private WhepClient producer(String place) {
        return new WhepClient(test.room.port(), PRODUCERS_KEY).at(place);
    }

    private static FakeViewer joined(WhepClient client) throws Exception {
        FakeViewer viewer = new FakeViewer();
        viewer.join(client);
        return viewer;
    }

    @Test
    @Execution(CONCURRENT)
    void preview_picturesWithoutSound_areTakenWhileSomebodyWatches() throws Exception {
        assertThat(tap.sinks).hasValue(0);
        FakeViewer one = joined(producer(PREVIEW));
        FakeViewer other = joined(producer(PREVIEW));
        one.awaitPictures();
        other.awaitPictures();
        assertThat(tap.sinks).hasValue(1);
        assertThat(one.received("audio", "packetsReceived")).isZero();
        one.leave();
        other.awaitPictures();
        assertThat(tap.sinks).hasValue(1);
        other.leave();
        Await.until("an unwatched preview", () -> tap.sinks.get() == 0);
    }

    @Test
    @Execution(CONCURRENT)
    void producers_areNotCountedAndTakeNobodysPlace() throws Exception {
        try (FakeViewer program = joined(producer(PROGRAM));
                FakeViewer next = joined(producer(PREVIEW));
                FakeViewer third = joined(producer(PROGRAM))) {
            program.awaitPictures();
            next.awaitPictures();
            third.awaitPictures();
            assertThat(test.room.viewers()).isEmpty();
            assertThat(test.room.vacancy().viewers()).isEqualTo(8);
            try (FakeViewer viewer = test.join()) {
                viewer.awaitPictures();
                assertThat(test.room.viewers()).hasSize(1);
            }
        }
    }

    @Test
    @Execution(CONCURRENT)
    void program_isWatchedBeforeAndAfterTheShow() throws Exception {
        try (FakeViewer viewer = test.join();
                FakeViewer producer = joined(producer(PROGRAM))) {
            producer.awaitPictures();
            test.room.endShow();
            Await.until("the end for viewers", viewer::isEnded);
            producer.awaitPictures();
            assertThat(producer.isEnded()).isFalse();
            try (FakeViewer later = joined(producer(PROGRAM))) {
                later.awaitPictures();
            }
        }
    }

    @Test
    @Execution(CONCURRENT)
    void renewedKey_endsWhatIsWatched() throws Exception {
        try (FakeViewer program = joined(producer(PROGRAM));
                FakeViewer next = joined(producer(PREVIEW));
                FakeViewer viewer = test.join()) {
            program.awaitPictures();
            next.awaitPictures();
            viewer.awaitPictures();
            test.room.renewProducerKey("qqqqqqqqqqqqqqqqqqqqqq");
            Await.until("both ends", () -> program.isEnded() && next.isEnded() && tap.sinks.get() == 0);
            viewer.awaitPictures();
            assertThat(viewer.isEnded()).isFalse();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void offer_withoutTheProducersKey_isRefused() throws Exception {
        try (FakeViewer viewer = new FakeViewer()) {
            String offer = viewer.offer();
            for (String place : new String[] {PROGRAM, PREVIEW}) {
                WhepClient withViewersKey = new WhepClient(test.room.port(), TestRoom.KEY).at(place);
                assertThat(withViewersKey.offer(offer).statusCode()).isEqualTo(401);
                var inTheAddress = withViewersKey
                        .to(place + "?key=" + PRODUCERS_KEY)
                        .header("Content-Type", WhepClient.SDP)
                        .POST(BodyPublishers.ofString(offer));
                assertThat(withViewersKey.send(inTheAddress).statusCode()).isEqualTo(401);
            }
            assertThat(producer("/control/whep/other").offer(offer).statusCode())
                    .isEqualTo(404);
            assertThat(producer("/control/whep").offer(offer).statusCode()).isEqualTo(404);
        }
        assertThat(tap.sinks).hasValue(0);
    }
}
