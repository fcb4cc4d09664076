package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.app.settings.Settings.Inputs;
import liveroom.capture.source.Device;
import liveroom.capture.source.DeviceList;
import liveroom.capture.source.SourceSpec;
import org.junit.jupiter.api.Test;

class DefaultSourcesTest {
    private static final DeviceList NOTHING = new DeviceList(List.of());
    private static final DeviceList CAMERA_ALONE =
            new DeviceList(List.of(new Device(new SourceSpec.Camera("/dev/video0"), "BRIO", Device.Kind.CAMERA)));

    @Test
    void of_nothingChosenAndNoDevices_isTheTestSourceAndSaysSo() {
        DefaultSources sources = DefaultSources.of(Inputs.DEFAULT, () -> NOTHING);

        assertThat(sources.video()).isInstanceOf(SourceSpec.Test.class);
        assertThat(sources.audio()).isInstanceOf(SourceSpec.Test.class);
        assertThat(sources.notice()).contains("default.neither");
    }

    @Test
    void of_cameraButNoMicrophone_replacesTheSoundAlone() {
        DefaultSources sources = DefaultSources.of(Inputs.DEFAULT, () -> CAMERA_ALONE);

        assertThat(sources.video()).isInstanceOf(SourceSpec.Camera.class);
        assertThat(sources.audio()).isInstanceOf(SourceSpec.Test.class);
        assertThat(sources.notice()).contains("default.noMicrophone");
    }

    @Test
    void of_bothChosen_asksForNoDevices() {
        DefaultSources sources =
                DefaultSources.of(Inputs.DEFAULT.withVideo("screen").withAudio("none"), () -> {
                    throw new AssertionError("asked for devices");
                });

        assertThat(sources.video()).isEqualTo(new SourceSpec.Screen(""));
        assertThat(sources.audio()).isInstanceOf(SourceSpec.None.class);
        assertThat(sources.notice()).isEmpty();
    }
}
