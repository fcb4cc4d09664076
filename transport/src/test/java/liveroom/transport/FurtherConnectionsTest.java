package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import liveroom.capture.media.FramePool;
import liveroom.transport.rtp.RtpPacket;
import liveroom.transport.shared.TrackEncoders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A viewer whose link loses packets, as it says, has several real connections. One studio at a time, as at a host's:
/// several that share two processors leave out sound when all of them are busy.
final class FurtherConnectionsTest {
    private static final int ENOUGH = 60;
    private SharedRoom test;

    @BeforeEach
    void open() throws Exception {
        test = new SharedRoom();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @AfterAll
    static void assertNothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }

    private static void awaitMedia(FakeViewer viewer) {
        int pictures = viewer.media.pictures.size() + ENOUGH;
        int sound = viewer.media.sound.size() + 3 * ENOUGH;
        Await.until("pictures", () -> viewer.media.pictures.size() >= pictures);
        Await.until("sound", () -> viewer.media.sound.size() >= sound);
    }

    private void awaitConnections(int count) {
        Await.until(count + " connections", () -> connections() == count);
    }

    private int connections() {
        return test.onlyViewer().shared().map(SharedService::connections).orElse(0);
    }

    /// No packet is missing, but pictures that a busy machine left out up to a keyframe.
    private static void assertNothingLost(List<RtpPacket> packets) {
        TreeMap<Integer, RtpPacket> byNumber = new TreeMap<>();
        for (RtpPacket packet : List.copyOf(packets)) {
            int before = byNumber.isEmpty() ? packet.sequence() : byNumber.lastKey();
            byNumber.put(before + (short) (packet.sequence() - before), packet);
        }
        byNumber.forEach((number, packet) -> assertThat(
                        byNumber.containsKey(number - 1) || number.equals(byNumber.firstKey()) || packet.isKeyframe())
                .as("what is before %d", number)
                .isTrue());
    }

    @Test
    void viewer_thatIsOvertaken_isSpreadOverFour_oneDies_theOthersGoOn() throws Exception {
        try (FakeViewer viewer = test.join()) {
            awaitMedia(viewer);
            assertThat(viewer.media.spread.get()).isZero();
            List<FakeStripe> stripes = FakeStripe.asked(viewer);
            for (FakeStripe stripe : stripes) {
                stripe.open();
            }
            awaitConnections(4);
            awaitMedia(viewer);
            assertThat(viewer.media.spread.get()).isPositive();

            stripes.getFirst().close();
            awaitConnections(3);
            awaitMedia(viewer);

            viewer.control.send("{\"v\":1,\"type\":\"stripe-over\",\"id\":" + stripes.get(1).id + "}");
            awaitConnections(2);
            awaitMedia(viewer);

            viewer.control.send("{\"v\":1,\"type\":\"stripe-over\",\"id\":" + stripes.get(2).id + "}");
            awaitConnections(1);
            awaitMedia(viewer);
            assertThat(viewer.media.odd).isEmpty();
            assertNothingLost(viewer.media.pictures);
            assertNothingLost(viewer.media.sound);
            assertThat(test.onlyViewer().lane()).isEqualTo(Lane.SHARED);
        }
    }

    @Test
    void viewer_thatWishesForItsTracks_isToldThatTheConnectionsAreOver() throws Exception {
        try (FakeViewer viewer = test.join()) {
            awaitMedia(viewer);
            for (FakeStripe stripe : FakeStripe.asked(viewer)) {
                stripe.open();
            }
            awaitConnections(4);
            viewer.control.send("{\"v\":1,\"type\":\"wish\",\"lane\":\"track\",\"reason\":\"decoder\"}");
            viewer.control.nth("stripe-over", 3);
            viewer.awaitPictures();
        }
    }

    @Test
    void viewer_thatNeverOffers_isToldThatTheyAreOverAndWatchesOn() throws Exception {
        try (FakeViewer viewer = test.join()) {
            awaitMedia(viewer);
            FakeStripe.asked(viewer);
            viewer.control.nth("stripe-over", 3);
            awaitMedia(viewer);
            assertThat(connections()).isEqualTo(1);
        }
    }

    @Test
    void offers_unaskedOrMalformedOrOfMedia_openNothing() throws Exception {
        try (FakeViewer viewer = test.join();
                FakeViewer other = new FakeViewer()) {
            awaitMedia(viewer);
            FakeStripe.offer(viewer, 1, "v=0\r\n");
            FakeStripe.offer(viewer, -1, "v=0\r\n");
            List<FakeStripe> stripes = FakeStripe.asked(viewer);
            FakeStripe.offer(viewer, stripes.getFirst().id, "v=0\r\nm=garbage\r\n");
            FakeStripe.offer(viewer, stripes.get(1).id, withoutCandidates(other.offer()));
            FakeStripe.offer(viewer, 12_345, "v=0\r\n");
            stripes.getLast().open();
            awaitConnections(2);
            assertThat(viewer.control.all("stripe-answer")).hasSize(1);
            viewer.control.nth("stripe-over", 2);
            awaitMedia(viewer);
            assertNothingLost(viewer.media.pictures);
        }
    }

    @Test
    void viewers_moreThanTheRoomHasConnectionsFor_haveWhatIsLeftAndWatchOn() throws Exception {
        try (SharedRoom small = new SharedRoom(new TrackEncoders(0), 4)) {
            FakeViewer first = small.join();
            FakeViewer second = small.join();
            FakeViewer third = small.join();
            awaitMedia(third);
            for (FakeStripe stripe : FakeStripe.asked(first)) {
                stripe.open();
            }
            FakeStripe.asked(second, 1).getFirst().open();
            Await.until("all connections", () -> connections(small).equals(List.of(4, 2, 1)));
            for (int i = 0; i < 10; i++) {
                FakeStripe.reportLoss(third);
            }
            for (FakeViewer viewer : List.of(first, second, third)) {
                awaitMedia(viewer);
            }
            assertThat(second.control.all("stripe")).hasSize(1);
            assertThat(third.control.all("stripe")).isEmpty();
            assertThat(connections(small)).containsExactly(4, 2, 1);
            assertNothingLost(first.media.sound);
            assertNothingLost(second.media.sound);

            first.leave();
            Await.until("one has left", () -> small.room.viewers().size() == 2);
            FakeViewer fourth = small.join();
            awaitMedia(fourth);
            assertThat(FakeStripe.asked(fourth)).hasSize(3);
            for (FakeViewer viewer : List.of(second, third, fourth)) {
                viewer.leave();
            }
        }
    }

    /// Of each viewer, in the order in which they came.
    private static List<Integer> connections(SharedRoom room) {
        return room.room.viewers().stream()
                .map(viewer -> viewer.shared().map(SharedService::connections).orElse(0))
                .toList();
    }

    /// As short as a message may be.
    private static String withoutCandidates(String sdp) {
        StringBuilder kept = new StringBuilder();
        sdp.lines()
                .filter(line -> !line.matches("a=(candidate|rtpmap|fmtp|rtcp-fb|extmap|ssrc).*"))
                .forEach(line -> kept.append(line).append("\r\n"));
        return kept.toString();
    }
}
