package liveroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import liveroom.app.cli.Finding.Verdict;
import liveroom.app.settings.Settings;
import liveroom.capture.source.Device;
import liveroom.capture.source.DeviceList;
import liveroom.capture.source.SourceSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckupTest {
    private final Checkup checkup = new Checkup();

    @TempDir
    private Path folder;

    @Test
    void jdk_olderThanWanted_isBroken() {
        assertThat(checkup.jdk(Runtime.Version.parse("17.0.15")).verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(checkup.jdk(Runtime.Version.parse("25")).verdict()).isEqualTo(Verdict.OK);
        assertThat(checkup.jdk(Runtime.Version.parse("26.0.1")).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void devices_cameraAlone_namesItAndMissesTheMicrophone() {
        DeviceList devices =
                new DeviceList(List.of(new Device(new SourceSpec.Camera(""), "HD Webcam", Device.Kind.CAMERA)));

        List<Finding> findings = checkup.devices(devices).toList();

        assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.OK, Verdict.ATTENTION);
        assertThat(findings.getFirst().text()).contains("HD Webcam");
    }

    @Test
    void port_inUse_needsAttention() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Settings.Network network = Settings.Network.DEFAULT.withPort(other.getLocalPort());

            assertThat(checkup.port(network).verdict()).isEqualTo(Verdict.ATTENTION);
            assertThat(checkup.port(network).text()).contains(Integer.toString(other.getLocalPort()));
        }
        assertThat(checkup.port(Settings.Network.DEFAULT.withPort(0)).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void recordings_folderNotThereYet_looksAtTheOneAbove() {
        assertThat(checkup.recordings(folder.resolve("a/b/c")).text()).contains("GiB free");
        assertThat(Files.exists(folder.resolve("a"))).isFalse();
    }

    @Test
    void browser_notOnThePath_needsAttention() throws IOException {
        assertThat(checkup.browser(Map.of("PATH", folder.toString())).verdict()).isEqualTo(Verdict.ATTENTION);

        Path program = Files.createFile(folder.resolve("chromium"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(checkup.browser(Map.of("PATH", folder.toString())).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void settings_complaints_becomeAttention() {
        assertThat(checkup.settings(folder, List.of("one", "two")))
                .extracting(Finding::line)
                .containsExactly("attention  one", "attention  two");
    }
}
