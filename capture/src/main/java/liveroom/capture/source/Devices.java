package liveroom.capture.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Lists the cameras, microphones and screens of this machine. Takes up to some seconds: call it on a thread that may
/// wait.
public final class Devices {
    private Devices() {}

    /// What is there now. What cannot be listed is left out; it never fails.
    public static DeviceList list() {
        return list(OperatingSystem.current());
    }

    static DeviceList list(OperatingSystem system) {
        return switch (system) {
            case LINUX -> {
                List<Device> all = new ArrayList<>(LinuxDevices.cameras(Path.of("/sys/class/video4linux")));
                List<Device> sounds = LinuxDevices.pulse(FfmpegProgram.run("-hide_banner", "-sources", "pulse"));
                all.addAll(sounds.isEmpty() ? LinuxDevices.alsa(Path.of("/proc/asound/pcm")) : sounds);
                all.addAll(
                        LinuxDevices.screens(System.getenv().getOrDefault("DISPLAY", ""), Path.of("/tmp/.X11-unix")));
                yield new DeviceList(all);
            }
            case MACOS ->
                new DeviceList(AvfoundationListing.parse(
                        FfmpegProgram.run("-hide_banner", "-f", "avfoundation", "-list_devices", "true", "-i", "")));
            case WINDOWS -> {
                List<Device> all = new ArrayList<>(DshowListing.parse(
                        FfmpegProgram.run("-hide_banner", "-f", "dshow", "-list_devices", "true", "-i", "dummy")));
                all.add(new Device(new SourceSpec.Screen("desktop"), "Desktop", Device.Kind.SCREEN));
                yield new DeviceList(all);
            }
        };
    }
}
