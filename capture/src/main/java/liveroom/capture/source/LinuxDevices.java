package liveroom.capture.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads what Linux, PulseAudio and X say about devices. Pure but for the files it is pointed at.
final class LinuxDevices {
    /// For example `* alsa_input.pci-0000_00_1f.3.analog-stereo [Built-in Audio Analog Stereo] (none)`.
    private static final Pattern PULSE_SOURCE = Pattern.compile("^([* ]) (\\S+) \\[(.*)] \\(.*\\)$");

    /// For example `00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1`.
    private static final Pattern ALSA_PCM = Pattern.compile("^(\\d+)-(\\d+): (.*?) *:.*capture \\d+.*$");

    private static final Pattern X_SOCKET = Pattern.compile("X(\\d+)");

    private LinuxDevices() {}

    /// Cameras by the number of their device. A camera has several; the first, with index 0, gives pictures.
    ///
    /// @param sysfs `/sys/class/video4linux`
    static List<Device> cameras(Path sysfs) {
        return names(sysfs).stream()
                .filter(entry -> entry.matches("video\\d+"))
                .sorted(Comparator.comparingInt(entry -> Integer.parseInt(entry.substring("video".length()))))
                .filter(entry ->
                        text(sysfs.resolve(entry).resolve("index"), "0").equals("0"))
                .map(entry -> new Device(
                        new SourceSpec.Camera("/dev/" + entry),
                        text(sysfs.resolve(entry).resolve("name"), entry),
                        Device.Kind.CAMERA))
                .toList();
    }

    /// Sources in the listing of `ffmpeg -sources pulse`, the default first. Monitors record what is played.
    static List<Device> pulse(List<String> listing) {
        List<Device> devices = new ArrayList<>();
        for (String line : listing) {
            Matcher matcher = PULSE_SOURCE.matcher(line);
            if (matcher.matches()) {
                String name = matcher.group(2);
                boolean monitor = name.endsWith(".monitor");
                Device device = new Device(
                        new SourceSpec.Microphone(name),
                        matcher.group(3).isEmpty() ? name : matcher.group(3),
                        monitor ? Device.Kind.SOUND_OUTPUT : Device.Kind.MICROPHONE);
                devices.add(matcher.group(1).equals("*") ? 0 : devices.size(), device);
            }
        }
        return devices;
    }

    /// Sound cards that record, for machines without PulseAudio.
    ///
    /// @param pcm `/proc/asound/pcm`
    static List<Device> alsa(Path pcm) {
        List<Device> devices = new ArrayList<>();
        for (String line : text(pcm, "").lines().toList()) {
            Matcher matcher = ALSA_PCM.matcher(line);
            if (matcher.matches()) {
                int card = Integer.parseInt(matcher.group(1));
                int number = Integer.parseInt(matcher.group(2));
                devices.add(new Device(
                        new SourceSpec.Microphone("plughw:%d,%d".formatted(card, number)),
                        matcher.group(3),
                        Device.Kind.MICROPHONE));
            }
        }
        return devices;
    }

    /// The session's own display, then others on this machine.
    ///
    /// @param display the variable `DISPLAY`, empty if it is not set
    /// @param sockets `/tmp/.X11-unix`
    static List<Device> screens(String display, Path sockets) {
        List<Device> devices = new ArrayList<>();
        if (!display.isEmpty()) {
            devices.add(screen("", display));
        }
        names(sockets).stream()
                .map(X_SOCKET::matcher)
                .filter(Matcher::matches)
                .map(matcher -> ":" + matcher.group(1))
                .filter(other -> !display.equals(other) && !display.startsWith(other + "."))
                .sorted()
                .forEach(other -> devices.add(screen(other, other)));
        return devices;
    }

    private static Device screen(String which, String display) {
        return new Device(new SourceSpec.Screen(which), "Screen " + display, Device.Kind.SCREEN);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String text(Path file, String otherwise) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return otherwise;
        }
    }
}
