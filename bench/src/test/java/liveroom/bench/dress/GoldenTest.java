package liveroom.bench.dress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import liveroom.capture.media.StudioClock;
import liveroom.capture.show.DeskState;
import liveroom.capture.show.LiveShowDesk;
import liveroom.capture.show.ShowCommand;
import liveroom.capture.show.ShowJson;
import liveroom.capture.show.ShowKeeping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What H.264 is allowed to do to a picture is far from what a wrong picture is.
class GoldenTest {
    private static final String OTHER_NAME = """
        {"do": "replace-layer", "sceneId": "pair", "layer": {
          "id": "host", "name": "Host's name", "content": {"kind": "lower-third", "name": "Mira Okafar", "title": "Founder"},
          "placement": {"box": [0.04, 0.72, 0.45, 0.18]}}}""";

    @Test
    void isSeenIn_oneLetterOrTheKitIsAnother_isNot(@TempDir Path home) throws Exception {
        try (OfflineStudio studio = new OfflineStudio(home);
                LiveShowDesk desk = new LiveShowDesk(
                        ShowJson.show(WatchedShow.show()),
                        StudioClock.SYSTEM,
                        InstantSource.system(),
                        ShowKeeping.NONE)) {
            desk.perform(ShowJson.command("{\"do\": \"preview\", \"sceneId\": \"pair\"}"), "host");
            DeskState right = desk.perform(ShowJson.command("{\"do\": \"take\"}"), "host");
            DeskState letter = desk.perform(ShowJson.command(OTHER_NAME), "host");
            DeskState kit = desk.perform(new ShowCommand.SetBrand("nocturne"), "host");

            Golden golden = studio.golden(right);
            assertThat(golden.isSeenIn(studio.golden(right).picture())).isTrue();
            assertThat(golden.isSeenIn(studio.golden(letter).picture())).isFalse();
            assertThat(golden.isSeenIn(studio.golden(kit).picture())).isFalse();
        }
    }
}
