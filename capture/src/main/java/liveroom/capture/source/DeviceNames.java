package liveroom.capture.source;

import liveroom.capture.CaptureException;

/// Finds the device that a host's name for it means, where the system does not do so by itself.
final class DeviceNames {
    private DeviceNames() {}

    static String camera(OperatingSystem system, String name) throws CaptureException {
        return name.chars().allMatch(Character::isDigit) && system == OperatingSystem.LINUX && !name.isEmpty()
                ? "/dev/video" + name
                : name;
    }

    static String microphone(OperatingSystem system, String name) throws CaptureException {
        return name;
    }
}
