package liveroom.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.CandidateReport.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EncoderChoiceTest {
    private static final VideoSettings SETTINGS = new VideoSettings(new VideoFormat(320, 180), 30, 500);
    private static final VideoCandidate BOGUS = candidate("h264_bogus", Map.of());
    private static final VideoCandidate LATE = candidate("libx264", Map.of("preset", "medium", "bf", "0"));

    private final PacketPool pool = PacketPool.forVideo();

    @AfterEach
    void nothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }

    @Test
    void open_firstDoesNotExist_takesTheNextAndSaysWhy() throws Exception {
        EncoderChoice choice = new EncoderChoice(List.of(BOGUS, VideoCandidate.OPENH264, VideoCandidate.X264));

        try (VideoEncoder encoder = choice.open(SETTINGS, StudioClock.SYSTEM, pool)) {
            assertThat(encoder.codec()).isEqualTo("libopenh264");
        }
        assertThat(choice.reports())
                .extracting(CandidateReport::verdict)
                .containsExactly(Verdict.CANNOT_OPEN, Verdict.WORKS, Verdict.NOT_TRIED);
        assertThat(choice.text()).startsWith("h264_bogus: cannot open: not part of this FFmpeg; libopenh264: works");
    }

    @Test
    void open_codecKeepsPicturesBack_isPassedOver() throws Exception {
        EncoderChoice choice = new EncoderChoice(List.of(LATE, VideoCandidate.OPENH264));

        try (VideoEncoder encoder = choice.open(SETTINGS, StudioClock.SYSTEM, pool)) {
            assertThat(encoder.codec()).isEqualTo("libopenh264");
        }
        assertThat(choice.reports().getFirst().verdict()).isEqualTo(Verdict.UNUSABLE);
        assertThat(choice.reports().getFirst().text()).startsWith("libx264: unusable: too late");
    }

    @Test
    void open_noneWorks_failsInWords() {
        EncoderChoice choice = new EncoderChoice(List.of(BOGUS));

        EncoderException failure =
                catchThrowableOfType(EncoderException.class, () -> choice.open(SETTINGS, StudioClock.SYSTEM, pool));

        assertThat(failure.code()).isEqualTo(EncoderException.Code.NO_ENCODER);
        assertThat(failure).hasMessage("h264_bogus: cannot open: not part of this FFmpeg");
    }

    @Test
    void reject_theOneInUse_leavesTheNext() throws Exception {
        EncoderChoice choice = new EncoderChoice(List.of(VideoCandidate.X264, VideoCandidate.OPENH264));
        choice.open(SETTINGS, StudioClock.SYSTEM, pool).close();

        choice.reject("libx264", "the card has gone");

        try (VideoEncoder encoder = choice.open(SETTINGS, StudioClock.SYSTEM, pool)) {
            assertThat(encoder.codec()).isEqualTo("libopenh264");
        }
        assertThat(choice.reports().getFirst().text()).isEqualTo("libx264: failed: the card has gone");
    }

    @Test
    void examine_thisSystem_findsSoftwareAndNamesEveryOther() {
        List<CandidateReport> reports = EncoderChoice.ofThisSystem().examine(SETTINGS);

        assertThat(reports).extracting(CandidateReport::verdict).doesNotContain(Verdict.NOT_TRIED);
        assertThat(reports)
                .filteredOn(report -> report.encoder().startsWith("lib"))
                .anyMatch(report -> report.verdict() == Verdict.WORKS);
        assertThat(reports)
                .filteredOn(report -> report.verdict() != Verdict.WORKS)
                .noneMatch(report -> report.detail().isBlank());
    }

    @Test
    void candidates_ofEverySystem_endWithTheSoftwareOnes() {
        for (String os : List.of("Linux", "Mac OS X", "Windows 11")) {
            List<String> names = VideoCandidate.ofSystem(os).stream()
                    .map(VideoCandidate::name)
                    .toList();
            assertThat(names.subList(names.size() - 2, names.size())).containsExactly("libx264", "libopenh264");
            assertThat(names.getFirst()).startsWith("h264_");
        }
    }

    private static VideoCandidate candidate(String name, Map<String, String> options) {
        return new VideoCandidate(name, VideoCandidate.Input.I420, VideoCandidate.BitrateChange.REOPEN, options);
    }
}
