package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import liveroom.capture.media.StageStats;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import liveroom.encoder.EncoderStatus;
import liveroom.encoder.Rung;
import liveroom.encoder.RungFigures;
import liveroom.transport.Lane;
import liveroom.transport.SharedService;
import liveroom.transport.Vacancy;
import liveroom.transport.ViewerSnapshot;
import liveroom.transport.ViewerTiming;
import org.junit.jupiter.api.Test;

final class FiguresJsonTest {
    private static final Rung TOP = new Rung(0, new VideoFormat(1280, 720), 2500);
    private static final Rung MIDDLE = new Rung(1, new VideoFormat(960, 540), 1200);
    /// The first one has nobody left.
    private static final List<RungFigures> RUNGS = List.of(
            new RungFigures(
                    TOP,
                    new EncoderStatus.Idle(),
                    new StageStats(9, 7, 2, 8_000_000, 9_000_000),
                    0,
                    2,
                    OptionalDouble.empty()),
            new RungFigures(
                    MIDDLE,
                    new EncoderStatus.Running("x"),
                    new StageStats(90, 85, 5, 3_500_000, 4_000_000),
                    1190.23,
                    5,
                    OptionalDouble.of(40_000_000)));

    @Test
    void line_nobodyWatching_hasExactlyTheseMembersAndNullForUnknown() {
        assertThat(FiguresJson.line(snapshot(List.of(), Double.NaN)))
                .isEqualTo(
                        "{\"uptimeS\":12.3,\"viewers\":0,\"programFps\":30.0,\"droppedFrames\":10,"
                                + "\"repeatedFrames\":5,\"unevenFrames\":2,\"encoderDroppedFrames\":7,\"encodeMsP50\":6.1,\"encodeMsP95\":7.9,\"videoKbps\":2500.4,"
                                + "\"audioKbps\":128.0,\"roomForMore\":12,\"rungLimit\":null,\"programSkewMs\":0.5,\"encodedSkewMs\":-1.0,\"soundDriftPpm\":37.3,\"cpuPercent\":45.7,\"rssMb\":null,"
                                + "\"rungs\":[{\"height\":540,\"kbps\":1190.2,\"encodeMs\":3.5,\"droppedFrames\":5}],\"perViewer\":[]}");
    }

    @Test
    void line_oneViewer_hasExactlyTheseMembers() {
        ViewerSnapshot viewer = viewer("H264", OptionalDouble.of(1.26), OptionalDouble.of(-12.34));

        assertThat(FiguresJson.line(snapshot(List.of(viewer), 300)))
                .contains("\"perViewer\":[{\"id\":\"7f3a\",\"lane\":\"track\",\"codec\":\"H264\","
                        + "\"fps\":29.9,\"kbps\":2400.0,\"rttMs\":1.3,\"lossPercent\":0.0,\"skewMs\":-12.3,"
                        + "\"latencyMs\":null,\"skewMsP50\":null,\"skewMsP95\":null,\"latencyMsP50\":null,"
                        + "\"latencyMsP95\":null,\"lateFrames\":null,\"droppedPictures\":null,\"captureMs\":9.0,\"composeMs\":2.0,\"encodeMs\":6.1,"
                        + "\"networkMs\":null,\"bufferMs\":null,\"renderMs\":null,\"rung\":null,\"rungKbps\":null,"
                        + "\"connections\":null,\"queueMs\":null}]}")
                .doesNotContain("\n");
    }

    @Test
    void line_viewerOnTheSharedLane_tellsItsRungAndConnections() {
        SharedService service = new SharedService(
                Optional.of(MIDDLE),
                4,
                0,
                0,
                0,
                0,
                OptionalDouble.of(1.25),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        ViewerSnapshot viewer = viewer(
                "H264", OptionalDouble.of(1.26), OptionalDouble.empty(), ViewerTiming.UNKNOWN, Optional.of(service));

        assertThat(FiguresJson.line(snapshot(List.of(viewer), 300)))
                .contains("\"lane\":\"shared\"", "\"droppedPictures\":9,", "\"encodeMs\":3.5,\"networkMs\"")
                .endsWith("\"rung\":540,\"rungKbps\":1200,\"connections\":4,\"queueMs\":1.3}]}");
    }

    @Test
    void line_viewerThatReports_tellsItsMinuteAndPartsThatAddUp() {
        ViewerTiming timing = new ViewerTiming(
                OptionalDouble.of(3),
                OptionalDouble.of(14.04),
                OptionalDouble.of(55),
                OptionalDouble.of(71),
                OptionalDouble.of(20),
                OptionalDouble.of(15),
                OptionalDouble.of(21),
                OptionalDouble.of(2));
        ViewerSnapshot viewer =
                viewer("H264", OptionalDouble.empty(), OptionalDouble.empty(), timing, Optional.empty());

        assertThat(FiguresJson.line(snapshot(List.of(viewer), 300)))
                .contains("\"skewMsP50\":3.0,\"skewMsP95\":14.0,\"latencyMsP50\":55.0,\"latencyMsP95\":71.0,"
                        + "\"lateFrames\":2,\"droppedPictures\":null,\"captureMs\":9.0,\"composeMs\":2.0,\"encodeMs\":6.1,\"networkMs\":2.9,"
                        + "\"bufferMs\":15.0,\"renderMs\":21.0,");
    }

    @Test
    void line_viewerStillConnecting_hasNullForWhatIsNotKnown() {
        ViewerSnapshot viewer = viewer("", OptionalDouble.empty(), OptionalDouble.empty());

        assertThat(FiguresJson.line(snapshot(List.of(viewer), 300)))
                .contains(
                        "\"codec\":null",
                        "\"rttMs\":null",
                        "\"lossPercent\":null",
                        "\"skewMs\":null",
                        "\"latencyMs\":null");
    }

    @Test
    void line_viewerWhosePicturesNobodyEncodes_doesNotTellAnotherEncodersTime() {
        SharedService alone = new SharedService(
                Optional.of(TOP),
                1,
                0,
                0,
                0,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        ViewerSnapshot viewer = viewer(
                "H264", OptionalDouble.empty(), OptionalDouble.empty(), ViewerTiming.UNKNOWN, Optional.of(alone));

        assertThat(FiguresJson.line(snapshot(List.of(viewer), 300))).contains("\"encodeMs\":null,\"networkMs\"");
    }

    @Test
    void line_nothingEncoded_hasNullForWhatIsNotKnown() {
        OptionalDouble unknown = OptionalDouble.empty();

        assertThat(FiguresJson.line(snapshot(List.of(), 300, unknown, unknown)))
                .contains("\"encodeMsP50\":null", "\"encodedSkewMs\":null");
    }

    private static StudioSnapshot snapshot(List<ViewerSnapshot> viewers, double rssMb) {
        return snapshot(viewers, rssMb, OptionalDouble.of(6.123), OptionalDouble.of(-1));
    }

    private static StudioSnapshot snapshot(
            List<ViewerSnapshot> viewers, double rssMb, OptionalDouble encodeMs, OptionalDouble encodedSkewMs) {
        StudioSnapshot.Input input = new StudioSnapshot.Input(new SourceSpec.Test(), new SourceStatus.Running());
        return new StudioSnapshot(
                new ShowState.OnAir(Instant.EPOCH),
                input,
                input,
                new StudioSnapshot.Sound(AudioLevels.SILENCE, 0, StudioSnapshot.Muting.OPEN),
                new StudioSnapshot.ProgramFigures(
                        new VideoFormat(1280, 720), 30, 30, 4, 6, 5, 2, 0.5, encodedSkewMs, 9, 2, 37.25),
                new StudioSnapshot.EncodeFigures(encodeMs, OptionalDouble.of(7.89), 2500.44, 128, RUNGS),
                "",
                new RecordingState.Off(),
                viewers,
                viewers.size(),
                new Vacancy(12, Optional.empty()),
                new StudioSnapshot.ProcessFigures(12.34, 45.67, rssMb));
    }

    private static ViewerSnapshot viewer(String codec, OptionalDouble rttMs, OptionalDouble skewMs) {
        return viewer(codec, rttMs, skewMs, ViewerTiming.UNKNOWN, Optional.empty());
    }

    private static ViewerSnapshot viewer(
            String codec,
            OptionalDouble rttMs,
            OptionalDouble skewMs,
            ViewerTiming timing,
            Optional<SharedService> shared) {
        return new ViewerSnapshot(
                "7f3a",
                "Ana",
                ViewerSnapshot.Presence.WATCHING,
                ViewerSnapshot.Speech.ALLOWED,
                Instant.EPOCH,
                shared.isPresent() ? Lane.SHARED : Lane.TRACK,
                codec,
                29.94,
                2400,
                rttMs,
                rttMs.isPresent() ? OptionalDouble.of(0) : OptionalDouble.empty(),
                skewMs,
                OptionalDouble.empty(),
                shared.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(6.123),
                timing,
                shared.isPresent() ? OptionalLong.of(9) : OptionalLong.empty(),
                shared);
    }
}
