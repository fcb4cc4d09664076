package liveroom.app.window.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.window.FakeStudio;
import liveroom.app.window.Snapshots;
import liveroom.app.window.Viewers;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.Rung;
import liveroom.transport.Vacancy;
import liveroom.transport.ViewerSnapshot;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WatchingTest {
    private final AudienceModel model = new AudienceModel(new FakeStudio());

    private List<Watching> read(ViewerSnapshot... viewers) {
        StudioSnapshot snapshot = Snapshots.withViewers(FakeStudio.quiet(), List.of(viewers));
        model.read(snapshot);
        return List.copyOf(model.viewers());
    }

    @Test
    void scale_shortLatencies_isAHundredMilliseconds() {
        assertThat(read(Viewers.watching("a", 3, 60)).getFirst().scaleMs()).isEqualTo(100);
    }

    @Test
    void scale_oneLongLatency_holdsItAndIsTheSameForAll() {
        assertThat(read(Viewers.watching("a", 3, 60), Viewers.watching("b", 3, 212)))
                .extracting(Watching::scaleMs)
                .containsExactly(250.0, 250.0);
    }

    @Test
    void rest_allPartsKnown_isNothing() {
        Watching all = read(Viewers.watching("a", 3, 95)).getFirst();
        assertThat(all.restMs()).isCloseTo(0, Offset.offset(0.001));
        assertThat(all.barWords())
                .contains("Capture", "Compose", "Encode", "Network", "Buffer", "Render")
                .doesNotContain("not known");
    }

    @Test
    void rest_networkNotKnown_isWhatThePartsLackOfTheLatency() {
        List<Watching> crowd = read(Viewers.crowd(7).toArray(ViewerSnapshot[]::new));
        Watching onTracks = crowd.getLast();
        assertThat(onTracks.parts().network()).isEmpty();
        assertThat(onTracks.restMs()).isGreaterThan(50);
        assertThat(onTracks.barWords()).contains("not known").doesNotContain("Network");
    }

    @Test
    void heights_ofAThousandLinesAndMore_areWrittenAsOneNumber() {
        Rung high = new Rung(0, new VideoFormat(1920, 1080), 4500);
        assertThat(AudienceModel.how(Viewers.at(high))).isEqualTo("shared lane · 1080p 4,500");
        model.read(Snapshots.withVacancy(FakeStudio.quiet(), new Vacancy(9, Optional.of(high))));
        assertThat(model.room().get()).contains("Everybody gets 1080p at most");
    }

    @Test
    void how_lanesAndRungs_areNamed() {
        assertThat(AudienceModel.how(Viewers.spread("a", 4))).isEqualTo("shared ×4 · 720p 2,500");
        assertThat(AudienceModel.how(Viewers.watching("a", 3, 60))).isEqualTo("track lane · H264 2,500");
        assertThat(AudienceModel.how(Viewers.unmeasured("a"))).isEqualTo("Connecting");
    }
}
