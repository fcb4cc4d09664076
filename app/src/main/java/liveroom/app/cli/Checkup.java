package liveroom.app.cli;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import liveroom.app.cli.Finding.Verdict;
import liveroom.app.settings.Settings;
import liveroom.app.text.Messages;
import liveroom.capture.source.DeviceList;

/// Looks at the machine, one thing at a time, without changing it.
final class Checkup {
    private static final int JDK_WANTED = 25;
    private static final long GIBIBYTE = 1L << 30;
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");

    private final Messages messages = Messages.of("terminal");

    Finding jdk(Runtime.Version version) {
        return version.feature() >= JDK_WANTED
                ? ok("doctor.jdk", version)
                : broken("doctor.jdk.old", version, Integer.toString(JDK_WANTED));
    }

    Finding display(Display display) {
        return switch (display) {
            case PRESENT -> ok("doctor.display");
            case ABSENT -> attention("doctor.display.none");
        };
    }

    Stream<Finding> devices(DeviceList devices) {
        return Stream.of(
                devices.cameras().isEmpty()
                        ? attention("doctor.camera.none")
                        : ok("doctor.camera", devices.cameras().getFirst().humanName()),
                devices.microphones().isEmpty()
                        ? attention("doctor.microphone.none")
                        : ok(
                                "doctor.microphone",
                                devices.microphones().getFirst().humanName()));
    }

    /// Whether the studio could listen where the settings say.
    Finding port(Settings.Network network) {
        String port = Integer.toString(network.port());
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(network.bind()), network.port()));
            return ok("doctor.port", port, network.bind());
        } catch (IOException _) {
            return attention("doctor.port.taken", port, network.bind());
        }
    }

    /// Whether recordings have somewhere to go.
    Finding recordings(Path folder) {
        Path existing = folder;
        while (existing != null && !Files.isDirectory(existing)) {
            existing = existing.getParent();
        }
        try {
            if (existing == null || !Files.isWritable(existing)) {
                return attention("doctor.recordings.unwritable", folder);
            }
            long free = Files.getFileStore(existing).getUsableSpace() / GIBIBYTE;
            return free < 1
                    ? attention("doctor.recordings.full", folder)
                    : ok("doctor.recordings", folder, Long.toString(free));
        } catch (IOException _) {
            return attention("doctor.recordings.unwritable", folder);
        }
    }

    Stream<Finding> settings(Path file, List<String> complaints) {
        return complaints.isEmpty()
                ? Stream.of(ok("doctor.settings", file))
                : complaints.stream().map(complaint -> new Finding(Verdict.ATTENTION, complaint));
    }

    /// Whether the tests would find a browser; the studio itself needs none.
    Finding browser(Map<String, String> environment) {
        Optional<Path> found = Arrays.stream(
                        environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        return found.map(path -> ok("doctor.browser", path)).orElseGet(() -> attention("doctor.browser.none"));
    }

    Finding ok(String key, Object... arguments) {
        return new Finding(Verdict.OK, messages.text(key, arguments));
    }

    Finding attention(String key, Object... arguments) {
        return new Finding(Verdict.ATTENTION, messages.text(key, arguments));
    }

    Finding broken(String key, Object... arguments) {
        return new Finding(Verdict.BROKEN, messages.text(key, arguments));
    }
}
