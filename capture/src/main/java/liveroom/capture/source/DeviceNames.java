package liveroom.capture.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;

/// Finds the device that a host's name for it means, where the system does not do so by itself.
final class DeviceNames {
    private static final Path SYSFS = Path.of("/sys/class/video4linux");

    private DeviceNames() {}

    static String camera(OperatingSystem system, String name) throws CaptureException {
        return switch (system) {
            case LINUX -> linuxCamera(name, LinuxDevices.cameras(SYSFS));
            case MACOS -> name;
            case WINDOWS -> name.isEmpty() ? first(Devices.list(system).cameras(), "camera") : name;
        };
    }

    /// A path, a number, a human name or a part of one; the first camera if it is empty.
    static String linuxCamera(String name, List<Device> cameras) throws CaptureException {
        if (name.startsWith("/")) {
            return name;
        }
        if (name.isEmpty()) {
            return first(cameras, "camera");
        }
        if (name.chars().allMatch(Character::isDigit)) {
            return "/dev/video" + name;
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        for (Device camera : cameras) {
            if (camera.humanName().toLowerCase(Locale.ROOT).contains(wanted)) {
                return nameOf(camera);
            }
        }
        throw new CaptureException(Code.MISSING, "no camera is called \"" + name + "\"");
    }

    static String microphone(OperatingSystem system, String name) throws CaptureException {
        return switch (system) {
            case LINUX, MACOS -> name;
            case WINDOWS -> name.isEmpty() ? first(Devices.list(system).microphones(), "microphone") : name;
        };
    }

    private static String first(List<Device> devices, String kind) throws CaptureException {
        if (devices.isEmpty()) {
            throw new CaptureException(Code.MISSING, "this computer has no " + kind);
        }
        return nameOf(devices.getFirst());
    }

    private static String nameOf(Device device) {
        return switch (device.spec()) {
            case SourceSpec.Camera camera -> camera.name();
            case SourceSpec.Microphone microphone -> microphone.name();
            case SourceSpec.Screen screen -> screen.which();
            case SourceSpec.MediaFile _, SourceSpec.Test _, SourceSpec.None _ -> "";
        };
    }
}
