package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.net.InetAddress;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// Viewers come, are served, and go.
final class RoomHandshakeTest extends RoomTest {
    @Test
    @Execution(CONCURRENT)
    void join_withAnOffer_pictureAndSoundArrive() throws Exception {
        try (FakeViewer viewer = test.join()) {
            viewer.awaitPictures();
            Await.until("sound", () -> packets(viewer) > 50);
            assertThat(viewer.received("audio", "packetsLost")).isZero();

            Await.until(
                    "statistics",
                    () -> test.onlyViewer().fps() > 5
                            && test.onlyViewer().rttMs().isPresent()
                            && test.room.laneFigures().audioKbps() > 0
                            && test.room.laneFigures().videoKbps() > 0);
            ViewerSnapshot seen = test.onlyViewer();
            boolean decodes = viewer.natives.getLocalDescription().sdp.contains("H264/90000");
            assertThat(seen.codec()).isEqualTo(decodes ? "H264" : "VP8");
            assertThat(seen.presence()).isEqualTo(ViewerSnapshot.Presence.WATCHING);
        }
    }

    /// As of a browser whose system has no H.264: the studio sends it VP8.
    @Test
    @Execution(CONCURRENT)
    void join_withVp8Alone_picturesArriveInVp8() throws Exception {
        try (FakeViewer viewer = new FakeViewer()) {
            String offer = Sdp.withVideo("VP8", viewer.offer());
            assertThat(offer).contains("VP8/90000").doesNotContain("H264");
            HttpResponse<String> answer = test.whep.offer(offer);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body().lines().filter(line -> line.startsWith("a=rtpmap:") && line.endsWith("/90000")))
                    .singleElement()
                    .asString()
                    .endsWith(" VP8/90000");
            viewer.answered(answer.body());

            viewer.awaitPictures();
            Await.until("statistics", () -> test.onlyViewer().fps() > 5);
            assertThat(test.onlyViewer().codec()).isEqualTo("VP8");
            assertThat(viewer.received("video", "framesDecoded")).isPositive();
        }
    }

    private static double packets(FakeViewer viewer) {
        try {
            return viewer.received("audio", "packetsReceived");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void join_afterTheAnswer_soundIsStereoInTenMillisecondPackets() throws Exception {
        try (FakeViewer viewer = new FakeViewer()) {
            HttpResponse<String> answer = test.whep.offer(viewer.offer());
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body())
                    .contains("stereo=1")
                    .contains("sprop-stereo=1")
                    .contains("maxaveragebitrate=128000")
                    .contains("a=ptime:10")
                    .contains("a=candidate:")
                    .contains("msid:picture")
                    .contains("msid:sound");
            viewer.answered(answer.body());
            Await.until("sound", () -> packets(viewer) > 10);
            double packets = packets(viewer);
            double bytes = viewer.received("audio", "bytesReceived");
            // 128 kbit/s in packets of 10 ms are 160 bytes each; 20 ms would be 320
            assertThat(bytes / packets).isBetween(100.0, 220.0);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void trickle_ofOwnCandidates_isTaken() throws Exception {
        try (FakeViewer viewer = test.join()) {
            Await.until("a candidate", () -> !viewer.candidates().isEmpty());
            String fragment = Sdp.credentials(viewer.natives.getLocalDescription().sdp) + "a="
                    + viewer.candidates().getFirst() + "\r\n";
            assertThat(test.whep.patch(viewer.resource, viewer.etag, fragment).statusCode())
                    .isEqualTo(204);
            viewer.awaitPictures();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void restart_ofIce_picturesGoOnUnderANewETag() throws Exception {
        try (FakeViewer viewer = test.join()) {
            viewer.awaitPictures();
            String before = viewer.etag;
            viewer.restartIce(test.whep, answer -> answer);
            assertThat(viewer.etag).isNotEqualTo(before);
            viewer.awaitPictures();
            assertThat(test.whep
                            .patch(viewer.resource, before, Sdp.credentials(viewer.natives.getLocalDescription().sdp))
                            .statusCode())
                    .isEqualTo(412);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void delete_ofTheResource_viewerIsGone() throws Exception {
        try (FakeViewer viewer = test.join()) {
            viewer.awaitPictures();
            assertThat(test.whep.delete(viewer.resource).statusCode()).isEqualTo(200);
            assertThat(test.room.viewers()).isEmpty();
            assertThat(test.whep.delete(viewer.resource).statusCode()).isEqualTo(404);
            Await.until("the end", viewer::isEnded);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void close_ofTheConnectionWithoutDelete_viewerIsGone() throws Exception {
        FakeViewer viewer = test.join();
        viewer.awaitPictures();
        viewer.close();
        Await.until("an empty room", () -> test.room.viewers().isEmpty());
    }

    @Test
    @Execution(CONCURRENT)
    void endShow_withAViewer_tellsItAndEndsItAndMayGoLiveAgain() throws Exception {
        try (FakeViewer viewer = test.join()) {
            viewer.control.first("welcome");
            test.room.endShow();
            viewer.control.first("ended");
            Await.until("the end", viewer::isEnded);
            assertThat(test.room.viewers()).isEmpty();
            assertThat(test.whep.get("/api/rooms/main").body()).contains("\"state\":\"ended\"");
        }
        test.room.goLive();
        try (FakeViewer viewer = test.join()) {
            viewer.awaitPictures();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void renewKey_withAViewer_staysInWhileTheOldLinkIsVoid() throws Exception {
        try (FakeViewer viewer = test.join();
                FakeViewer late = new FakeViewer()) {
            viewer.awaitPictures();
            test.room.renewKey("nnnnnnnnnnnnnnnnnnnnnn");
            assertThat(test.whep.offer(late.offer()).statusCode()).isEqualTo(403);
            viewer.awaitPictures();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void rebind_toTheNetwork_viewerStaysInAndTheDoorIsOpen() throws Exception {
        try (FakeViewer viewer = test.join()) {
            viewer.awaitPictures();
            int port = test.room.port();
            test.room.rebind(InetAddress.getByName("0.0.0.0"));
            assertThat(test.room.port()).isEqualTo(port);
            assertThat(test.whep.get("/api/rooms/main").statusCode()).isEqualTo(200);
            viewer.awaitPictures();
        }
    }
}
