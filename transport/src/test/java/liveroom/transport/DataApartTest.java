package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.capture.media.FramePool;
import liveroom.transport.sdp.Transports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A viewer whose data go by a transport of their own, as the page's do on the shared lane.
final class DataApartTest {
    private static final int ENOUGH = 20;

    @AfterAll
    static void nothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }

    private static void awaitMedia(FakeViewer viewer) {
        int before = viewer.media.pictures.size();
        Await.until("pictures by data", () -> viewer.media.pictures.size() >= before + ENOUGH);
    }

    private static List<List<String>> transports(FakeViewer viewer) {
        return Transports.of(viewer.natives.getRemoteDescription().sdp).sections();
    }

    @Test
    void answer_toOneWithDataApart_twoTransportsEachWithCandidatesOfItsOwn() throws Exception {
        try (SharedRoom test = new SharedRoom();
                FakeViewer viewer = new FakeViewer(FakeViewer.Media.APART)) {
            viewer.join(test.whep);
            viewer.awaitPictures();
            awaitMedia(viewer);
            List<List<String>> transports = transports(viewer);
            assertThat(transports)
                    .extracting(section -> section.getFirst().split(" ", 2)[0])
                    .containsExactly("m=video", "m=application");
            assertThat(transports)
                    .allMatch(section -> section.stream().anyMatch(line -> line.startsWith("a=candidate:")));
            assertThat(transports.stream().map(DataApartTest::ufrag).distinct()).hasSize(2);
        }
    }

    @Test
    void answer_toOneWithAllInOneBundle_oneTransport() throws Exception {
        try (SharedRoom test = new SharedRoom();
                FakeViewer viewer = test.join()) {
            awaitMedia(viewer);
            assertThat(transports(viewer)).hasSize(1);
        }
    }

    @Test
    void restart_ofIce_newCredentialsOnBothAndTheShowGoesOn() throws Exception {
        try (SharedRoom test = new SharedRoom();
                FakeViewer viewer = new FakeViewer(FakeViewer.Media.APART)) {
            viewer.join(test.whep);
            awaitMedia(viewer);
            List<String> before =
                    transports(viewer).stream().map(DataApartTest::ufrag).toList();
            viewer.restartIce(test.whep, answer -> answer);
            awaitMedia(viewer);
            assertThat(transports(viewer))
                    .extracting(DataApartTest::ufrag)
                    .hasSize(2)
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(before);
        }
    }

    private static String ufrag(List<String> section) {
        return Sdp.first(String.join("\n", section), "a=ice-ufrag:");
    }
}
