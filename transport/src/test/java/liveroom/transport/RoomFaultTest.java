package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.net.DatagramSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import liveroom.transport.ViewerSnapshot.Presence;
import liveroom.transport.peer.IceServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// Bad networks and bad manners.
final class RoomFaultTest extends RoomTest {
    @Test
    @Execution(CONCURRENT)
    void network_cutForTenSeconds_viewerComesBackByItself() throws Exception {
        try (UdpRelay relay = UdpRelay.to(test.whep);
                FakeViewer viewer = new FakeViewer()) {
            viewer.join(test.whep, relay::through);
            viewer.awaitPictures();
            Await.until("watching", () -> test.onlyViewer().presence() == Presence.WATCHING);

            relay.cut();
            long mendNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            Await.until("the loss is noticed", () -> test.onlyViewer().presence() == Presence.RECONNECTING);
            while (System.nanoTime() < mendNanos) {
                LockSupport.parkNanos(mendNanos - System.nanoTime()); // the fault itself lasts this long
            }
            assertThat(test.room.viewers()).hasSize(1);
            relay.mend();

            viewer.awaitPictures();
            Await.until("watching again", () -> test.onlyViewer().presence() == Presence.WATCHING);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void network_cutThenAnotherWay_viewerComesBackByIceRestart() throws Exception {
        try (UdpRelay first = UdpRelay.to(test.whep);
                UdpRelay second = UdpRelay.to(test.whep);
                FakeViewer viewer = new FakeViewer()) {
            viewer.join(test.whep, first::through);
            viewer.awaitPictures();
            first.cut();
            Await.until("the loss is noticed", () -> test.onlyViewer().presence() == Presence.RECONNECTING);
            viewer.restartIce(test.whep, second::through);
            viewer.awaitPictures();
            Await.until("watching again", () -> test.onlyViewer().presence() == Presence.WATCHING);
        }
    }

    /// A server that does not answer makes the studio look for its addresses for a second.
    @Test
    @Execution(CONCURRENT)
    void restarts_ofIceAllAtOnce_oneIsMadeAndTheOthersAreStale() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, UdpRelay.addressOf(test.whep));
                TestRoom slow = new TestRoom(TestRoom.settings(1, 0, List.of(server(silent))));
                FakeViewer viewer = slow.join()) {
            String old = Sdp.credentials(viewer.natives.getLocalDescription().sdp);
            String ufrag = Sdp.first(old, "a=ice-ufrag:");
            List<CompletableFuture<Integer>> statuses = new ArrayList<>();
            for (int attempt = 0; attempt < 20; attempt++) {
                String renewed = old.replace(ufrag, "a=ice-ufrag:new" + attempt);
                statuses.add(slow.whep.patchLater(viewer.resource, viewer.etag, renewed));
            }

            assertThat(statuses.stream().map(CompletableFuture::join))
                    .containsOnly(200, 412)
                    .containsOnlyOnce(200);
        }
    }

    private static IceServer server(DatagramSocket socket) {
        return IceServer.stun("stun:" + socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort());
    }

    @Test
    @Execution(CONCURRENT)
    void network_goneForGood_viewerIsFreed() throws Exception {
        try (UdpRelay relay = UdpRelay.to(test.whep);
                FakeViewer viewer = new FakeViewer()) {
            viewer.join(test.whep, relay::through);
            viewer.awaitPictures();
            relay.cut();
            Await.until(
                    "an empty room",
                    Duration.ofSeconds(60),
                    () -> test.room.viewers().isEmpty());
        }
    }

    @Test
    @Execution(CONCURRENT)
    void offer_neverConnected_viewerIsFreed() throws Exception {
        try (FakeViewer viewer = new FakeViewer()) {
            viewer.join(test.whep, Sdp::withoutCandidates);
            assertThat(test.onlyViewer().presence()).isEqualTo(Presence.CONNECTING);
            Await.until("an empty room", () -> test.room.viewers().isEmpty());
        }
    }

    @Test
    @Execution(CONCURRENT)
    void channels_fullOfGarbage_thatViewerIsRemovedAndTheOtherWatches() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        try (FakeViewer good = test.join()) {
            for (int round = 0; round < 6; round++) {
                try (FakeViewer bad = test.join()) {
                    bad.control.first("welcome");
                    FakeChannel channel = round % 2 == 0 ? bad.control : bad.chat;
                    while (!bad.isEnded() && test.room.viewers().size() == 2) {
                        byte[] noise = new byte[1 + random.nextInt(round < 4 ? 200 : 20_000)];
                        random.nextBytes(noise);
                        try {
                            channel.send(noise, random.nextBoolean());
                        } catch (Exception _) {
                            break; // the channel has gone under our feet, as it should
                        }
                    }
                    Await.until("one viewer", () -> test.room.viewers().size() == 1);
                }
            }
            good.awaitPictures();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void channels_withOddButHarmlessMessages_viewerStays() throws Exception {
        try (FakeViewer viewer = test.join()) {
            for (String message : new String[] {
                "{\"v\":1,\"type\":\"unknown\"}",
                "{\"v\":1,\"type\":\"report\",\"future\":{\"a\":[1,2]}}",
                "{\"v\":1,\"type\":\"clock\"}",
                "{\"v\":1,\"type\":\"clock\",\"t0\":\"x\"}",
                "{\"v\":2,\"type\":\"say\"}",
                "[]",
                "{\"v\":1}"
            }) {
                viewer.control.send(message);
                viewer.chat.send(message);
            }
            viewer.chat.send("{\"v\":1,\"type\":\"say\",\"text\":\"still here\"}");
            viewer.chat.first("message");
            assertThat(test.room.viewers()).hasSize(1);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void flood_ofMessages_endsInRemovalWhileTheOtherChats() throws Exception {
        try (FakeViewer calm = test.join();
                FakeViewer flood = test.join()) {
            flood.control.first("welcome");
            calm.control.first("welcome");
            Thread flooding = Thread.ofVirtual().start(() -> {
                try {
                    while (!flood.isEnded()) {
                        flood.control.send("{\"v\":1,\"type\":\"clock\",\"t0\":1}");
                    }
                } catch (Exception _) {
                    // the channel has gone under our feet, as it should
                }
            });
            calm.chat.send("{\"v\":1,\"type\":\"say\",\"text\":\"calm\"}");
            calm.chat.first("message");
            Await.until("one viewer", () -> test.room.viewers().size() == 1);
            flooding.join();
            calm.awaitPictures();
        }
    }
}
