package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import liveroom.transport.shared.SeatFigures;
import org.junit.jupiter.api.Test;

final class DroppedPicturesTest {
    private final DroppedPictures dropped = new DroppedPictures();

    private void told(String lane, int frames) {
        dropped.told(Report.of(Wire.read("{\"v\":1,\"type\":\"report\"" + lane + ",\"droppedFrames\":" + frames + "}")
                .orElseThrow()));
    }

    private void onTracks(int frames) {
        told("", frames);
    }

    private void onShared(int frames) {
        told(",\"lane\":\"shared\"", frames);
    }

    private void spared(long pictures) {
        dropped.measured(new SeatFigures(0, Optional.empty(), 0, 0, 0, pictures, 0, 0, 0, 0, 1));
    }

    @Test
    void sum_nobodyHasCounted_isUnknown() {
        dropped.told(Report.NONE);
        assertThat(dropped.sum()).isEmpty();
    }

    @Test
    void sum_viewerMovedFromLaneToLane_keepsWhatWasCountedOnEach() {
        spared(0);
        assertThat(dropped.sum()).hasValue(0);
        spared(7);
        onShared(3);
        onTracks(2);
        assertThat(dropped.sum()).hasValue(12);
        onTracks(5);
        onShared(4);
        assertThat(dropped.sum()).hasValue(16);
    }

    @Test
    void sum_countThatBeginsAnew_isAdded() {
        spared(7);
        spared(1);
        onShared(20);
        onShared(2);
        assertThat(dropped.sum()).hasValue(30);
    }

    @Test
    void sum_lies_areBounded() {
        dropped.told(Report.of(Wire.read("{\"v\":1,\"type\":\"report\",\"droppedFrames\":1e300}")
                .orElseThrow()));
        assertThat(dropped.sum()).hasValue(1_000_000_000);
    }
}
